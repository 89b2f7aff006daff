import { openTasks, type CaseState, type Exclusion } from '../../../domain/case/case-state.js';
import type { CaseCommand, CommandData, CommandType } from '../../../domain/case/commands.js';
import {
  consentGivers,
  consentPurposes,
  consentScopes,
  type Consent,
  type ConsentTerms,
} from '../../../domain/case/consent.js';
import { consentStanding, missingConsent } from '../../../domain/case/consent-standing.js';
import { decide } from '../../../domain/case/decide.js';
import type { Actor, InitialFact } from '../../../domain/case/events.js';
import { fold } from '../../../domain/case/evolve.js';
import { permitted } from '../../../domain/case/permitted.js';
import { agencyId, caseId, commandId, derivedUuid, userId, type AgencyId } from '../../../domain/ids.js';
import { isRefusal, type Refusal } from '../../../domain/refusal.js';
import { addHours, instant, type Instant } from '../../../domain/time/instant.js';
import { dateOf, plainDate } from '../../../domain/time/plain-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const received = instant('2026-11-23T03:00:00Z');
const calendar = workingCalendar('test', [], { from: plainDate('2014-01-01'), to: plainDate('2030-12-31') });
const agency = (name: string) => agencyId(derivedUuid(name));
const commune = agency('commune');
const authority = agency('authority');
const hospital = agency('hospital');
const lawyers = agency('lawyers');
const police = agency('police');
const hotline = agency('hotline');
const of = (whose: AgencyId, role = 'officer'): Actor => ({
  kind: 'user',
  userId: userId(derivedUuid(`somebody of ${whose}`)),
  agencyId: whose,
  roles: [role],
});
const coordinator = of(authority, 'coordinator');

const medical: ConsentTerms = {
  scope: ['identity', 'health'],
  recipients: [{ agencyId: hospital }],
  purpose: 'medical-help',
  givenBy: 'person',
  proof: 'signed',
  evidenceTextId: derivedUuid('a sealed text'),
};

/** Whose act it is, and when; the coordinator's, at the receipt. */
interface By {
  readonly actor?: Actor;
  readonly at?: Instant;
}

/** A case whose first duty the commune holds, registered by the hotline and coordinated by the authority. */
class Case {
  private commands = 0;
  state: CaseState;

  constructor(
    facts: readonly InitialFact[] = [{ fact: 'isMinor', value: false }],
    consents: readonly ConsentTerms[] = [],
    exclusions: readonly Exclusion[] = [],
  ) {
    const opened = this.answer(
      'open-case',
      { ...report, facts, consents, exclusions: exclusions.map(excluding) },
      { actor: of(hotline) },
    );
    if (isRefusal(opened)) throw new Error(JSON.stringify(opened));
    const directory = {
      caseId: id,
      occurredAt: received,
      recordedAt: received,
      actor: { kind: 'system', name: 'directory' },
      commandId: commandId(derivedUuid('a save')),
    } as const;
    const { version } = opened;
    const registered = { code: 'HN-2026-000001', coordinatingAgencyId: authority };
    const routed = openTasks(opened).map((task, index) => ({
      ...directory,
      version: version + 2 + index,
      type: 'task-routed' as const,
      data: { taskId: task.id, agencyId: commune },
    }));
    const state = fold(
      [{ ...directory, version: version + 1, type: 'case-registered', data: registered }, ...routed],
      opened,
    );
    if (state === undefined) throw new Error('an open case has a state');
    this.state = state;
  }

  /** The state that the rules lead to, or why they refuse. */
  answer<Type extends CommandType>(
    type: Type,
    data: CommandData[Type],
    { actor = coordinator, at: occurredAt = received }: By = {},
  ): CaseState | Refusal {
    this.commands += 1;
    const command = {
      id: commandId(derivedUuid(`command ${String(this.commands)}`)),
      caseId: id,
      type,
      data,
      actor,
      ...(type === 'open-case' ? {} : { occurredAt }),
    } as CaseCommand;
    const now = addHours(occurredAt, 1);
    const decision = decide(this.state, command, { now, calendar });
    return isRefusal(decision) ? decision : decision.state;
  }

  did<Type extends CommandType>(type: Type, data: CommandData[Type], by?: By): this {
    const answer = this.answer(type, data, by);
    if (isRefusal(answer)) throw new Error(`${type}: ${JSON.stringify(answer)}`);
    this.state = answer;
    return this;
  }

