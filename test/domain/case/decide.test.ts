import { decide } from '../../../domain/case/decide.js';
import type { CaseState } from '../../../domain/case/case-state.js';
import type { CommandData, CommandType, CaseCommand } from '../../../domain/case/commands.js';
import type { Actor } from '../../../domain/case/events.js';
import { fold } from '../../../domain/case/evolve.js';
import { permitted } from '../../../domain/case/permitted.js';
import { agencyId, caseId, commandId, derivedUuid, userId } from '../../../domain/ids.js';
import { procedureOf } from '../../../domain/procedure/catalogue.js';
import { isRefusal } from '../../../domain/refusal.js';
import { instant } from '../../../domain/time/instant.js';
import { plainDate } from '../../../domain/time/plain-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const moment = {
  now: instant('2026-11-23T03:00:00Z'),
  calendar: workingCalendar('test', [], { from: plainDate('2014-01-01'), to: plainDate('2030-12-31') }),
};
const id = caseId(derivedUuid('a case'));
const commune = agencyId(derivedUuid('the commune'));
const authority = agencyId(derivedUuid('the authority'));
const officer: Actor = {
  kind: 'user',
  userId: userId(derivedUuid('an officer')),
  agencyId: commune,
  roles: ['officer'],
};
const coordinator: Actor = { ...officer, agencyId: authority, roles: ['coordinator'] };
const stranger: Actor = { ...officer, agencyId: agencyId(derivedUuid('a stranger')) };

function asked<Type extends CommandType>(
  type: Type,
  data: CommandData[Type],
  more: Partial<CaseCommand> = {},
): CaseCommand {
  return {
    id: commandId(derivedUuid(`command ${type}`)),
    caseId: id,
    type,
    data,
    actor: officer,
    ...more,
  } as CaseCommand;
}

const report: CommandData['open-case'] = {
  procedure: 'vn-2025@1',
  channel: 'self-report',
  receivedAt: moment.now,
  urgent: false,
  rehearsal: false,
  places: {},
  facts: [],
  exclusions: [],
};
const excludes = (code: string) => ({ exclusion: { relative: 'spouse' }, ground: { code } });
const eventOf = { 'reassign-task': 'task-reassigned', 'record-fact': 'fact-recorded', exclude: 'excluded' };

/** A case at its first duty, held by the commune and coordinated by the authority. */
function aCase(): { state: CaseState; taskId: CaseState['tasks'][string]['id'] } {
  const opening = decide(undefined, asked('open-case', report), moment);
  if (isRefusal(opening)) throw new Error(opening.refused);
  const [task] = Object.values(opening.state.tasks);
  if (task === undefined) throw new Error('a case opens with a duty');
  const directory = {
    caseId: id,
    occurredAt: moment.now,
    recordedAt: moment.now,
    actor: { kind: 'system', name: 'directory' },
    commandId: commandId(derivedUuid('a save')),
  } as const;
  const version = opening.state.version;
  const state = fold(
    [
      {
        ...directory,
        version: version + 1,
        type: 'case-registered',
        data: { code: 'HN-2026-000001', coordinatingAgencyId: authority },
      },
      {
        ...directory,
        version: version + 2,
        type: 'task-routed',
        data: { taskId: task.id, agencyId: commune },
      },
    ],
    opening.state,
  );
  if (state === undefined) throw new Error('an open case has a state');
  return { state, taskId: task.id };
}

const verdict = (state: CaseState, command: CaseCommand): string => {
  const answer = decide(state, command, moment);
  return isRefusal(answer) ? answer.refused : answer.events.map(({ type }) => type).join(' ');
};

describe('an outcome', () => {
  test.each(['constructor', 'toString', '__proto__', 'no-such-outcome'])(
    'named %s is unknown, and what is allowed is told',
    (outcome) => {
      const { state, taskId } = aCase();
      expect(decide(state, asked('complete-task', { taskId, outcome, fields: {} }), moment)).toEqual({
        refused: 'unknown-outcome',
        about: outcome,
        allowed: ['registered', 'not-proceeding'],
      });
    },
  );
});

describe('a duty', () => {
  test('cannot be declined, but returned as misdirected', () => {
    const { state, taskId } = aCase();
    expect(verdict(state, asked('decline-task', { taskId, reason: 'no-place' }))).toBe('cannot-decline-duty');
    expect(verdict(state, asked('return-misdirected', { taskId }))).toBe('task-misdirected');
  });

  test('is answered by the agency that holds it, and by nobody else', () => {
    const { state, taskId } = aCase();
    expect(verdict(state, asked('accept-task', { taskId }, { actor: stranger }))).toBe('not-your-task');
    expect(verdict(state, asked('accept-task', { taskId }, { actor: coordinator }))).toBe('not-your-task');
    expect(verdict(state, asked('accept-task', { taskId }))).toBe('task-accepted');
  });

  test('is answered by the coordinator only in the name of the agency that holds it', () => {
    const { state, taskId } = aCase();
    const inTheNameOf = (agency: typeof commune) =>
      asked(
        'accept-task',
        { taskId },
        { actor: coordinator, onBehalfOf: { agencyId: agency, ground: 'letter' } },
      );
    expect(verdict(state, inTheNameOf(commune))).toBe('task-accepted');
    expect(verdict(state, inTheNameOf(authority))).toBe('not-permitted');
  });
});

