import { z } from 'zod';
import { phases } from '../../domain/procedure/procedure.js';
import { explanationShape, NamedAgency } from './directory.js';
import { EventView } from './event.js';
import { flag, pageOf, pageQuery } from './page.js';
import { line, uuid } from './text.js';

const Titled = z.strictObject({ id: z.string(), title: z.string() });

export const FieldSpec = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    type: z.enum(['text', 'choice', 'choices', 'date', 'instant', 'boolean', 'number', 'place', 'agency']),
    required: z.boolean(),
    options: z.array(Titled).optional(),
    help: z.string().optional(),
    /** For `agency`: the role that it must have. */
    agencyRole: z.string().optional(),
    /** Outcomes that ask this; all of the task's outcomes if absent. */
    outcomes: z.array(z.string()).optional(),
  })
  .meta({ id: 'FieldSpec' });
export type FieldSpec = z.output<typeof FieldSpec>;

export const dueStates = ['on-track', 'soon', 'overdue', 'paused', 'met', 'missed'] as const;
export type DueState = (typeof dueStates)[number];

const dueFields = {
  at: z.string(),
  /** Absent for limits in hours. */
  date: z.string().optional(),
  limitId: z.string().nullable(),
  amount: z.number(),
  unit: z.string(),
  /** The article of law, in the reader's language. */
  source: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
  /** Our own target, not law. */
  serviceLevel: z.boolean(),
  calendar: z.string(),
  explanation: explanationShape,
};

export const DueView = z
  .strictObject({
    ...dueFields,
    state: z.enum(dueStates),
    /** Further limits on the same task that count less strictly. */
    others: z.array(z.strictObject(dueFields)),
  })
  .meta({ id: 'Due' });
export type DueView = z.output<typeof DueView>;

export const subjectKinds = ['case', 'group', 'agency'] as const;

export const nudgeWays = ['urge', 'request'] as const;
export type NudgeAs = (typeof nudgeWays)[number];

export const TaskView = z
  .strictObject({
    id: uuid,
    subject: z.strictObject({ kind: z.enum(subjectKinds), id: uuid, code: z.string() }),
    caseVersion: z.number().int().optional(),
    stepId: z.string(),
    title: z.string(),
    phase: z.string(),
    track: z.string(),
    kind: z.enum(['duty', 'request', 'stay']),
    status: z.enum(['offered', 'accepted', 'completed', 'declined', 'misdirected', 'recalled']),
    agency: z.strictObject({ ...NamedAgency.shape, role: z.string() }).nullable(),
    /** Roles of procedure: who has to act even where no agency was found. */
    role: z.string(),
    assignee: z.strictObject({ id: uuid, title: z.string() }).optional(),
    offeredAt: z.string(),
    acceptedAt: z.string().optional(),
    completedAt: z.string().optional(),
    occurredAt: z.string().optional(),
    outcome: z.string().optional(),
    declineReason: z.string().optional(),
    /** Of one ended task: what ended it, or corrected its outcome last, with the answers of its form. */
    answered: EventView.optional(),
    escalated: z.number().int(),
    /** Its agency asked for another link and was given none since; told to whoever may issue one. */
    linkAskedAt: z.string().optional(),
    /** When somebody last asked its holder for it, since its deadlines were last set. */
    nudgedAt: z.string().optional(),
    /** In lists: when its deadline was recorded, where it had passed by then and nothing was escalated yet. */
    recordedLateAt: z.string().optional(),
    /** How the reader asks its holder: urges it, or requests an answer of the police and of equals. */
    nudgeAs: z.enum(nudgeWays).optional(),
    /** How often it was returned as misdirected. */
    returnedTimes: z.number().int().optional(),
    /** Returned more than once: the common superior of those who returned it decides, null where none is known. */
    dispute: z.strictObject({ arbiter: z.string().nullable() }).optional(),
    urgent: z.boolean(),
    rehearsal: z.boolean(),
    /** How far a rehearsal's clock runs ahead of ours, in milliseconds. */
    clockAheadMs: z.number().int().optional(),
    due: DueView.nullable(),
    form: z.array(FieldSpec),
    outcomes: z.array(Titled),
    declineReasons: z.array(Titled),
    /** Why this step's time may be extended: each step has its own. */
    extensionGrounds: z.array(Titled),
    personMayDecline: z.boolean(),
    instructions: z.string(),
    source: z.string(),
    /** Facts of the case that this task needs. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    /** Fields of the person record that its holder may read. */
    personFields: z.array(z.string()),
  })
  .meta({ id: 'Task' });
export type TaskView = z.output<typeof TaskView>;

/** `others`: what other agencies hold of cases that mine coordinates. */
export const taskBoxes = ['mine', 'agency', 'unassigned', 'overdue', 'soon', 'others', 'done'] as const;
export type TaskBox = (typeof taskBoxes)[number];

/** For how long a task is overdue, as the dashboard counts it: up to so many days, and more than the span before. */
export const lateSpans = ['one-day', 'three-days', 'ten-days', 'longer'] as const;
export type LateSpan = (typeof lateSpans)[number];

export const TasksQuery = z.strictObject({
  box: z.enum(taskBoxes).default('agency'),
  /** One or several agencies, separated by commas. */
  agency: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(uuid).min(1).max(50))
    .optional(),
  phase: z.enum(phases).optional(),
  /** Of the box `overdue`: those that are late by so much. */
  late: z.enum(lateSpans).optional(),
  subject: z.enum(subjectKinds).optional(),
  /** Beginning of a case code. */
  q: line(40).optional(),
  rehearsal: flag.default(false),
  ...pageQuery,
});
export type TasksQuery = z.output<typeof TasksQuery>;
export const TaskPage = pageOf(TaskView);
