import { chanceOf } from '../../../scripts/check-procedures/chance.js';
import { SyntheticCase } from '../../../scripts/check-procedures/synthetic-case.js';
import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf, type Procedure } from '../../../domain/procedure/procedure.js';
import { memoryOf } from '../../../domain/case/step-memory.js';
import { instant } from '../../../domain/time/instant.js';
import { Story } from './story.js';

const refs = procedures.map(refOf);

describe.each(refs)('%s: an outcome that was entered wrongly and is corrected', (ref) => {
  test('a report that was not to be followed after all opens what a registered one opens', () => {
    const story = new Story(ref);
    story.case.complete('register-report', 'not-proceeding');
    expect(story.case.current.facts['pathEnd']?.value).toBe('withdrawn');
    story.case.correct('register-report', 'registered', { isMinor: false });
    expect(story.case.current.facts['pathEnd']).toBeUndefined();
    expect(story.open).toEqual(expect.arrayContaining(['inform-rights', 'notify-authority']));
    expect(story.case.current.phase).toBe('receipt');
  });

  test('a paper that was found after all recalls the request to verify', () => {
    const story = new Story(ref).received().wanting();
    story.case.complete('initial-verification', 'no-paper');
    expect(story.open).toContain('request-verification');
    story.case.correct('initial-verification', 'has-paper');
    expect(story.open).not.toContain('request-verification');
    expect(story.case.current.facts['verification']).toBeUndefined();
  });

  test('somebody who left as planned is not searched for', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered();
    story.case.complete('shelter-stay', 'left-without-notice');
    expect(story.open).toContain('alert-missing');
    story.case.correct('shelter-stay', 'left-as-planned');
    expect(story.open).not.toContain('alert-missing');
  });

  test('what somebody recorded since stays', () => {
    const story = new Story(ref);
    story.case.complete('register-report', 'registered', { isMinor: true });
    story.case.record('isMinor', false);
    story.case.correct('register-report', 'not-proceeding');
    expect(story.case.current.facts['isMinor']?.value).toBe(false);
    expect(story.case.current.facts['pathEnd']?.value).toBe('withdrawn');
  });
});

test.each(procedures.map((procedure) => [refOf(procedure), procedure] as const))(
  '%s: whatever was answered wrongly, correcting it leaves what the right answer would have left',
  (_ref, procedure) => {
    const tried = new Set<string>();
    const errors = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) walkCorrecting(procedure, seed, { tried, errors });
    expect([...errors]).toEqual([]);
    expect(tried.size).toBeGreaterThan(100);
  },
);

interface Found {
  readonly tried: Set<string>;
  readonly errors: Set<string>;
}

/** A case by chance; at every task that is answered, every pair of answers is tried as error and correction. */
function walkCorrecting(procedure: Procedure, seed: number, { tried, errors }: Found): void {
  const chance = chanceOf(seed);
  const day = procedure.inForce.to ?? procedure.inForce.from;
  const walked = new SyntheticCase(procedure, chance, instant(`${day}T01:00:00.000Z`));
  walked.open('self-report', chance.whole(3) === 0 ? [{ fact: 'isMinor', value: true }] : []);
  for (let turn = 0; turn < 80; turn++) {
    const task = walked.openTasks.find(({ status }) => status === 'offered' && chance.whole(2) === 0);
    if (task === undefined) {
      if (!walked.wake() && walked.openTasks.length === 0) return;
      continue;
    }
    const ids = Object.keys(walked.stepOf(task).outcomes);
    for (const [wrong, right] of ids.flatMap((one) => ids.map((other) => [one, other] as const))) {
      const pair = `${task.stepId}: ${wrong} → ${right}`;
      if (wrong === right || tried.has(pair)) continue;
      tried.add(pair);
      const error = lastingError(walked, task.stepId, [wrong, right]);
      if (error !== undefined) errors.add(`${pair}: ${error}`);
    }
    walked.answer(task);
  }
}

/**
 * How a case whose task was answered wrongly, and corrected at once, differs from one that was answered rightly: in its
 * facts and open steps. It need not where the wrong answer opened the step anew, so that the right one is given to the
 * new task; and what was done before and lapsed by the wrong answer may be asked once more: that harms nobody.
 */
function lastingError(
  walked: SyntheticCase,
  stepId: string,
  [wrong, right]: readonly [string, string],
): string | undefined {
  const task = walked.taskOf(stepId);
  const [wrongFields, fields] = [walked.required(task, wrong), walked.required(task, right)];
  const rightly = walked.supposing(() => {
    walked.complete(stepId, right, fields);
    return knownAndOpen(walked);
  });
  const corrected = walked.supposing(() => {
    walked.complete(stepId, wrong, wrongFields);
    if (memoryOf(walked.current, stepId).lastTask !== task.id) return undefined;
    walked.correct(stepId, right, fields);
    return knownAndOpen(walked);
  });
  if (corrected === undefined) return undefined;
  const isNew = (each: string): boolean => memoryOf(walked.current, each).completed === 0;
  const lost = rightly.filter((each) => !corrected.includes(each)).map((each) => `without ${each}`);
  const left = corrected
    .filter((each) => !rightly.includes(each) && isNew(each))
    .map((each) => `with ${each}`);
  return lost.length + left.length === 0 ? undefined : [...lost, ...left].join(', ');
}

const knownAndOpen = ({ current, openSteps }: SyntheticCase): readonly string[] => [
  ...Object.entries(current.facts).map(([fact, { value }]) => `${fact}=${String(value)}`),
  ...openSteps,
];
