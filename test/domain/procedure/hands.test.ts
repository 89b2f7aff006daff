import type { CaseState, StepMemory } from '../../../domain/case/case-state.js';
import type { CaseCommand } from '../../../domain/case/commands.js';
import { decide } from '../../../domain/case/decide.js';
import { agencyId, commandId, derivedUuid, exclusionId, userId } from '../../../domain/ids.js';
import { isRefusal } from '../../../domain/refusal.js';
import { instant } from '../../../domain/time/instant.js';
import { official as calendar } from '../time/official-calendar.js';
import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf, type Procedure } from '../../../domain/procedure/procedure.js';
import { Story } from './story.js';

const refs = procedures.map(refOf);
const vn2014 = procedures.find(({ id }) => id === 'vn-2014') as Procedure;

const facility = agencyId(derivedUuid('the facility in which somebody lives'));
const at = instant('2026-03-03T02:00:00.000Z');

/** How medical help is offered once this person wants it, if they were admitted to that facility. */
function offered({ case: { current } }: Story, exclusions: CaseState['exclusions'] = []): unknown {
  const chosen = { ...current.steps['choose-facility'], fields: { facility } } as StepMemory;
  const state: CaseState = { ...current, exclusions, steps: { ...current.steps, 'choose-facility': chosen } };
  const command = {
    id: commandId(derivedUuid('a wish')),
    caseId: state.caseId,
    type: 'record-fact',
    data: { fact: 'wantsMedical', value: true, ground: { code: 'person-told-us' } },
    actor: {
      kind: 'user',
      userId: userId(derivedUuid('the coordinator')),
      agencyId: state.coordinatingAgencyId ?? null,
      roles: ['coordinator'],
    },
  } as CaseCommand;
  const answer = decide(state, command, { now: at, calendar });
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer.events.find(({ type, data }) => type === 'task-opened' && data.stepId === 'medical-help')
    ?.data;
}

describe.each(refs)('%s: whoever lives in a facility', (ref) => {
  const sheltered = (more: Record<string, boolean>): Story =>
    new Story(ref)
      .received(more)
      .wanting({ wantsShelter: true, wantsMedical: true })
      .sheltered()
      .verified('confirmed');

  test('is helped there, unless the facility must know nothing of the case; elsewhere the directory names somebody', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered().verified('confirmed');
    expect(offered(story)).toMatchObject({ agencyId: facility, role: 'social-facility' });
    story.case.record('needsReview', true);
    expect(
      offered(story, [{ id: exclusionId(facility), agencyId: facility, at, ground: 'person-asked' }]),
    ).not.toHaveProperty('agencyId');
    story.case.complete('shelter-stay', 'left-as-planned');
    // In 2014 medical help is given in facilities only.
    expect(offered(story) ?? {}).not.toHaveProperty('agencyId');
  });

  test('may decline, and another provider is found', () => {
    const story = sheltered({ isMinor: false });
    story.case.decline('medical-help', 'no-capacity');
    story.case.complete('replace-medical-help', 'another-agency');
    expect(story.open).toContain('medical-help');
  });

  test('as a child has guardian and safety check from the facility (Decree 09/2013 19, 21(3))', () => {
    const story = sheltered({ isMinor: true });
    story.case.complete('plan-return', 'return-planned');
    for (const step of ['appoint-guardian', 'family-safety-check'])
      expect(story.case.taskOf(step)).toMatchObject({ role: 'social-facility', wantsRouting: false });
    const outside = new Story(ref).received({ isMinor: true }).wanting().verified('confirmed');
    outside.case.complete('plan-return', 'return-planned');
    expect(outside.case.taskOf('appoint-guardian').role).toBe(
      procedures.find((p) => refOf(p) === ref)?.coordinatingRole,
    );
    expect(outside.case.taskOf('family-safety-check').role).toBe('commune-child-protection');
  });

  test('and withdraws is still owed the decision on leaving', () => {
    const story = sheltered({ isMinor: false });
    story.case.record('leaveApplication', 'person');
    story.case.record('pathEnd', 'withdrawn');
    expect(story.open).toContain('decide-on-leaving');
    story.case.record('pathEnd', 'died');
    expect(story.open).not.toContain('decide-on-leaving');
  });

  test('as a child: parents are told again when the end of the stay moves', () => {
    const story = sheltered({ isMinor: true });
    story.case.complete('notify-guardian', 'notified');
    expect(story.open).not.toContain('notify-guardian');
    story.case.extend('shelter-stay', 'still-needed', '2026-09-30');
    expect(story.case.taskOf('notify-guardian').deadlines).toMatchObject([{ dueDate: '2026-09-10' }]);
    story.case.complete('notify-guardian', 'notified');
    story.days(220).case.complete('after-stay', 'stays-by-decision');
    expect(story.case.taskOf('notify-guardian').deadlines).toHaveLength(1);
  });
});

