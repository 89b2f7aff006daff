import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { languages, type Language } from '../../messages/message.js';
import type { Instant } from '../../domain/time/instant.js';

/** What every request carries from its first step on. */
export interface RequestScope {
  readonly traceId: string;
  readonly language: Language;
  readonly now: Instant;
  /** The declared path, once a route was found: logs name it instead of the address. */
  route: string;
}

const scopes = new WeakMap<Response, RequestScope>();

/** Trace id, language and the request's own moment. Vietnamese unless English is asked for first. */
export function setUpScope(now: () => Instant): RequestHandler {
  return (request, response, next) => {
    const traceId = randomUUID();
    scopes.set(response, { traceId, language: languageOf(request), now: now(), route: 'unmatched' });
    response.setHeader('X-Trace-Id', traceId);
    response.setHeader('Vary', 'Accept-Language');
    next();
  };
}

export function scopeOf(response: Response): RequestScope {
  const scope = scopes.get(response);
  if (scope === undefined) throw new Error('a request has its scope from its first step on');
  return scope;
}

const languageOf = (request: Request): Language => {
  const wanted = request.acceptsLanguages([...languages]);
  return languages.find((each) => each === wanted) ?? 'vi';
};
