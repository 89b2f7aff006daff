import { derivedUuid } from '../../../domain/ids.js';
import type { SeenCase, SeenTask } from './shapes.js';
import type { Story } from './story.js';

export interface Scene {
  readonly seen: SeenCase;
  readonly story: Story;
}

/** A task that is answered, or the case that is closed, at a moment in milliseconds since 1970. */
export interface Act {
  readonly task: SeenTask;
  readonly at: number;
  /** The outcome with which the case is closed. */
  readonly closes?: string;
}

const hour = 3_600_000;
const openStatuses = new Set(['offered', 'accepted', 'misdirected']);
const closeStep = 'close-case';
/** Somebody who lives in a facility leaves it before they travel. */
const travelSteps = ['confirm-arrival', 'escort-home'];

export const isOpen = (task: SeenTask): boolean => openStatuses.has(task.status);

/** Of all that happens until `now`, the first; undefined when the rest of the story lies ahead. */
export function nextAct(scene: Scene, now: number): Act | undefined {
  return scene.seen.tasks
    .filter(isOpen)
    .flatMap((task) => {
      const at = answeredAt(task, scene);
      if (at === undefined || at > now) return [];
      if (task.stepId !== closeStep) return [{ task, at }];
      const [closes] = scene.seen.permitted.find(({ type }) => type === closeStep)?.outcomes ?? [];
      return closes === undefined ? [] : [{ task, at, closes }];
    })
    .sort((one, other) => one.at - other.at || one.task.stepId.localeCompare(other.task.stepId))[0];
}

function answeredAt(task: SeenTask, scene: Scene): number | undefined {
  const told = scene.story.paces?.[task.stepId];
  if (told === undefined && task.kind === 'stay') return leaves(task, scene);
  if (travelSteps.includes(task.stepId) && mustStay(scene)) return undefined;
  return told === 'never' ? undefined : atPace(task, told ?? usualPace(task.id));
}

/** A stay lasts until the way home is prepared. */
function leaves(stay: SeenTask, scene: Scene): number | undefined {
  const travel = scene.seen.tasks.find((task) => isOpen(task) && travelSteps.includes(task.stepId));
  const at = travel === undefined ? undefined : answeredAt(travel, scene);
  return at === undefined ? undefined : Math.max(at - 3 * hour, Date.parse(stay.offeredAt) + hour);
}

const mustStay = ({ seen, story }: Scene): boolean =>
  seen.tasks.some((task) => isOpen(task) && task.kind === 'stay' && story.paces?.[task.stepId] === 'never');

function atPace(task: SeenTask, pace: number): number {
  const offered = Date.parse(task.offeredAt);
  const due = task.due === null ? offered + 24 * hour : Date.parse(task.due.at);
  return Math.ceil((offered + Math.max(due - offered, hour) * pace) / 60_000) * 60_000;
}

/** Between a fifth and four fifths of the time that the task has. */
const usualPace = (seed: string): number =>
  0.2 + (0.6 * Number.parseInt(derivedUuid(seed).slice(0, 4), 16)) / 0xffff;