test('2014: the superior body decides on more time, not the facility itself', () => {
  for (const step of ['shelter-stay', 'further-stay', 'shelter-file'])
    expect(vn2014.steps[step]?.extension?.decidedBy).toEqual([vn2014.coordinatingRole]);
});

describe('a limit of the law binds the duty that it speaks of', () => {
  const limitsOf = (story: Story, step: string) =>
    story.case.taskOf(step).deadlines.map(({ limitId }) => limitId);

  test('2014: the three days bind the request that follows the initial information at once', () => {
    const story = new Story('vn-2014@1').received().wanting();
    story.case.complete('initial-verification', 'no-paper');
    expect(limitsOf(story, 'request-verification')).toEqual(['R14.A.INITIAL']);
  });

  test('2014: and not one for whoever agreed a month later', () => {
    const story = new Story('vn-2014@1').received().wanting();
    story.case.complete('initial-verification', 'person-refuses');
    story.days(30).case.complete('talk-after-refusal', 'changed-mind');
    expect(limitsOf(story, 'request-verification')).toEqual(['SL.NEEDS']);
    expect(story.case.taskOf('request-verification').reached).toEqual([]);
  });

  test('2014: whoever has a victim paper has the return planned within them (R14-A A7)', () => {
    const story = new Story('vn-2014@1').received().wanting();
    story.case.complete('initial-verification', 'has-paper');
    expect(limitsOf(story, 'plan-return')).toEqual(['R14.A.INITIAL']);
    const verified = new Story('vn-2014@1').received().wanting().verified('confirmed');
    expect(limitsOf(verified, 'plan-return')).toEqual(['SL.PLAN']);
  });

  test.each(refs)('%s: five days for the plan of a child, but not for what the chair returned', (ref) => {
    const story = new Story(ref, [{ fact: 'isMinor', value: true }]);
    story.case.complete('child-risk-assessment', 'assessed', { seriousHarm: false });
    story.case.complete('child-assessment', 'assessed');
    expect(limitsOf(story, 'child-plan')).toEqual(['CH.PLAN']);
    story.days(12).case.complete('child-plan', 'submitted');
    story.case.complete('child-plan-approval', 'returned');
    expect(limitsOf(story, 'child-plan')).toEqual(['SL.CHILD_ASSESS']);
    expect(story.case.taskOf('child-plan').reached).toEqual([]);
  });

  test('a time of the law that has passed is not extended afterwards', () => {
    const story = new Story('vn-2014@1').received().wanting();
    story.case.complete('initial-verification', 'no-paper');
    story.case.complete('request-verification', 'requested');
    story.days(25);
    expect(() => story.case.extend('police-verification', 'complex')).toThrow('limit-exhausted');
  });
});

describe('a foreigner', () => {
  test.each(refs)('%s: has no plan of support for residents', (ref) => {
    const story = new Story(ref, [{ fact: 'nationalityClaimed', value: 'foreign' }]);
    story.received().wanting({ wantsVocational: true }).verified('confirmed');
    expect(story.open).not.toContain('plan-support');
    story.case.record('nationalityConfirmed', 'vietnamese');
    expect(story.open).toContain('plan-support');
  });

  test('has the travel costs under the law of 2014 only (Law 53/2024 37(4))', () => {
    const planned = (ref: (typeof refs)[number]): readonly string[] => {
      const story = new Story(ref, [{ fact: 'nationalityConfirmed', value: 'foreign' }]);
      story.received().wanting().verified('confirmed').case.complete('plan-return', 'return-planned');
      return story.open;
    };
    expect(planned('vn-2014@1')).toContain('arrange-travel');
    expect(planned('vn-2025@1')).not.toContain('arrange-travel');
  });
});
