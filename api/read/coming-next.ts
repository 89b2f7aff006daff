import { comingDuties } from '../../domain/case/coming-duties.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Language } from '../../messages/message.js';
import type { Database } from '../../prisma/client.js';
import type { CaseSummary } from '../contract/case.js';
import { readStates } from './case-record.js';

interface Waiting {
  readonly id: string;
  /** The case's own clock. */
  readonly now: Instant;
}

/** By case: the duty that time alone will open next. */
export async function comingNext(
  database: Database,
  waiting: readonly Waiting[],
  language: Language,
): Promise<ReadonlyMap<string, NonNullable<CaseSummary['coming']>>> {
  if (waiting.length === 0) return new Map();
  const states = await readStates(
    database,
    waiting.map(({ id }) => id),
  );
  return new Map(
    waiting.flatMap(({ id, now }) => {
      const state = states.get(id);
      const next = state === undefined ? undefined : comingDuties(state, now)[0];
      return next === undefined
        ? []
        : [[id, { title: next.step.title[language], opensAt: next.opensAt }] as const];
    }),
  );
}
