import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../problem.js';

/** A brake on whoever tries addresses or codes, counted by this process alone. */
export function setUpPageRate(perMinute: number): RequestHandler {
  const limiter = new RateLimiterMemory({ keyPrefix: 'agency-page', points: perMinute, duration: 60 });
  return async (request, _response, next) => {
    try {
      await limiter.consume(request.ip ?? '');
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Problem('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    }
    next();
  };
}

/**
 * Forms are taken from our own pages only. A page that gives no referrer posts with the origin `null`, so that there the
 * browser's own word on the site decides, and where an old browser has none, the seal in the form.
 */
export const fromOurPages: RequestHandler = (request, _response, next) => {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('not-found');
  const isNamed = origin !== undefined && origin !== 'null';
  if (isNamed && (!URL.canParse(origin) || new URL(origin).host !== host)) throw new Problem('not-found');
  next();
};
