import type { CaseState } from '../../../domain/case/case-state.js';
import type { CommandOf } from '../../../domain/case/commands.js';
import { decide } from '../../../domain/case/decide.js';
import type { Actor } from '../../../domain/case/events.js';
import { permitted } from '../../../domain/case/permitted.js';
import { commandId, derivedUuid, taskId, userId } from '../../../domain/ids.js';
import { isRefusal } from '../../../domain/refusal.js';
import { instant } from '../../../domain/time/instant.js';
import { plainDate } from '../../../domain/time/plain-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { TypedCase } from './typed-case.js';

const moment = {
  now: instant('2026-03-03T02:00:00Z'),
  calendar: workingCalendar('none', [], { from: plainDate('2014-01-01'), to: plainDate('2030-12-31') }),
};

/** A case at its first duty, with the agency that must act. */
const heldByAgency = (): CaseState =>
  new TypedCase(instant('2026-03-02T02:00:00Z')).opened('2026-03-02T02:00:00Z').state;

/** The directory found no agency for it. */
function heldByNobody(): CaseState {
  const state = heldByAgency();
  const tasks = Object.entries(state.tasks).map(([id, task]) => [id, { ...task, agencyId: null }] as const);
  return { ...state, tasks: Object.fromEntries(tasks) };
}

const coordinatorOf = ({ coordinatingAgencyId }: CaseState): Actor => ({
  kind: 'user',
  userId: userId(derivedUuid('a coordinator')),
  agencyId: coordinatingAgencyId ?? null,
  roles: ['coordinator'],
});

function nudged(state: CaseState): unknown {
  const [id = ''] = Object.keys(state.tasks);
  const command: CommandOf<'nudge'> = {
    id: commandId(derivedUuid('a nudge')),
    caseId: state.caseId,
    type: 'nudge',
    data: { taskId: taskId(id) },
    actor: coordinatorOf(state),
  };
  const answer = decide(state, command, moment);
  return isRefusal(answer) ? answer : answer.events.map(({ type }) => type);
}

const offered = (state: CaseState): readonly string[] =>
  permitted(state, coordinatorOf(state), moment).map(({ type }) => type);

describe('a nudge', () => {
  test('reaches the agency that holds the task', () => {
    const state = heldByAgency();
    expect(nudged(state)).toEqual(['nudged']);
    expect(offered(state)).toContain('nudge');
  });

  test('of a task for which no agency was found is refused: one must be named first', () => {
    const state = heldByNobody();
    expect(nudged(state)).toEqual({
      refused: 'no-counterpart',
      about: 'register-report',
      allowed: ['reassign-task'],
    });
    expect(offered(state)).not.toContain('nudge');
    expect(offered(state)).toContain('reassign-task');
  });
});
