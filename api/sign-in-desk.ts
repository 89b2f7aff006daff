import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Problem } from './problem.js';

/** argon2id: 64 MiB, three passes, one lane. */
export const passwordCost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** Hashing is the first thing that a flood would exhaust: two at a time, twenty wait, the rest come again. */
const atOnce = 2;
const waitingAtMost = 20;

/** Failures of one account before each next one costs a growing wait, never a lasting lock. */
const freeFailures = 5;
const longestWaitSeconds = 900;

export interface Attempt {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** undefined: no such account, or not in use. The answer and its time are the same. */
  readonly passwordHash: string | undefined;
}

export interface SignInDesk {
  /** Throws `too-many` while an account or address has to wait. */
  admit(attempt: Pick<Attempt, 'username' | 'address'>): Promise<void>;
  /** Is the password right? Counts the failure if it is not. */
  check(attempt: Attempt): Promise<boolean>;
  /** The hash under which a new passphrase is kept. */
  hash(passphrase: string): Promise<string>;
}

interface Limits {
  /** Failed attempts that one address may make in ten minutes. */
  readonly failuresPerAddress: number;
}

export function createSignInDesk({ failuresPerAddress }: Limits = { failuresPerAddress: 20 }): SignInDesk {
  const failures = new RateLimiterMemory({ keyPrefix: 'failures', points: 1_000_000, duration: 86_400 });
  const waits = new RateLimiterMemory({ keyPrefix: 'waits', points: 1, duration: longestWaitSeconds });
  const addresses = new RateLimiterMemory({
    keyPrefix: 'addresses',
    points: failuresPerAddress,
    duration: 600,
  });
  const atHashing = queue();
  const nobody = hash(randomBytes(24), passwordCost);
  return {
    admit: async ({ username, address }) => {
      const [wait, site] = await Promise.all([waits.get(username), addresses.get(address)]);
      if (wait !== null && wait.consumedPoints > 1) throw waitFor(wait.msBeforeNext);
      if (site !== null && site.consumedPoints >= failuresPerAddress) throw waitFor(site.msBeforeNext);
    },
    hash: (passphrase) => atHashing(() => hash(passphrase, passwordCost)),
    check: async ({ username, password, address, passwordHash }) => {
      const expected = passwordHash ?? (await nobody);
      const isRight = await atHashing(() => verify(expected, password));
      if (isRight && passwordHash !== undefined) {
        await failures.delete(username);
        return true;
      }
      const { consumedPoints } = await failures.consume(username);
      await addresses.penalty(address);
      if (consumedPoints >= freeFailures) {
        await waits.block(username, Math.min(2 ** (consumedPoints - freeFailures), longestWaitSeconds));
      }
      return false;
    },
  };
}

const waitFor = (ms: number): Problem =>
  new Problem('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)) });

function queue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost) throw new Problem('too-many', { retryAfterSeconds: 2 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next(); // the place is handed on, so that nobody slips in between
    }
  };
}
