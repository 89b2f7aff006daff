import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../problem.js';

export interface RateSettings {
  /** Requests that one session (or one address without a session) may make in a minute. */
  readonly perMinute: number;
}

/** A brake on floods, counted by this process alone. */
export function setUpRateLimit({ perMinute }: RateSettings): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (request, _response, next) => {
    try {
      await limiter.consume(request.session.userId ?? `address:${request.ip ?? ''}`);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Problem('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    }
    next();
  };
}
