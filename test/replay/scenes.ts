import type { CaseActivities } from '../../activities/case-activities.js';
import type { Fields } from '../../domain/case/case-state.js';
import { updatesPerRun } from '../../workflows/contract.js';
import { TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import { fastForward } from '../support/fast-forward.js';

/** What a scene leaves behind: one case and its runs, oldest first. */
export interface Played {
  readonly caseId: string;
  readonly runs: readonly string[];
}

const wantsToGoHome: Fields = {
  wantsShelter: false,
  wantsMedical: false,
  wantsPsychological: false,
  wantsLegalAid: false,
  wantsVocational: false,
  wantsGoHome: true,
};

/** Cases that together take every way through the workflow. Each scene has a worker of its own. */
export const scenes: Readonly<Record<string, (world: CaseWorld) => Promise<Played>>> = {
  /** Many commands on one warm run, one of them refused, one of them sent again. */
  'opening-and-verification': async (world) => {
    await world.startWorker();
    const subject = await received(world);
    const refused = await subject.send('decline-task', {
      taskId: (await subject.openTask('initial-verification')).id,
      reason: 'no-place',
    });
    if (refused.kind !== 'refused') throw new Error('a duty cannot be declined');
    await accepted(subject.complete('initial-verification', 'no-paper'));
    const residence = { placeRevision: await subject.place('residence') };
    await accepted(subject.complete('request-verification', 'requested', { residence, evidence: ['EV6'] }));
    await accepted(subject.complete('police-verification', 'confirmed', { confirmedOn: isoDay(Date.now()) }));
    await accepted(subject.complete('issue-certificate', 'issued'));
    return lastRun(subject);
  },

  /** Timers that fire: a reminder, the due instant, three escalations, each saved by the case's own clock. */
  'rungs-by-the-clock': async (world) => {
    await world.startWorker();
    const subject = new TestCase(world);
    await accepted(subject.open({ rehearsal: true }));
    await fastForward(world.temporal.client, `case:${subject.id}`, 6);
    await accepted(subject.complete('register-report', 'registered', { isMinor: true }));
    return lastRun(subject);
  },

  /** A run that has grown long hands over to a fresh one, which goes on. */
  'continued-as-new': async (world) => {
    await world.startWorker();
    const subject = new TestCase(world);
    await accepted(subject.open());
    const { id: taskId } = await subject.openTask('register-report');
    const first = await runOf(subject);
    for (let asked = 0; asked < updatesPerRun; asked += 50)
      await Promise.all(Array.from({ length: 50 }, () => accepted(subject.send('nudge', { taskId }))));
    await accepted(subject.complete('register-report', 'registered', { isMinor: false }));
    const second = await runOf(subject);
    if (first === second) throw new Error('the run was expected to hand over');
    return { caseId: subject.id, runs: [first, second] };
  },

  /** The save is committed and its answer lost: the next attempt adopts what the record knows. */
  'adopted-after-a-lost-answer': async (world) => {
    await world.startWorker(losingAnswers(world.activities));
    const subject = new TestCase(world);
    await accepted(subject.open());
    await accepted(subject.complete('register-report', 'registered', { isMinor: false }));
    return lastRun(subject);
  },

  /** A run that begins from the record alone, as after the loss of the engine. */
  'begun-from-the-record': async (world) => {
    await world.startWorker();
    const subject = new TestCase(world);
    await accepted(subject.open());
    await subject.handle().terminate();
    await accepted(subject.complete('register-report', 'registered', { isMinor: false }));
    return lastRun(subject);
  },

  /** A closed case's run ends; the command that reopens it begins another. */
  'closed-and-reopened': async (world) => {
    await world.startWorker();
    const subject = new TestCase(world);
    await accepted(subject.open());
    const first = await runOf(subject);
    await accepted(subject.complete('register-report', 'not-proceeding'));
    await accepted(subject.send('close-case', { outcome: 'withdrawn', ground: { code: 'person-withdrew' } }));
    await subject.handle().result();
    await accepted(subject.send('reopen-case', { ground: { code: 'new-evidence' } }));
    return { caseId: subject.id, runs: [first, await runOf(subject)] };
  },
};

async function received(world: CaseWorld): Promise<TestCase> {
  const subject = new TestCase(world);
  await accepted(subject.open());
  await accepted(subject.complete('register-report', 'registered', { isMinor: false }));
  await accepted(subject.complete('notify-authority', 'notified'));
  await accepted(subject.complete('receive-case', 'received'));
  await accepted(subject.complete('needs-assessment', 'assessed', wantsToGoHome));
  return subject;
}

/** Every first answer of a save is lost on its way to the engine. */
function losingAnswers(activities: CaseActivities): CaseActivities {
  const lost = new Set<string>();
  return {
    ...activities,
    async saveCaseEvents(request) {
      const answer = await activities.saveCaseEvents(request);
      const key = request.decisions.map(({ commandId }) => commandId).join();
      if (lost.has(key)) return answer;
      lost.add(key);
      throw new Error('AnswerLost');
    },
  };
}

async function accepted(answer: ReturnType<TestCase['send']>): Promise<void> {
  const said = verdict(await answer);
  if (said !== 'accepted') throw new Error(`a scene goes wrong: ${said}`);
}

const runOf = async (subject: TestCase): Promise<string> => (await subject.handle().describe()).runId;

const lastRun = async (subject: TestCase): Promise<Played> => ({
  caseId: subject.id,
  runs: [await runOf(subject)],
});

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
