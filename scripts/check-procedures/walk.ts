import { finding, type Finding } from '../../domain/procedure/checks/finding.js';
import { closeStepId, type Channel, type Procedure } from '../../domain/procedure/procedure.js';
import { instant } from '../../domain/time/instant.js';
import { chanceOf, type Chance } from './chance.js';
import { SyntheticCase } from './synthetic-case.js';

/** Longer than any case by chance has ever been; reaching it means that a case can go on for ever. */
const mostTurns = 1500;

export interface Walked {
  /** Undefined: the case never reached a closing. */
  readonly closing?: string;
  readonly opened: readonly string[];
  readonly path: readonly string[];
  readonly trouble?: string;
}

/** One case by chance from receipt to closing. */
export function walk(procedure: Procedure, channel: Channel, seed: number): Walked {
  const chance = chanceOf(seed);
  const walked = new SyntheticCase(procedure, chance, startOf(procedure, chance));
  const path: string[] = [];
  const end = (more: Omit<Walked, 'opened' | 'path'>): Walked => ({
    ...more,
    opened: Object.keys(walked.current.steps).filter((id) => (walked.current.steps[id]?.opened ?? 0) > 0),
    path,
  });
  walked.open(channel, openingFacts(chance));
  for (let turn = 0; turn < mostTurns; turn++) {
    const closings = walked.closings;
    if (closings.length > 0 && chance.whole(3) > 0) {
      const closing = chance.oneOf(closings);
      walked.close(closing);
      return end({ closing });
    }
    const untimed = walked.openTasks.find((task) => task.deadlines.length === 0);
    if (untimed !== undefined) return end({ trouble: `${untimed.stepId} waits without any time` });
    happenByChance(walked, chance, path);
    extendByChance(walked, chance, path);
    const stays = chance.whole(8) === 0;
    const tasks = walked.openTasks.filter((task) => stays || task.kind !== 'stay');
    if (tasks.length > 0 && chance.whole(4) > 0) path.push(walked.answer(chance.oneOf(tasks)));
    else if (!walked.wake() && walked.openTasks.length === 0 && walked.closings.length === 0)
      return end({ trouble: 'nothing is open, and no closing holds' });
  }
  return end({ trouble: `no closing after ${String(mostTurns)} turns` });
}

/** A day on which the procedure was in force, among its first or its last. */
function startOf({ inForce }: Procedure, chance: Chance) {
  const day = chance.whole(2) === 0 || inForce.to === undefined ? inForce.from : inForce.to;
  return instant(`${day}T01:00:00.000Z`);
}

function openingFacts(chance: Chance) {
  return [
    ...(chance.whole(3) === 0 ? [{ fact: 'isMinor', value: true }] : []),
    ...(chance.whole(6) === 0
      ? [{ fact: 'receivedBy', value: chance.oneOf(['police', 'border-guard', 'coast-guard', 'other']) }]
      : []),
  ];
}

/** Somebody takes the longer time that the law allows for what is difficult. */
function extendByChance(walked: SyntheticCase, chance: Chance, path: string[]): void {
  const able = walked.openTasks.filter((task) => {
    const { limits = [], times = 0 } = walked.stepOf(task).extension ?? {};
    return limits.length > 0 && task.extendedTimes < times;
  });
  if (able.length === 0 || chance.whole(8) > 0) return;
  const { stepId } = chance.oneOf(able);
  walked.extend(stepId);
  path.push(`${stepId} extended`);
}

/** What nobody planned: an age is corrected, somebody dies, applies to leave, or is out of reach. */
function happenByChance(walked: SyntheticCase, chance: Chance, path: string[]): void {
  const [fact, value] = chance.oneOf([
    ['isMinor', true],
    ['isMinor', false],
    ['ageUncertain', false],
    ['needsReview', true],
    ['contactLost', true],
    ['leaveApplication', 'person'],
    ['pathEnd', 'died'],
  ] as const);
  const likely = fact === 'pathEnd' ? 250 : 60;
  if (chance.whole(likely) > 0) return;
  walked.record(fact, value);
  path.push(`${fact} = ${String(value)}`);
}

/** Walks many cases of every channel; each must reach a closing, and together they must reach everything. */
export function walkFindings(procedure: Procedure, cases: number): readonly Finding[] {
  const channels = Object.keys(procedure.channels) as Channel[]; // the keys of a record by channel
  return channels.flatMap((channel) => {
    const walks = Array.from({ length: cases }, (_, seed) => ({
      seed,
      ...walk(procedure, channel, seed + 1),
    }));
    const opened = new Set(walks.flatMap((each) => each.opened));
    const closings = new Set(walks.map((each) => each.closing));
    return [
      ...walks.flatMap(({ trouble, seed, path }) =>
        trouble === undefined
          ? []
          : [
              finding(
                'walk-reaches-a-closing',
                `${channel} #${String(seed + 1)}`,
                `${trouble}; ${path.slice(-8).join(' → ')}`,
              ),
            ],
      ),
      ...Object.values(procedure.steps)
        .filter(
          (step) =>
            step.id !== closeStepId && (step.channels ?? [channel]).includes(channel) && !opened.has(step.id),
        )
        .map((step) => finding('walk-opens-every-step', step.id, channel)),
      ...Object.keys(procedure.closings)
        .filter((id) => !closings.has(id))
        .map((id) => finding('walk-reaches-every-closing', id, channel)),
    ];
  });
}
