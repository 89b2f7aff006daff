import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseState } from '../../../domain/case/case-state.js';
import { openTasks, stateSchema } from '../../../domain/case/case-state.js';
import { decide } from '../../../domain/case/decide.js';
import type { CaseEvent } from '../../../domain/case/events.js';
import { fold } from '../../../domain/case/evolve.js';
import { nextWake, pendingRungs } from '../../../domain/case/obligations.js';
import { timePasses } from '../../../domain/case/system-commands.js';
import { isRefusal } from '../../../domain/refusal.js';
import { official as calendar } from '../time/official-calendar.js';

/** A case as the record held it under some schema: its events, and the state that the code of then folded from them. */
interface KeptCase {
  readonly schema: number;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

const folder = join(__dirname, 'former-cases');
const cases = readdirSync(folder).map(
  (file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as KeptCase] as const,
);

/** By the schema of then: what the state had or lacked that it lacks or has now. */
const cameOrWent: Readonly<Record<number, readonly (keyof CaseState | 'lastInstant')[]>> = {
  2: ['schema', 'directoryAsOf', 'lastInstant', 'phase', 'consents'],
  4: ['schema', 'phase', 'consents'],
  // Where a case lies is judged otherwise since.
  5: ['schema', 'phase', 'consents'],
  6: ['schema', 'consents'],
  7: ['schema'],
  8: ['schema'],
  [stateSchema]: [],
};

/**
 * What came or went deeper down, by the schema since which that is so: which task made a fact known, what was known
 * before, and what lapsed; who returned a task instead of how often; by which event something was told.
 */
const deeper: Readonly<Record<number, readonly string[]>> = {
  5: ['byTask', 'replaced', 'lapsed'],
  6: ['misdirectedTimes', 'returnedBy'],
  9: ['completedVersion', 'extendedVersion', 'toldVersion'],
};

const withoutNewer = (schema: number) => {
  const names = Object.entries(deeper).flatMap(([since, keys]) => (schema < Number(since) ? keys : []));
  return (key: string, value: unknown): unknown => (names.includes(key) ? undefined : value);
};

/** The state without these fields and, where the schema was another, without steps that came later and never opened. */
function compared({ schema, state: former }: KeptCase, state: CaseState): object {
  const names: readonly string[] = cameOrWent[schema] ?? [];
  const steps = Object.entries(state.steps).filter(
    ([id, { opened }]) => schema === stateSchema || opened > 0 || id in former.steps,
  );
  const kept = Object.entries({ ...state, steps: Object.fromEntries(steps) });
  return JSON.parse(
    JSON.stringify(Object.fromEntries(kept.filter(([name]) => !names.includes(name))), withoutNewer(schema)),
  ) as object;
}

const folded = ({ events }: KeptCase): CaseState => {
  const state = fold(events);
  if (state === undefined) throw new Error('the case has events');
  return state;
};

test('a case of each procedure is kept with the present schema', () => {
  const present = cases.filter(([, { schema }]) => schema === stateSchema);
  expect(present.map(([, { state }]) => state.procedure).sort()).toEqual(['vn-2014@1', 'vn-2025@1']);
});

describe.each(cases)('the case of %s', (_file, kept) => {
  // Red under the present number: raise `stateSchema`, then `npm run record-history`.
  test('is folded to the state that it was in, but for what came and went with a new schema', () => {
    expect(kept.events.length).toBeGreaterThan(50);
    expect(compared(kept, folded(kept))).toEqual(compared(kept, kept.state));
  });

  test('goes on: its clock wakes for what is due next, and what was reached is not reached again', () => {
    const state = folded(kept);
    const now = kept.events.at(-1)?.recordedAt ?? state.openedAt;
    const wake = nextWake(state, now, calendar);
    if (wake === undefined) throw new Error('an open case wakes by itself');
    const decision = decide(state, timePasses(state.caseId, state.version, wake), { now: wake, calendar });
    if (isRefusal(decision)) throw new Error(`the rules refuse it: ${decision.refused}`);
    const reached = (tasks: CaseState['tasks']) =>
      Object.values(tasks).flatMap(({ id, generation, reached: rungs }) =>
        rungs.map((rung) => `${id} ${String(generation)} ${rung}`),
      );
    const after = reached(decision.state.tasks);
    expect(new Set(after).size).toBe(after.length);
    expect(after).toEqual(expect.arrayContaining(reached(state.tasks)));
    expect(openTasks(state).flatMap((task) => pendingRungs(task, state, calendar)).length).toBeGreaterThan(0);
  });
});
