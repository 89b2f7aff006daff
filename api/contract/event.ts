import { z } from 'zod';
import { explanationShape } from './directory.js';
import { pageOf, pageQuery } from './page.js';
import { uuid } from './text.js';

/** What an agency wrote into one field of its form, in the reader's language. */
export const AnswerView = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    words: z.string().optional(),
    /** Instead of words: the answer is sealed, and opened by itself. */
    textId: uuid.optional(),
    /** What a form takes to say the same again; nothing for what is sealed. */
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  })
  .meta({ id: 'Answer' });
export type AnswerView = z.output<typeof AnswerView>;

export const EventView = z
  .strictObject({
    version: z.number().int(),
    type: z.string(),
    /** When it happened. */
    at: z.string(),
    recordedAt: z.string(),
    actor: z.strictObject({
      kind: z.enum(['user', 'system']),
      /** The post, never a person's name. */
      name: z.string(),
      agency: z.string().optional(),
    }),
    onBehalfOf: z
      .strictObject({
        agency: z.string(),
        ground: z.enum(['letter', 'phone', 'in-person']),
        referenceTextId: uuid.optional(),
        sentOn: z.string().optional(),
        receivedOn: z.string().optional(),
      })
      .optional(),
    /** Ids and codes; texts are opened one by one. */
    data: z.record(z.string(), z.unknown()),
    /** In the reader's language. */
    title: z.string(),
    /** A second line: the value, the new day, the reason or ground. */
    detail: z.string().optional(),
    /** A reminder or report of a task that had ended before, as was recorded later. */
    overtaken: z.literal(true).optional(),
    /** How the task ended, by its title. */
    outcome: z.string().optional(),
    /** The answers of the form, for whoever may see them. */
    answers: z.array(AnswerView).optional(),
    /** Sealed texts beside them that this reader may open. */
    texts: z.array(z.strictObject({ textId: uuid, title: z.string() })),
  })
  .meta({ id: 'Event' });
export type EventView = z.output<typeof EventView>;

export const eventKinds = ['task', 'deadline', 'escalation', 'case'] as const;
export type EventKind = (typeof eventKinds)[number];

export const TimelineQuery = z.strictObject({ kind: z.enum(eventKinds).optional(), ...pageQuery });
export type TimelineQuery = z.output<typeof TimelineQuery>;
export const EventPage = pageOf(EventView);

export const DeadlineView = z
  .strictObject({
    taskId: uuid,
    taskTitle: z.string(),
    stepId: z.string(),
    limitId: z.string(),
    serviceLevel: z.boolean(),
    /** The strictest of its task at its time. */
    counts: z.boolean(),
    startAt: z.string(),
    dueAt: z.string(),
    dueDate: z.string().optional(),
    calendar: z.string(),
    explanation: explanationShape,
    state: z.string(),
    cause: z.string(),
    setAt: z.string(),
    endedAt: z.string().optional(),
    source: z.string(),
    confidence: z.enum(['A', 'B', 'C']),
    /** Reminders and escalations that came, with how late they were noticed (milliseconds). */
    rungs: z.array(
      z.strictObject({
        rung: z.string(),
        kind: z.string(),
        dueAt: z.string(),
        reachedAt: z.string(),
        lateByMs: z.number(),
      }),
    ),
  })
  .meta({ id: 'Deadline' });
export type DeadlineView = z.output<typeof DeadlineView>;
export const DeadlinePage = pageOf(DeadlineView);