  refusal<Type extends CommandType>(type: Type, data: CommandData[Type], by?: By) {
    const answer = this.answer(type, data, by);
    return isRefusal(answer)
      ? [answer.refused, answer.about].filter((each) => each !== undefined)
      : 'accepted';
  }

  get consents(): readonly Consent[] {
    return Object.values(this.state.consents);
  }
  get only(): Consent {
    const [consent, ...others] = this.consents;
    if (consent === undefined || others.length > 0) throw new Error('not exactly one consent');
    return consent;
  }
  standing(day: string = dateOf(received)) {
    return consentStanding(this.only, this.state, plainDate(day));
  }
}

const id = caseId(derivedUuid('a case'));
const report: CommandData['open-case'] = {
  procedure: 'vn-2025@1',
  channel: 'self-report',
  receivedAt: received,
  urgent: false,
  rehearsal: false,
  places: {},
  facts: [],
  exclusions: [],
};
const excluding = (exclusion: Exclusion) => ({ exclusion, ground: { code: 'suspected-involvement' } });
const child: readonly InitialFact[] = [{ fact: 'isMinor', value: true }];
const toMedical = { to: hospital, purpose: 'medical-help', scope: ['identity'] } as const;

describe('a consent is recorded', () => {
  test('with its terms, by whom and when, and nothing but codes and ids', () => {
    const subject = new Case().did('record-consent', { ...medical, expiresOn: plainDate('2026-12-31') });
    expect(subject.only).toEqual({
      ...medical,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      expiresOn: '2026-12-31',
      givenAt: received,
      recordedAt: addHours(received, 1),
      recordedBy: authority,
    });
  });

  test('by the coordinator and whoever holds a task now; by nobody else', () => {
    const subject = new Case();
    expect(subject.refusal('record-consent', medical)).toBe('accepted');
    expect(subject.refusal('record-consent', medical, { actor: of(commune) })).toBe('accepted');
    for (const actor of [of(hotline), of(hospital), of(authority, 'supervisor'), of(commune, 'auditor')])
      expect(subject.refusal('record-consent', medical, { actor })).toEqual([
        'not-permitted',
        'record-consent',
      ]);
  });

  test('not by the agency that wants to be told', () => {
    const toCommune = { ...medical, recipients: [{ agencyId: commune }] };
    const subject = new Case();
    expect(subject.refusal('record-consent', toCommune, { actor: of(commune) })).toEqual([
      'not-permitted',
      'recipients',
    ]);
    expect(subject.refusal('record-consent', toCommune)).toBe('accepted');
  });

  test.each([
    ['to nobody', { recipients: [] }, ['field-invalid', 'recipients']],
    [
      'to a relative for medical help',
      { recipients: [{ relative: 'parent' }] },
      ['field-invalid', 'recipients'],
    ],
    ['to an agency as news to the family', { purpose: 'family-contact' }, ['field-invalid', 'recipients']],
    [
      'until a day before it was given',
      { expiresOn: plainDate('2026-11-22') },
      ['field-invalid', 'expiresOn'],
    ],
  ] satisfies [string, Partial<ConsentTerms>, string[]][])('not %s', (_what, terms, refusal) => {
    expect(new Case().refusal('record-consent', { ...medical, ...terms })).toEqual(refusal);
  });

  test('to the family for contact with the family, and for its own day alone', () => {
    const news = { ...medical, purpose: 'family-contact', recipients: [{ relative: 'sibling' }] } as const;
    const today = plainDate('2026-11-23');
    expect(new Case().did('record-consent', { ...news, expiresOn: today }).standing('2026-11-23')).toBe(
      'in-force',
    );
  });

  test('never to who is excluded from the case', () => {
    const recipients = [{ agencyId: lawyers }];
    const subject = new Case().did('exclude', excluding({ agencyId: lawyers }));
    expect(subject.refusal('record-consent', { ...medical, recipients })).toEqual([
      'agency-excluded',
      'recipients',
    ]);
  });
});

