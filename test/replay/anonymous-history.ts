import { homedir, hostname } from 'node:os';

/**
 * A history as it may be committed: which machine and process worked on it is left out, and where in our files an
 * error arose. The engine replays it all the same. Throws when a trace of this machine is left.
 */
export function anonymousHistory(history: unknown): unknown {
  const anonymous = withoutTraces(history);
  const text = JSON.stringify(anonymous);
  for (const trace of [`@${hostname()}`, homedir(), process.cwd()]) {
    if (text.includes(trace)) throw new Error('a history still names the machine that it was recorded on');
  }
  return anonymous;
}

/** Every string that a history's payloads hold, keys included. */
export function wordsIn(history: unknown): readonly string[] {
  return payloadsIn(history).flatMap(stringsIn);
}

function withoutTraces(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutTraces);
  if (!isObject(part)) return part;
  const entries = Object.entries(part).filter(([key]) => key !== 'stackTrace');
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'identity' ? 'recorder' : withoutTraces(named(key, value))]),
  );
}

/** The queue that keeps a case with one worker is called after that worker. */
const named = (key: string, value: unknown): unknown =>
  key === 'taskQueue' && isObject(value) && value['kind'] === 'TASK_QUEUE_KIND_STICKY'
    ? { ...value, name: 'sticky' }
    : value;

function payloadsIn(part: unknown): readonly unknown[] {
  if (Array.isArray(part)) return part.flatMap(payloadsIn);
  if (!isObject(part)) return [];
  const { data, metadata } = part;
  if (typeof data === 'string' && metadata !== undefined) {
    const text = Buffer.from(data, 'base64').toString('utf8');
    return [text === '' ? null : JSON.parse(text)];
  }
  return Object.values(part).flatMap(payloadsIn);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isObject(value) ? [...Object.keys(value), ...Object.values(value).flatMap(stringsIn)] : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
