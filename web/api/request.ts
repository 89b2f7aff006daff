import type { ProblemDocument } from '../../api/contract/problem.js';
import { currentLanguage } from '../words/language.js';
import { Refused, Unanswered } from './problem.js';

const base = '/api/v1';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
  /** One per intended act, kept over its retries. */
  readonly key?: string;
  /** The version that the reader saw. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

/** Asked when an answer says that the session is over. Resolves when somebody has signed in again, rejects if not. */
type SignInAgain = () => Promise<void>;
let signInAgain: SignInAgain | undefined;
export const whenSessionEnds = (ask: SignInAgain | undefined): void => {
  signInAgain = ask;
};

/**
 * Asks the API and gives its answer, which is as the contract says: screens and API are built and served together.
 * If the session has ended, waits for a new sign-in and asks the same again, so that no input is lost.
 * Throws `Refused` and `Unanswered`.
 */
export async function request<Answer>(call: Call): Promise<Answer> {
  const response = await send(call);
  if (response.status === 401 && signInAgain !== undefined && call.path !== '/session') {
    await signInAgain();
    return request(call);
  }
  return read(response);
}

/** As `request`, but an ended session is an answer like others: for asking whether there is one. */
export const requestOnce = async <Answer>(call: Call): Promise<Answer> => read(await send(call));

async function read<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  if (response.headers.get('content-type')?.startsWith('image/svg+xml') === true) return text as Answer;
  // The one place where outside data gets a type without a check: see `request`.
  if (response.ok) return JSON.parse(text === '' ? 'null' : text) as Answer;
  if (response.status >= 502 || !isProblem(response)) throw new Unanswered(retryAfter(response));
  throw new Refused(JSON.parse(text) as ProblemDocument);
}

async function send({
  method = 'GET',
  path,
  query = {},
  body,
  key,
  version,
  signal,
}: Call): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': currentLanguage() });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (key !== undefined) headers.set('idempotency-key', key);
  if (version !== undefined) headers.set('if-match', `"${String(version)}"`);
  try {
    return await fetch(`${base}${path}${search(query)}`, {
      method,
      headers,
      signal: signal ?? null,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Unanswered(2);
  }
}

function search(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

const isProblem = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('application/problem+json') === true;

/** Seconds to wait before the next try; two where the answer does not say. */
function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) : 2;
}
