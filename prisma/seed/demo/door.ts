import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import { type DemoUsername, demoPassphrase } from '../demo-accounts.js';

/** What the API said no with. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    about: string,
  ) {
    super(`${about}: ${String(status)} ${code}`);
  }
}

/** The API answers otherwise than this release does: another release is running. */
export class OtherVersion extends Error {}

export interface Post {
  /** Idempotency key: the id of the command or of the new case. */
  readonly key: string;
  /** Version of the case that was seen; absent for a new case. */
  readonly seen?: number;
  readonly body: unknown;
}

/** A person's way into the running system: signed in once, repeating what may be repeated. */
export interface Door {
  get<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>>;
  post<Shape extends z.ZodType>(path: string, what: Post, shape: Shape): Promise<z.output<Shape>>;
}

const patience = 30;
/** Busy, or not known yet: the same key may be sent again. */
const repeatable = new Set([429, 503]);

/** Signs in as one of the demo accounts at `url`, the address of the API. */
export async function openDoor(url: string, username: DemoUsername): Promise<Door> {
  const session = await call(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password: demoPassphrase }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  await session.text();
  const headers = { cookie, origin: url };
  return {
    async get(path, shape) {
      const answer = await call(`${url}/api/v1${path}`, { headers });
      return bodyOf(answer, shape);
    },
    async post(path, { key, seen, body }, shape) {
      const answer = await call(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          'idempotency-key': key,
          ...(seen === undefined ? {} : { 'if-match': `"${String(seen)}"` }),
        },
        body: JSON.stringify(body),
      });
      return bodyOf(answer, shape);
    },
  };
}

async function bodyOf<Shape extends z.ZodType>(answer: Response, shape: Shape): Promise<z.output<Shape>> {
  const body: unknown = await answer.json().catch(() => undefined);
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  throw new OtherVersion(`${new URL(answer.url).pathname} answers otherwise than this release`);
}

async function call(url: string, request: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(url, request);
    if (answer.ok) return answer;
    if (attempt === patience || !repeatable.has(answer.status)) throw await refusalOf(answer, url);
    await answer.text();
    await pause(Math.min(1_000 * Number(answer.headers.get('retry-after') ?? '0') || 100 * attempt, 5_000));
  }
}

async function refusalOf(answer: Response, url: string): Promise<Refused> {
  const text = await answer.text();
  const code = /"code":"([a-z-]+)"/.exec(text)?.[1] ?? 'unknown';
  const pointers = [...text.matchAll(/"pointer":"([^"]*)"/g)].map((found) => found[1]).join(' ');
  return new Refused(answer.status, code, `${new URL(url).pathname} ${pointers}`.trim());
}
