import { readEvents } from '../../activities/stored-case.js';
import type { Fields } from '../../domain/case/case-state.js';
import { agencyId, derivedUuid } from '../../domain/ids.js';
import type { ProcedureRef } from '../../domain/procedure/procedure.js';
import { TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import { fastForward } from '../support/fast-forward.js';

/** The procedures of which a case is kept, each with the role of a facility that its stay may be in. */
export const keptProcedures = {
  'vn-2014@1': 'social-facility',
  'vn-2025@1': 'social-facility',
} as const satisfies Partial<Record<ProcedureRef, string>>;

const wanted: Fields = {
  wantsShelter: true,
  wantsMedical: false,
  wantsPsychological: false,
  wantsLegalAid: true,
  wantsVocational: false,
  wantsGoHome: true,
};

/**
 * A child in a shelter, forty days later: answered and late duties, requests, reminders, escalations, one of them
 * answered, a consent that was withdrawn. What the record holds of it is kept, so that later code can be asked what it makes of that.
 */
export async function keptCase(world: CaseWorld, procedure: keyof typeof keptProcedures) {
  const subject = new TestCase(world);
  const { database } = world.test;
  const done = async (stepId: string, outcome: string, fields: Fields = {}): Promise<void> =>
    accepted(await subject.complete(stepId, outcome, fields));
  accepted(await subject.open({ rehearsal: true, procedure }));
  await fastForward(world.temporal.client, `case:${subject.id}`, 3);
  await done('register-report', 'registered', { isMinor: true });
  await done('notify-authority', 'notified');
  await done('receive-case', 'received');
  await done('needs-assessment', 'assessed', wanted);
  const facility = await database.agencyRole.findFirstOrThrow({
    where: { role: keptProcedures[procedure], agency: { code: { startsWith: 'HN-' } } },
    orderBy: { agencyId: 'asc' },
  });
  accepted(
    await subject.send('record-consent', {
      scope: ['identity', 'needs'],
      recipients: [{ agencyId: agencyId(facility.agencyId) }],
      purpose: 'shelter',
      givenBy: 'guardian',
      childView: 'agrees',
      proof: 'signed',
      evidenceTextId: derivedUuid('the evidence of the kept case'),
    }),
  );
  await done('choose-facility', 'chosen', { facility: facility.agencyId });
  await done('shelter-admission', 'admitted');
  await fastForward(world.temporal.client, `case:${subject.id}`, 40);
  const raised = Object.values((await subject.state()).escalations)[0];
  if (raised === undefined) throw new Error('nothing was escalated');
  const answer = { escalationId: raised.id, action: 'nudged' } as const;
  accepted(await subject.send('acknowledge-escalation', answer));
  const [consentId = ''] = Object.keys((await subject.state()).consents);
  accepted(await subject.send('withdraw-consent', { consentId }));
  const events = await database.$transaction((all) => readEvents(all, subject.id, 0));
  const { schema, state } = await database.caseSnapshot.findUniqueOrThrow({ where: { caseId: subject.id } });
  return { schema, events, state };
}

function accepted(answer: Awaited<ReturnType<TestCase['send']>>): void {
  if (answer.kind !== 'accepted') throw new Error(`the kept case goes wrong: ${verdict(answer)}`);
}
