import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { statusOf } from '../contract/problem.js';
import { Problem, problemDocument } from '../problem.js';
import { errorFields } from './request-log.js';
import { scopeOf } from './request-scope.js';

export const unmatched: RequestHandler = () => {
  throw new Problem('not-found');
};

/** The only place that answers errors. What is no problem of the request is logged once and told as an opaque id. */
export function lastResort(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    send(problemFor(error, response, logger), response);
  };
}

/** Errors of the network and of PostgreSQL going away: the request may be repeated. */
const awayCodes =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|57P0|08|53300|P1001|P1002|P1008|P1017|P2024|P2028|P2037)/;

/** What an error is to the sender; what is no problem of the request is logged. */
export function problemFor(error: unknown, response: Response, logger: Logger): Problem {
  if (error instanceof Problem) return error;
  const { traceId } = scopeOf(response);
  if (isAway(error)) {
    logger.warn({ traceId, ...errorFields(error) }, 'a service is away');
    return new Problem('not-known-yet', { retryAfterSeconds: 2 });
  }
  if (isBadAddress(error)) return new Problem('not-found');
  logger.error({ traceId, ...errorFields(error) }, 'unexpected error');
  return new Problem('internal');
}

function isAway(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (awayCodes.test(String('code' in each ? each.code : ''))) return true;
    if (
      /timeout exceeded when trying to connect|Connection terminated|DatabaseNotReachable|Can't reach database/i.test(
        each.message,
      )
    )
      return true;
  }
  return false;
}

/** A path that cannot be decoded. */
const isBadAddress = (error: unknown): boolean => error instanceof URIError;

function send(problem: Problem, response: Response): void {
  const { more, code } = problem;
  if (more.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(more.retryAfterSeconds));
  response.setHeader('Cache-Control', 'no-store');
  response
    .status(statusOf[code])
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem, scopeOf(response))));
}
