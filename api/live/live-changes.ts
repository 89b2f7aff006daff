import { extentOf } from '../../domain/access/policy.js';
import { relationsOf, type CaseWhereabouts } from '../../domain/access/relation.js';
import { LiveStream, type EventSink, type Listener } from './stream.js';

export interface LiveSettings {
  /** A case as the record has it; undefined where there is none. */
  readonly whereabouts: (caseId: string) => Promise<CaseWhereabouts | undefined>;
  readonly heartbeatMs?: number;
}

/** What the record's own notifications tell; see `api/read/change-feed.ts`. */
export interface ChangeHearer {
  caseChanged(caseId: string): void;
  accountChanged(userId: string): void;
  /** Notifications may have been missed. */
  mayHaveMissed(): void;
}

export interface LiveChanges extends ChangeHearer {
  /** `false`: this person has as many streams as they may. */
  admits(userId: string): boolean;
  open(listener: Listener, sink: EventSink): void;
  /** Ends every stream and takes no new one. */
  stop(): void;
}

const streamsOfOnePerson = 6;
/** Changes that come together are told together: one look at the record for each case and interval. */
const gatherMs = 50;

/**
 * Tells everybody who listens of the cases that they may know of, by the policy that guards the case itself. A case
 * is read once however many listen.
 */
export function createLiveChanges({ whereabouts, heartbeatMs = 20_000 }: LiveSettings): LiveChanges {
  const streams = new Set<LiveStream>();
  const changed = new Set<string>();
  let stopped = false;

  const toAll = (): void => {
    for (const stream of streams) stream.send('resync', {});
  };
  const tell = async (caseId: string): Promise<void> => {
    const whole = await whereabouts(caseId);
    if (whole === undefined) return;
    const { version } = whole.state;
    for (const stream of streams) {
      if (extentOf('see-case', relationsOf(stream.viewer, whole)) !== 'none')
        stream.send('changed', { caseId, version });
    }
  };
  const tellGathered = async (): Promise<void> => {
    const cases = [...changed];
    changed.clear();
    try {
      for (const caseId of cases) await tell(caseId);
    } catch {
      toAll(); // the record is away: whoever shows something reads it anew when it is back
    }
  };

  return {
    admits: (userId) =>
      !stopped && [...streams].filter(({ viewer }) => viewer.userId === userId).length < streamsOfOnePerson,
    open: (listener, sink) => {
      const stream = new LiveStream(listener, sink, heartbeatMs);
      streams.add(stream);
      sink.onClose(() => streams.delete(stream));
      if (stopped) stream.end();
    },
    caseChanged: (caseId) => {
      if (streams.size === 0) return;
      if (changed.size === 0) setTimeout(() => void tellGathered(), gatherMs).unref();
      changed.add(caseId);
    },
    accountChanged: (userId) => {
      for (const stream of streams) if (stream.viewer.userId === userId) void stream.beat();
    },
    mayHaveMissed: toAll,
    stop: () => {
      stopped = true;
      for (const stream of streams) stream.end();
    },
  };
}
