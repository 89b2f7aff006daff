import type { CaseState } from '../../../domain/case/case-state.js';
import type { CaseCommand } from '../../../domain/case/commands.js';
import { decide } from '../../../domain/case/decide.js';
import type { Actor } from '../../../domain/case/events.js';
import { permitted } from '../../../domain/case/permitted.js';
import { commandId, derivedUuid, userId, type AgencyId } from '../../../domain/ids.js';
import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf } from '../../../domain/procedure/procedure.js';
import { isRefusal } from '../../../domain/refusal.js';
import { instant } from '../../../domain/time/instant.js';
import { plainDate } from '../../../domain/time/plain-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { Story } from '../procedure/story.js';

const moment = {
  now: instant('2026-03-02T02:00:00.000Z'),
  calendar: workingCalendar('none', [], { from: plainDate('2014-01-01'), to: plainDate('2040-12-31') }),
};
const officerOf = (agency: AgencyId | null, role = 'officer'): Actor => ({
  kind: 'user',
  userId: userId(derivedUuid('an officer')),
  agencyId: agency,
  roles: [role],
});

/** What the rules answer to a fact that this actor records. */
function answer(state: CaseState, actor: Actor, [fact, value]: readonly [string, string | boolean]): string {
  const command: CaseCommand = {
    id: commandId(derivedUuid('the recording')),
    caseId: state.caseId,
    type: 'record-fact',
    data: { fact, value, ground: { code: 'person-told-us' } },
    actor,
  };
  const decision = decide(state, command, moment);
  return isRefusal(decision) ? decision.refused : decision.events.map(({ type }) => type).join();
}

const mayRecord = (state: CaseState, actor: Actor) =>
  permitted(state, actor, moment)
    .filter(({ type }) => type === 'record-fact')
    .map(({ taskId, outcomes }) => ({ taskId, outcomes }));

describe.each(procedures.map(refOf))('%s: the facility in which somebody lives', (ref) => {
  const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered();
  const state = story.case.current;
  const stay = story.case.taskOf('shelter-stay');
  const facility = officerOf(stay.agencyId);
  const coordinator = officerOf(state.coordinatingAgencyId ?? null, 'coordinator');

  test('writes down an application to end the stay, and no other fact', () => {
    expect(mayRecord(state, facility)).toEqual([{ taskId: stay.id, outcomes: ['leaveApplication'] }]);
    expect(answer(state, facility, ['leaveApplication', 'family'])).toBe('fact-recorded,task-opened');
    expect(answer(state, facility, ['pathEnd', 'died'])).toBe('fact-not-allowed');
    expect(answer(state, facility, ['leaveApplication', 'whoever'])).toBe('field-invalid');
  });

  test('does so while the person lives there, not before and not after', () => {
    const before = new Story(ref).received().wanting({ wantsShelter: true });
    expect(mayRecord(before.case.current, facility)).toEqual([]);
    expect(answer(before.case.current, facility, ['leaveApplication', 'person'])).toBe('not-permitted');
    const after = new Story(ref).received().wanting({ wantsShelter: true }).sheltered();
    after.case.complete('shelter-stay', 'left-as-planned');
    expect(mayRecord(after.case.current, facility)).toEqual([]);
    expect(answer(after.case.current, facility, ['leaveApplication', 'person'])).toBe('not-permitted');
    expect(mayRecord(after.case.current, coordinator)).toEqual([{ taskId: undefined, outcomes: undefined }]);
  });

  test('alone with the coordinator, who finds it beside the stay too', () => {
    expect(answer(state, officerOf(null), ['leaveApplication', 'person'])).toBe('not-permitted');
    expect(mayRecord(state, coordinator)).toEqual([
      { taskId: undefined, outcomes: undefined },
      { taskId: stay.id, outcomes: ['leaveApplication'] },
    ]);
  });
});
