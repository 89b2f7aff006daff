import type { CaseState, Task } from '../../../domain/case/case-state.js';
import type { CaseCommand } from '../../../domain/case/commands.js';
import { decide } from '../../../domain/case/decide.js';
import type { Actor } from '../../../domain/case/events.js';
import { permitted } from '../../../domain/case/permitted.js';
import { agencyId, commandId, derivedUuid, userId, type AgencyId } from '../../../domain/ids.js';
import { isRefusal } from '../../../domain/refusal.js';
import { instant } from '../../../domain/time/instant.js';
import { plainDate } from '../../../domain/time/plain-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { Story } from '../procedure/story.js';

const moment = {
  now: instant('2026-03-03T02:00:00.000Z'),
  calendar: workingCalendar('none', [], { from: plainDate('2014-01-01'), to: plainDate('2040-12-31') }),
};
const police = agencyId(derivedUuid('the police'));
const staffOf = (agency: AgencyId | undefined, role: string): Actor => ({
  kind: 'user',
  userId: userId(derivedUuid(`an account of ${role}`)),
  agencyId: agency ?? null,
  roles: [role],
});

/** A case that the police verifies, coordinated by another body. */
function verifying(): { state: CaseState; task: Task; coordinator: Actor } {
  const story = new Story('vn-2025@1').received();
  story.case.complete('initial-verification', 'no-paper');
  story.case.complete('request-verification', 'requested');
  const { current } = story.case;
  const task = { ...story.case.taskOf('police-verification'), agencyId: police };
  return {
    state: { ...current, tasks: { ...current.tasks, [task.id]: task } },
    task,
    coordinator: staffOf(current.coordinatingAgencyId, 'coordinator'),
  };
}

describe('more time for the verification', () => {
  const { state, task, coordinator } = verifying();
  const extending = (actor: Actor, more: Partial<CaseCommand> = {}): string => {
    const answer = decide(
      state,
      {
        id: commandId(derivedUuid('the extension')),
        caseId: state.caseId,
        type: 'extend-deadline',
        data: { taskId: task.id, ground: { code: 'complex' } },
        actor,
        ...more,
      } as CaseCommand,
      moment,
    );
    return isRefusal(answer) ? answer.refused : answer.events.map(({ type }) => type).join();
  };
  const offered = (actor: Actor) =>
    permitted(state, actor, moment).filter(({ type }) => type === 'extend-deadline');

  test('is decided by the police, whose role the law names', () => {
    expect(extending(staffOf(police, 'officer'))).toBe('deadlines-set');
    expect(offered(staffOf(police, 'officer'))).toMatchObject([{ taskId: task.id }]);
  });

  test('is not the coordinator’s to decide; what the police decided by letter may be recorded', () => {
    expect(extending(coordinator)).toBe('not-your-task');
    expect(extending(coordinator, { onBehalfOf: { agencyId: police, ground: 'letter' } })).toBe(
      'deadlines-set',
    );
    expect(offered(coordinator)).toMatchObject([{ taskId: task.id, onBehalf: true }]);
  });

  test('while no police has the task the coordinator may hand it to one, but not to an officer', () => {
    const waiting = { ...state, tasks: { ...state.tasks, [task.id]: { ...task, agencyId: null } } };
    const types = permitted(waiting, coordinator, moment).filter(({ taskId }) => taskId === task.id);
    expect(types.map(({ type }) => type)).toContain('reassign-task');
    expect(types.map(({ type }) => type)).not.toContain('assign-officer');
  });
});

test('what only the watch may ask is offered to nobody', () => {
  const { state, coordinator } = verifying();
  for (const actor of [coordinator, staffOf(police, 'administrator'), staffOf(police, 'supervisor')])
    expect(permitted(state, actor, moment).map(({ type }) => type)).not.toContain('route-anew');
});
