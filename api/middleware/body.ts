import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { Problem } from '../problem.js';

const sizeLimit = '100kb';
const utf8 = /;\s*charset="?utf-8"?\s*$/i;

/** JSON and nothing else, at most 100 kB, not compressed. */
export const setUpBody = (): readonly (RequestHandler | ErrorRequestHandler)[] => [
  onlyJson,
  express.json({ limit: sizeLimit, inflate: false, type: 'application/json', verify: onlyUtf8 }),
  bodyProblems,
];

const onlyJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  const type = request.headers['content-type'] ?? '';
  const isUtf8Json = request.is('application/json') !== false && (!/charset/i.test(type) || utf8.test(type));
  if (hasBody && !isUtf8Json) throw new Problem('unsupported-media-type');
  next();
};

/** Bytes that are no text would be read as `\ufffd`, and a name would be kept as something else. */
const onlyUtf8 = (_request: IncomingMessage, _response: ServerResponse, body: Buffer): void => {
  if (!isUtf8(body)) throw new Error('the body is not UTF-8');
};

/** What the parser throws, by its type. */
const problems: Readonly<Record<string, Problem>> = {
  'entity.too.large': new Problem('too-large'),
  'entity.parse.failed': new Problem('malformed'),
  'entity.verify.failed': new Problem('malformed'),
  'encoding.unsupported': new Problem('unsupported-media-type'),
  'charset.unsupported': new Problem('unsupported-media-type'),
  'request.size.invalid': new Problem('malformed'),
  'request.aborted': new Problem('malformed'),
  'stream.encoding.set': new Problem('malformed'),
};

const bodyProblems: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  const type = error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : '';
  next(problems[type] ?? error);
};