describe('a day', () => {
  const recording = (fact: string, value: string) =>
    decide(
      aCase().state,
      asked('record-fact', { fact, value, ground: { code: 'person-told-us' } }, { actor: coordinator }),
      moment,
    );
  test.each([
    ['lastContactOn', '2099-01-01', '1900-01-01/2026-11-23'],
    ['confirmedOn', '2026-11-24', '1900-01-01/2026-11-23'],
    ['confirmedOn', '1899-12-31', '1900-01-01/2026-11-23'],
    ['plannedReturnOn', '0001-01-01', '2026-11-23/2028-11-23'],
    ['plannedReturnOn', '2026-11-22', '2026-11-23/2028-11-23'],
    ['plannedReturnOn', '9999-12-31', '2026-11-23/2028-11-23'],
  ])('on which %s cannot be (%s) is refused with those on which it can', (fact, value, allowed) => {
    expect(recording(fact, value)).toEqual({ refused: 'field-invalid', about: fact, allowed: [allowed] });
  });

  test('of today, or to come where a plan may be, is taken', () => {
    expect(isRefusal(recording('lastContactOn', '2026-11-23'))).toBe(false);
    expect(isRefusal(recording('plannedReturnOn', '2027-02-01'))).toBe(false);
  });

  test.each([
    ['pathEnd', 'died', 'fact-not-allowed'],
    ['leaveApplication', 'person', 'fact-not-allowed'],
    ['lastContactOn', '2099-01-01', 'field-invalid'],
  ])('or an end is no beginning: a case is not opened with %s %s', (fact, value, code) => {
    const opening = asked('open-case', { ...report, facts: [{ fact, value }] });
    expect(decide(undefined, opening, moment)).toMatchObject({ refused: code, about: fact });
  });
});

describe('an answer', () => {
  test('lies in the minute in which the task was handed over, or later', () => {
    const { state, taskId } = aCase();
    const task = state.tasks[taskId];
    if (task === undefined) throw new Error('a case opens with a duty');
    const offeredAt = instant('2026-11-23T02:59:40Z');
    const offered = { ...state, openedAt: instant('2026-11-01T03:00:00Z') };
    const later = { ...offered, tasks: { ...state.tasks, [taskId]: { ...task, offeredAt } } };
    const accepted = (at: string) =>
      verdict(later, asked('accept-task', { taskId }, { occurredAt: instant(at) }));
    expect(accepted('2026-11-23T02:58:59Z')).toBe('field-invalid');
    expect(accepted('2026-11-23T02:59:00Z')).toContain('task-accepted');
    expect(accepted('2026-11-23T02:59:40Z')).toContain('task-accepted');
  });
});

describe('a ground', () => {
  const name = 'nguyen-van-an-0912345678';
  test.each([
    ['reassign-task', { agencyId: authority }],
    ['record-fact', { fact: 'sex', value: 'male' }],
    ['exclude', { exclusion: { relative: 'spouse' } }],
  ] as const)('of %s that is in no list of the procedure is refused with those that are', (type, data) => {
    const { state, taskId } = aCase();
    const more = type === 'reassign-task' ? { taskId } : {};
    const asking = (code: string) =>
      asked(type, { ...more, ...data, ground: { code } } as never, { actor: coordinator });
    const allowed = procedureOf(state.procedure).groundsFor[type];
    expect(decide(state, asking(name), moment)).toEqual({
      refused: 'field-invalid',
      about: 'ground.code',
      allowed,
    });
    // of another command
    expect(verdict(state, asking('path-complete'))).toBe('field-invalid');
    expect(verdict(state, asking(allowed[0] ?? ''))).toContain(eventOf[type]);
  });

  test('of an exclusion from the beginning is judged like any other', () => {
    const opening = (code: string) =>
      decide(undefined, asked('open-case', { ...report, exclusions: [excludes(code)] }), moment);
    expect(opening(name)).toMatchObject({ refused: 'field-invalid', about: 'ground.code' });
    expect(isRefusal(opening('person-asked'))).toBe(false);
  });
});

describe('a command', () => {
  test('about something that has not happened yet is refused', () => {
    const { state, taskId } = aCase();
    const occurredAt = instant('2026-11-23T03:00:01Z');
    expect(verdict(state, asked('accept-task', { taskId }, { occurredAt }))).toBe('occurred-in-future');
  });

  test('is stale when its task changed since, and not when another only reminded', () => {
    const { state, taskId } = aCase();
    const seen = state.version;
    const nudged = decide(state, asked('nudge', { taskId }, { actor: coordinator }), moment);
    if (isRefusal(nudged)) throw new Error(nudged.refused);
    expect(
      verdict(nudged.state, asked('assign-officer', { taskId, userId: officer.userId }, { ifVersion: seen })),
    ).toBe('task-assigned');
    const accepted = decide(state, asked('accept-task', { taskId }), moment);
    if (isRefusal(accepted)) throw new Error(accepted.refused);
    expect(
      verdict(
        accepted.state,
        asked('assign-officer', { taskId, userId: officer.userId }, { ifVersion: seen }),
      ),
    ).toBe('stale-version');
  });

  test('of an excluded agency is refused, and what it holds looks for another holder', () => {
    const { state, taskId } = aCase();
    const excluded = decide(
      state,
      asked(
        'exclude',
        { exclusion: { agencyId: commune }, ground: { code: 'conflict-of-interest' } },
        { actor: coordinator },
      ),
      moment,
    );
    if (isRefusal(excluded)) throw new Error(excluded.refused);
    expect(excluded.state.tasks[taskId]).toMatchObject({ agencyId: null, wantsRouting: true });
    expect(verdict(excluded.state, asked('accept-task', { taskId }))).toBe('agency-excluded');
    expect(permitted(excluded.state, officer, moment)).toEqual([]);
  });

  test('leads to the state that its events fold to', () => {
    const { state, taskId } = aCase();
    const answer = decide(
      state,
      asked('complete-task', { taskId, outcome: 'registered', fields: { isMinor: true } }),
      moment,
    );
    if (isRefusal(answer)) throw new Error(answer.refused);
    expect(fold(answer.events, state)).toEqual(answer.state);
  });
});
