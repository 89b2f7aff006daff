import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';

/** Nothing but our own files; no inline script, no inline style sheet, no other host, no frame. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** Not pages of the screens: an unknown path below them stays an unknown path. */
const notScreens = /^\/(api|docs|agency|healthz|readyz|version|metrics|openapi\.json|assets)(\/|$)/;

/**
 * Serves the built screens from `folder` (`dist/web`), compressed beforehand: files under `/assets` for a year, since
 * their names change with their content, and the start page for every path that a person may open or bookmark.
 * Passes everything on when the screens were not built. Mount it after the API, before the last `not found`.
 */
export function serveWeb(folder: string): RequestHandler {
  const files = new Set(existsSync(folder) ? filesIn(folder) : []);
  return (request, response, next) => {
    const path = wanted(request, files);
    if (path === undefined) {
      next();
      return;
    }
    send(path, { folder, files, request, response });
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => `/${file.split(sep).join('/')}`);
}

function wanted({ method, path }: Request, files: ReadonlySet<string>): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (files.has(path) && !encodings.some(({ ending }) => path.endsWith(ending))) return path;
  if (notScreens.test(path) || extname(path) !== '') return undefined;
  return files.has('/index.html') ? '/index.html' : undefined;
}

interface Sending {
  readonly folder: string;
  readonly files: ReadonlySet<string>;
  readonly request: Request;
  readonly response: Response;
}

function send(path: string, { folder, files, request, response }: Sending): void {
  const encoding = encodings.find(
    ({ name, ending }) => files.has(`${path}${ending}`) && request.acceptsEncodings(name) === name,
  );
  response.set('Content-Type', types[extname(path)] ?? 'application/octet-stream');
  response.set(
    'Cache-Control',
    path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  response.set('Content-Security-Policy', contentPolicy);
  response.vary('Accept-Encoding');
  if (encoding !== undefined) response.set('Content-Encoding', encoding.name);
  // Relative to its folder: a checkout below a folder whose name begins with a dot is served as well.
  response.sendFile(`.${path}${encoding?.ending ?? ''}`, { root: folder, cacheControl: false });
}
