import { extentOf, type CaseAction, type Extent } from '../../domain/access/policy.js';
import { relationsOf, type Relation } from '../../domain/access/relation.js';
import type { Viewer } from '../../domain/access/viewer.js';
import { isOpenTask, type CaseState, type FactMemory, type Task } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { Instant } from '../../domain/time/instant.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { personFields, type PersonField } from '../../domain/procedure/procedure.js';
import type { Language } from '../../messages/message.js';
import type { CaseRecord } from './case-record.js';

/** Who reads, in which language, and when. */
export interface Reader {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Instant;
}

/** One case as one viewer may see it: the policy applied to the record. */
export interface Sight extends Reader {
  readonly record: CaseRecord;
  readonly state: CaseState;
  readonly relations: readonly Relation[];
  extent(action: CaseAction): Extent;
  readonly seesMasked: boolean;
}

/** Undefined for strangers and for whoever is excluded: to them there is no such case. */
export function sightOf(record: CaseRecord, reader: Reader): Sight | undefined {
  const relations = relationsOf(reader.viewer, record);
  if (extentOf('see-case', relations) === 'none') return undefined;
  const extent = (action: CaseAction): Extent => extentOf(action, relations);
  return {
    ...reader,
    record,
    state: record.state,
    relations,
    extent,
    seesMasked: extent('see-masked-agencies') === 'all',
  };
}

export const isOwnTask = ({ viewer }: Reader, task: Pick<Task, 'agencyId'>): boolean =>
  task.agencyId !== null && task.agencyId === viewer.agencyId;

/** May this viewer know of this task? */
export function seesTask(sight: Sight, taskId: string): boolean {
  const task = sight.state.tasks[taskId];
  if (task === undefined) return false;
  const extent = sight.extent('see-tasks');
  return extent === 'all' || (extent !== 'none' && isOwnTask(sight, task));
}

/** The facts that this viewer may see: all, or what the open tasks of their agency need. */
export function factsSeen(sight: Sight): Readonly<Record<string, FactMemory>> {
  const extent = sight.extent('see-facts');
  if (extent === 'all') return sight.state.facts;
  if (extent === 'none') return {};
  const needed = ownNeeds(sight).flatMap(({ facts }) => facts);
  return Object.fromEntries(Object.entries(sight.state.facts).filter(([fact]) => needed.includes(fact)));
}

/** The fields of the person record that this viewer may read. */
export function personFieldsSeen(sight: Sight): readonly PersonField[] {
  const extent = sight.extent('see-person');
  if (extent === 'all') return personFields;
  if (extent === 'none') return [];
  const needed = ownNeeds(sight).flatMap(({ person }) => person);
  return personFields.filter((field) => needed.includes(field));
}

function ownNeeds(sight: Sight) {
  const { steps } = procedureOf(sight.state.procedure);
  return Object.values(sight.state.tasks)
    .filter((task) => isOpenTask(task) && isOwnTask(sight, task))
    .flatMap((task) => steps[task.stepId]?.needs ?? []);
}

/** Which event points to a text decides who may open it: a text that no event names is nobody's to read. */
export function seesText(sight: Sight, textId: string, events: readonly CaseEvent[]): boolean {
  const event = events.find((each) =>
    JSON.stringify([each.data, each.onBehalfOf ?? null]).includes(`"${textId}"`),
  );
  if (event === undefined) return false;
  const extent = sight.extent('see-texts');
  if (extent === 'all') return true;
  if (extent === 'none') return false;
  if (event.type === 'note-added' && event.data.visibility !== 'agencies') return isOwnAct(sight, event);
  if (event.type === 'consent-recorded') return isOwnAct(sight, event);
  const taskId = 'taskId' in event.data ? event.data.taskId : undefined;
  if (taskId !== undefined) return seesTask(sight, taskId);
  return event.type === 'note-added';
}

const isOwnAct = ({ viewer }: Reader, { actor }: CaseEvent): boolean =>
  actor.kind === 'user' && viewer.agencyId !== null && actor.agencyId === viewer.agencyId;
