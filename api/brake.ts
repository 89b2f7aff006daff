import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.js';

export interface Brake {
  /** Throws `too-many` when this person did it too often of late. */
  admit(userId: string): Promise<void>;
}

/** So many times in so many seconds for one person, counted by this process alone. */
export function createBrake({ times, seconds }: { readonly times: number; readonly seconds: number }): Brake {
  const limiter = new RateLimiterMemory({ points: times, duration: seconds });
  return {
    admit: async (userId) => {
      try {
        await limiter.consume(userId);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new Problem('too-many', {
          retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
        });
      }
    },
  };
}