describe('who may agree', () => {
  const adult: readonly InitialFact[] = [{ fact: 'isMinor', value: false }];
  const uncertain: readonly InitialFact[] = [{ fact: 'ageUncertain', value: true }];
  const answers = (facts: readonly InitialFact[], more: Partial<ConsentTerms>) =>
    new Case(facts).refusal('record-consent', { ...medical, ...more });

  test.each([
    ['an adult', adult, ['person', 'guardian']],
    ['somebody of whose age nothing is known', [], ['person', 'guardian']],
  ] as const)('%s: they themselves, or a guardian; their view is asked by that', (_who, facts, allowed) => {
    expect(consentGivers.filter((givenBy) => answers(facts, { givenBy }) === 'accepted')).toEqual(allowed);
    expect(answers(facts, { childView: 'agrees' })).toEqual(['field-invalid', 'childView']);
  });

  test.each([
    ['a child', child],
    ['who may be a child', uncertain],
  ] as const)('%s: a parent or guardian, and never without the child having been heard', (_who, facts) => {
    const heard = consentGivers.filter(
      (givenBy) => answers(facts, { givenBy, childView: 'agrees' }) === 'accepted',
    );
    expect(heard).toEqual(['parent', 'guardian']);
    expect(answers(facts, { givenBy: 'person' })).toEqual(['field-invalid', 'givenBy']);
    expect(answers(facts, { givenBy: 'parent' })).toEqual(['field-required', 'childView']);
  });

  test('not the parent who is excluded from the case', () => {
    const subject = new Case(child, [], [{ relative: 'parent' }]);
    const byParent = { ...medical, givenBy: 'parent', childView: 'agrees' } as const;
    expect(subject.refusal('record-consent', byParent)).toEqual(['agency-excluded', 'givenBy']);
    expect(subject.refusal('record-consent', { ...byParent, givenBy: 'guardian' })).toBe('accepted');
  });
});

