import { findProcedure } from '../../domain/procedure/catalogue.js';
import type { FactMemory } from '../../domain/case/case-state.js';
import type { FormField, Procedure, Step, Words } from '../../domain/procedure/procedure.js';
import { addHours, type Instant } from '../../domain/time/instant.js';
import type { FieldSpec, TaskView } from '../contract/task.js';
import { TaskView as TaskShape } from '../contract/task.js';
import type { Language } from '../../messages/message.js';
import { dueView } from './due.js';
import { nudgeAs } from './nudge-as.js';
import { accountTitle, shownAgency, type NameReader, type Names } from './names.js';
import type { TaskRow } from './task-rows.js';

export interface TaskReader extends NameReader {
  readonly names: Names;
  readonly now: Instant;
  /** Facts of the case, for tasks that this reader holds or oversees; none otherwise. */
  readonly facts?: Readonly<Record<string, FactMemory>>;
  /** May this reader issue links for the task? */
  readonly issuesLinks?: boolean;
  /** When this task's deadline was recorded, where that was late and nothing was escalated yet. */
  readonly recordedLateAt?: Date | undefined;
}

/** A task as one reader may see it. That they may see it at all was decided before. */
export function taskView(row: TaskRow, reader: TaskReader): TaskView {
  const procedure = findProcedure(row.procedure);
  const step = procedure?.steps[row.step_id];
  const words = (text: Words | undefined): string => text?.[reader.language] ?? '';
  const now = caseNow(reader.now, row.clock_offset);
  return {
    id: row.id,
    subject: {
      kind: shape.subject.shape.kind.parse(row.subject_kind),
      id: row.subject_id,
      code: row.subject_code,
    },
    caseVersion: row.case_version,
    stepId: row.step_id,
    title: words(step?.title) || row.step_id,
    phase: row.phase,
    track: row.track,
    kind: shape.kind.parse(row.kind),
    status: shape.status.parse(row.status),
    agency:
      row.agency_id === null
        ? null
        : { ...shownAgency(reader.names.agency(row.agency_id), reader), role: row.role },
    role: row.role,
    ...assignee(row, reader),
    offeredAt: row.offered_at.toISOString(),
    ...(row.accepted_at === null ? {} : { acceptedAt: row.accepted_at.toISOString() }),
    ...(row.completed_at === null
      ? {}
      : { completedAt: row.completed_at.toISOString(), occurredAt: row.completed_at.toISOString() }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.reason === null ? {} : { declineReason: row.reason }),
    escalated: row.escalated,
    ...(row.link_asked_at === null || reader.issuesLinks !== true
      ? {}
      : { linkAskedAt: row.link_asked_at.toISOString() }),
    ...(row.nudged_at === null ? {} : { nudgedAt: row.nudged_at.toISOString() }),
    ...(reader.recordedLateAt === undefined ? {} : { recordedLateAt: reader.recordedLateAt.toISOString() }),
    ...nudgeWords(row, reader),
    ...(row.returned_times === 0 ? {} : { returnedTimes: row.returned_times }),
    ...(row.is_disputed ? { dispute: { arbiter: arbiterName(row, reader) } } : {}),
    urgent: row.urgent,
    rehearsal: row.rehearsal,
    ...(Number(row.clock_offset) === 0 ? {} : { clockAheadMs: Number(row.clock_offset) }),
    due: dueView(row, { procedure, language: reader.language, now }),
    ...ofStep(step, reader.language),
    facts: neededFacts(step, reader.facts ?? {}),
  };
}

const shape = TaskShape.shape;

export const caseNow = (now: Instant, clockOffset: bigint | number): Instant =>
  addHours(now, Number(clockOffset) / 3_600_000);

/** How this reader asks its holder; nobody is asked where no agency was found. */
function nudgeWords(row: TaskRow, { names, viewer }: TaskReader): Pick<TaskView, 'nudgeAs'> {
  const holder = names.agency(row.agency_id);
  return holder === undefined ? {} : { nudgeAs: nudgeAs(holder, names.agency(viewer.agencyId)) };
}

const arbiterName = ({ arbiter_id: id }: TaskRow, reader: TaskReader): string | null =>
  id === null ? null : shownAgency(reader.names.agency(id), reader).name;

function assignee(row: TaskRow, { names, viewer, language }: TaskReader): Pick<TaskView, 'assignee'> {
  const account = names.account(row.assignee_id);
  // Posts inside an agency concern nobody outside it.
  if (account === undefined || account.agencyId !== viewer.agencyId) return {};
  return { assignee: { id: account.id, title: accountTitle(account, language) } };
}

type OfStep = Pick<
  TaskView,
  | 'form'
  | 'outcomes'
  | 'declineReasons'
  | 'extensionGrounds'
  | 'personMayDecline'
  | 'instructions'
  | 'source'
  | 'personFields'
>;

function ofStep(step: Step | undefined, language: Language): OfStep {
  return {
    form: step === undefined ? [] : formOf(step, language),
    outcomes: titled(
      mapped(step?.outcomes ?? {}, ({ title }) => title),
      language,
    ),
    declineReasons: titled(step?.declineReasons ?? {}, language),
    extensionGrounds: titled(step?.extension?.grounds ?? {}, language),
    personMayDecline: step?.personMayDecline === true,
    instructions: step?.instructions[language] ?? '',
    source: step?.source[language] ?? '',
    personFields: [...(step?.needs.person ?? [])],
  };
}

/** The questions of all outcomes, each once, with the outcomes that ask it. */
function formOf(step: Step, language: Language): FieldSpec[] {
  const asked = new Map<string, { field: FormField; outcomes: string[] }>();
  for (const [outcome, { form }] of Object.entries(step.outcomes)) {
    for (const field of form) {
      const known = asked.get(field.id) ?? { field, outcomes: [] };
      asked.set(field.id, { field: known.field, outcomes: [...known.outcomes, outcome] });
    }
  }
  return [...asked.values()].map(({ field, outcomes }) => ({ ...fieldSpec(field, language), outcomes }));
}

const fieldSpec = (field: FormField, language: Language): FieldSpec => ({
  id: field.id,
  title: field.title[language],
  type: field.type,
  required: field.required,
  ...(field.options === undefined ? {} : { options: titled(field.options, language) }),
  ...(field.help === undefined ? {} : { help: field.help[language] }),
  ...(field.agencyRole === undefined ? {} : { agencyRole: field.agencyRole }),
});

export const titled = (
  entries: Readonly<Record<string, Words>>,
  language: Language,
): { id: string; title: string }[] =>
  Object.entries(entries).map(([id, words]) => ({ id, title: words[language] }));

export const mapped = <From, To>(
  entries: Readonly<Record<string, From>>,
  to: (from: From) => To,
): Record<string, To> => Object.fromEntries(Object.entries(entries).map(([id, from]) => [id, to(from)]));

function neededFacts(step: Step | undefined, facts: Readonly<Record<string, FactMemory>>): TaskView['facts'] {
  const needed = step?.needs.facts ?? [];
  return Object.fromEntries(
    needed.flatMap((fact) => (facts[fact] === undefined ? [] : [[fact, facts[fact].value] as const])),
  );
}

export const stepTitle = (procedure: Procedure | undefined, stepId: string, language: Language): string =>
  procedure?.steps[stepId]?.title[language] ?? stepId;
