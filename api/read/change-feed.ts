import { Client } from 'pg';
import type { ChangeHearer } from '../live/live-changes.js';
import { changeChannel } from '../../prisma/change-channel.js';

export interface ChangeFeed {
  stop(): Promise<void>;
}

interface FeedSettings {
  readonly databaseUrl: string;
  readonly hearer: ChangeHearer;
  /** Told whenever the connection is lost, or cannot be made. */
  readonly onError?: (error: Error) => void;
}

const shortestWaitMs = 250;
const longestWaitMs = 10_000;
/** A connection that died without a word is noticed after so long. */
const probeMs = 15_000;

/**
 * One connection of this process that hears what transactions announced as they committed (`prisma/change-channel.ts`).
 * Lost, it is made again, each time after a longer wait; what was announced meanwhile is missed, and said so.
 */
export function listenForChanges({ databaseUrl, hearer, onError }: FeedSettings): ChangeFeed {
  let client: Client | undefined;
  let stopped = false;
  let waitMs = shortestWaitMs;
  let hadOne = false;
  let waiting: NodeJS.Timeout | undefined;

  const again = (own: Client, error: Error): void => {
    if (client !== own || stopped) return;
    client = undefined;
    own.end().catch(() => undefined); // it is broken already
    onError?.(error);
    waiting = setTimeout(() => void connect(), waitMs).unref();
    waitMs = Math.min(2 * waitMs, longestWaitMs);
  };
  const connect = async (): Promise<void> => {
    const own = new Client({
      connectionString: databaseUrl,
      application_name: 'loive changes',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client = own;
    own.on('error', (error) => again(own, error));
    own.on('end', () => again(own, new Error('the connection ended')));
    own.on('notification', ({ payload }) => hear(payload ?? '', hearer));
    try {
      await own.connect();
      await own.query(`listen ${changeChannel}`);
      waitMs = shortestWaitMs;
      if (hadOne) hearer.mayHaveMissed();
      hadOne = true;
    } catch (error) {
      again(own, error instanceof Error ? error : new Error('no connection'));
    }
  };
  const probe = setInterval(() => {
    const own = client;
    own?.query('select 1').catch((error: unknown) => {
      again(own, error instanceof Error ? error : new Error('no answer'));
    });
  }, probeMs).unref();

  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(probe);
      clearTimeout(waiting);
      await client?.end().catch(() => undefined); // it may be broken
    },
  };
}

/** `case <id>` or `account <id>`; anything else was not announced by us. */
function hear(payload: string, hearer: ChangeHearer): void {
  const [kind, id] = payload.split(' ');
  if (id === undefined) return;
  if (kind === 'case') hearer.caseChanged(id);
  if (kind === 'account') hearer.accountChanged(id);
}
