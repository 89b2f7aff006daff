import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { statusOf } from '../contract/problem.js';
import { problemFor } from '../middleware/last-resort.js';
import { Problem } from '../problem.js';
import { plainPage } from './plain-pages.js';
import { languageOf } from './visit.js';

/** What went wrong, as a page: the sender has nothing that could read a problem document. */
export const inWords =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = unreadable(error) ?? problemFor(error, response, logger);
    if (problem.more.retryAfterSeconds !== undefined)
      response.setHeader('Retry-After', String(problem.more.retryAfterSeconds));
    response
      .status(statusOf[problem.code])
      .type('html')
      .send(
        plainPage({ language: languageOf(request), address: addressAsked(request), ...wordsFor(problem) }),
      );
  };

/** Only a page that was asked for can be asked for again in another language. */
const addressAsked = ({ method, baseUrl, path }: Request): string | undefined =>
  method === 'GET' ? baseUrl + path : undefined;

function wordsFor({ code }: Problem): Pick<Parameters<typeof plainPage>[0], 'title' | 'what'> {
  if (code === 'not-found') return { title: 'link.not-found.title', what: 'link.not-found.what' };
  if (code === 'too-many') return { title: 'link.trouble.title', what: 'link.too-many' };
  if (code === 'too-large') return { title: 'link.not-sent', what: 'link.too-large' };
  return { title: 'link.trouble.title', what: 'link.trouble.what' };
}

/** What the parser of forms throws. */
function unreadable(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('type' in error) || typeof error.type !== 'string') return undefined;
  if (/^(entity\.too\.large|parameters\.too\.many)$/.test(error.type)) return new Problem('too-large');
  return /^(charset|encoding|entity|request|querystring)\./.test(error.type)
    ? new Problem('malformed')
    : undefined;
}