describe('at the registration', () => {
  test('consents come with the case, each by itself, recorded by whoever registers', () => {
    const legal = { ...medical, purpose: 'legal-aid', recipients: [{ agencyId: lawyers }] } as const;
    const subject = new Case(undefined, [medical, legal]);
    expect(subject.consents.map(({ purpose, recordedBy }) => [purpose, recordedBy])).toEqual([
      ['medical-help', hotline],
      ['legal-aid', hotline],
    ]);
  });

  test('what cannot be agreed to keeps the whole case from being opened, and says which consent', () => {
    const opening = (consents: readonly ConsentTerms[], exclusions: readonly Exclusion[] = []) => {
      try {
        return new Case(child, consents, exclusions).consents.length;
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    const byGuardian = { ...medical, givenBy: 'guardian', childView: 'under-seven' } as const;
    expect(opening([byGuardian])).toBe(1);
    expect(opening([byGuardian, medical])).toContain('"about":"consents.1.givenBy"');
    expect(opening([byGuardian], [{ agencyId: hospital }])).toContain('agency-excluded');
  });
});

describe('a consent is withdrawn', () => {
  const given = () => new Case(undefined, [medical]);

  test('by every agency to which the person may have said so, and by nobody else', () => {
    const subject = given();
    const withdrawal = { consentId: subject.only.id };
    for (const actor of [coordinator, of(authority, 'supervisor'), of(hotline)])
      expect(subject.refusal('withdraw-consent', withdrawal, { actor })).toBe('accepted');
    expect(subject.refusal('withdraw-consent', withdrawal, { actor: of(police) })).toEqual([
      'not-permitted',
      'withdraw-consent',
    ]);
    // The commune holds a task, but neither recorded this consent nor is named by it.
    expect(subject.refusal('withdraw-consent', withdrawal, { actor: of(commune) })).toEqual([
      'unknown-consent',
    ]);
  });

  test('once, of one that there is, not before it was given', () => {
    const subject = given();
    const { id: consentId } = subject.only;
    for (const unknown of [derivedUuid('none'), 'constructor', '__proto__'])
      expect(subject.refusal('withdraw-consent', { consentId: unknown })).toEqual(['unknown-consent']);
    subject.did('withdraw-consent', { consentId }, { at: addHours(received, 2) });
    expect(subject.only.withdrawnAt).toBe(addHours(received, 2));
    expect(subject.refusal('withdraw-consent', { consentId })).toEqual(['consent-withdrawn']);
    const later = new Case().did('record-consent', medical, { at: addHours(received, 5) });
    expect(
      later.refusal('withdraw-consent', { consentId: later.only.id }, { at: addHours(received, 4) }),
    ).toEqual(['field-invalid', 'occurredAt']);
  });

  test('also when the case is closed', () => {
    const subject = given();
    subject.state = { ...subject.state, status: 'closed' };
    expect(subject.refusal('withdraw-consent', { consentId: subject.only.id })).toBe('accepted');
    expect(subject.refusal('record-consent', medical)).toEqual(['case-closed']);
  });

  test('is offered for each consent that is not withdrawn yet, to whom it is theirs', () => {
    const subject = given().did('record-consent', { ...medical, purpose: 'shelter' });
    const [first, second] = subject.consents;
    const offered = (actor: Actor) =>
      permitted(subject.state, actor, { now: received, calendar })
        .filter(({ type }) => type === 'withdraw-consent')
        .map(({ consentId }) => consentId);
    expect(offered(coordinator)).toEqual([first?.id, second?.id]);
    expect(offered(of(hotline))).toEqual([first?.id]);
    expect(offered(of(commune))).toEqual([]);
    subject.did('withdraw-consent', { consentId: first?.id ?? '' });
    expect(offered(coordinator)).toEqual([second?.id]);
  });
});

describe('where a consent stands', () => {
  test('in force to the end of its last day, expired after it, withdrawn whatever the day', () => {
    const subject = new Case(undefined, [{ ...medical, expiresOn: plainDate('2026-11-30') }]);
    expect([subject.standing('2026-11-30'), subject.standing('2026-12-01')]).toEqual(['in-force', 'expired']);
    subject.did('withdraw-consent', { consentId: subject.only.id });
    expect([subject.standing('2026-11-30'), subject.standing('2026-12-01')]).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
  });

  test('it lapses when an age proves wrong, whichever way', () => {
    const minor = (value: boolean) => ({ fact: 'isMinor', value, ground: { code: 'person-told-us' } });
    const alone = new Case(undefined, [medical]).did('record-fact', minor(true));
    expect(alone.standing()).toBe('lapsed');
    expect(alone.did('record-fact', minor(false)).standing()).toBe('in-force');
    const byParent = { ...medical, givenBy: 'parent', childView: 'agrees' } as const;
    expect(new Case(child, [byParent]).did('record-fact', minor(false)).standing()).toBe('lapsed');
  });

  test('it lapses when who gave it, or the only one whom it names, is excluded', () => {
    const byParent = { ...medical, givenBy: 'parent', childView: 'agrees' } as const;
    expect(new Case(child, [byParent]).did('exclude', excluding({ relative: 'parent' })).standing()).toBe(
      'lapsed',
    );
    const subject = new Case(undefined, [medical]);
    expect(subject.did('exclude', excluding({ agencyId: hospital })).standing()).toBe('lapsed');
  });
});

describe('what may be handed on only by the person’s will', () => {
  const today = dateOf(received);
  const missing = (subject: Case, more: Partial<Parameters<typeof missingConsent>[0]> = {}, day = today) =>
    missingConsent({ ...toMedical, ...more }, subject.state, day)?.refused ?? 'carried';

  test('is carried by a consent for this recipient, this purpose and all that is told, and by no other', () => {
    const subject = new Case(undefined, [medical]);
    expect(missing(subject)).toBe('carried');
    expect(missing(new Case())).toBe('consent-required');
    for (const to of [commune, lawyers, police]) expect(missing(subject, { to })).toBe('consent-required');
    for (const purpose of consentPurposes)
      expect([purpose, missing(subject, { purpose })]).toEqual([
        purpose,
        purpose === 'medical-help' ? 'carried' : 'consent-required',
      ]);
    for (const scope of consentScopes)
      expect([scope, missing(subject, { scope: ['identity', scope] })]).toEqual([
        scope,
        medical.scope.includes(scope) ? 'carried' : 'consent-required',
      ]);
  });

  test('is carried no longer once that is withdrawn, expired or lapsed; a new consent carries again', () => {
    const subject = new Case(undefined, [{ ...medical, expiresOn: plainDate('2026-11-30') }]);
    expect(missing(subject, {}, plainDate('2026-12-01'))).toBe('consent-required');
    const { id: former } = subject.only;
    subject.did('withdraw-consent', { consentId: former });
    expect(missing(subject)).toBe('consent-withdrawn');
    subject.did('record-consent', medical);
    expect(missing(subject)).toBe('carried');
    expect(missing(subject, { consentId: former })).toBe('consent-withdrawn');
    subject.did('record-fact', { fact: 'isMinor', value: true, ground: { code: 'person-told-us' } });
    expect(missing(subject, {}, today)).not.toBe('carried');
  });

  test('is carried by the consent that is named, if one is', () => {
    const subject = new Case(undefined, [medical]);
    expect(missing(subject, { consentId: subject.only.id })).toBe('carried');
    expect(missing(subject, { consentId: derivedUuid('another') })).toBe('consent-required');
  });

  test('never goes to who is excluded, whatever was agreed', () => {
    const subject = new Case(undefined, [medical]).did('exclude', excluding({ agencyId: hospital }));
    expect(missing(subject)).toBe('agency-excluded');
  });
});
