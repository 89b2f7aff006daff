import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { LiveChange } from '../../api/contract/live.js';
import { somebodyIsThere, whenSomebodyReturns } from '../session/activity.js';
import { ChangeSource } from './change-source.js';
import { isTouched, mayChange } from './touched.js';

/** Changes that come together are fetched together, and no list more often than this. */
const gatherMs = 400;
/** After a restart of the system not all screens ask in the same moment. */
const spreadMs = 1_500;

let source: ChangeSource | undefined;

/** How long what is shown may stay unasked: changes come by themselves, or it is asked for now and then. */
export const freshMs = (): number => (source?.isLive === true ? 120_000 : 20_000);

/** What one person does is seen by the others: refreshes what a change has touched. Shows nothing. */
export function LiveUpdates(): ReactNode {
  const client = useQueryClient();
  useEffect(() => follow(client), [client]);
  return null;
}

function follow(client: QueryClient): () => void {
  const pending: LiveChange[] = [];
  const flush = (): void => {
    const changes = pending.splice(0);
    void client.invalidateQueries({
      predicate: (query) => isTouched(query, changes),
      refetchType: refetching(),
    });
  };
  const refreshAll = (): void =>
    void client.invalidateQueries({ predicate: mayChange, refetchType: refetching() });
  source = new ChangeSource({
    open: () => new EventSource('/api/v1/events'),
    listener: {
      changed: (change) => {
        if (pending.push(change) === 1) setTimeout(flush, gatherMs);
      },
      missed: () => void setTimeout(refreshAll, Math.random() * spreadMs),
    },
    later: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    chance: Math.random,
  });
  source.start();
  const stopWaiting = whenSomebodyReturns(refreshAll);
  return () => {
    stopWaiting();
    source?.stop();
    source = undefined;
  };
}

/** Where nobody looks, what changed is only marked: a refresh by itself must not keep a session alive. */
const refetching = (): 'active' | 'none' => (somebodyIsThere() ? 'active' : 'none');
