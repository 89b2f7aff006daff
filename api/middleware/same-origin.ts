import type { RequestHandler } from 'express';
import { Problem } from '../problem.js';

/** Changes are taken from our own pages and from programs, never from the page of another site. */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') {
    next();
    return;
  }
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site');
  if (origin !== undefined && hostOf(origin) !== host) throw new Problem('cross-site');
  next();
};

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
