import { z } from 'zod';
import { channels, phases } from '../../domain/procedure/procedure.js';
import { Clause } from './clause.js';
import { ConsentInput, ConsentView } from './consent.js';
import { exclusion, ground } from './ground.js';
import { NamedAgency, NamedPlace, placeCode } from './directory.js';
import { EscalationView } from './escalation.js';
import { flag, pageOf, pageQuery } from './page.js';
import { PersonInput } from './person.js';
import { dueStates, TaskView } from './task.js';
import { code, dayText, instantText, line, uuid } from './text.js';

export const factValue = z.union([line(200), z.number(), z.boolean()]);

export const RegisterCase = z
  .strictObject({
    channel: z.enum(channels),
    /** When the person came forward or was found, in the world. */
    receivedAt: instantText,
    receivedPlace: placeCode,
    /** `vn-2025@1`; the one in force at `receivedAt` if absent. Only rehearsals may name another. */
    procedure: code.optional(),
    facts: z.record(code, factValue).optional(),
    person: PersonInput.optional(),
    urgent: z.boolean().optional(),
    groupId: uuid.optional(),
    exclusions: z
      .array(z.strictObject({ ...exclusion, ground }))
      .max(50)
      .optional(),
    /** What the person agreed to when they were received. */
    consents: z.array(ConsentInput).max(20).optional(),
    rehearsal: z.boolean().optional(),
    /** A draft of the sender's that is done with once the case is registered. */
    draftId: uuid.optional(),
  })
  .meta({ id: 'RegisterCase' });
export type RegisterCase = z.output<typeof RegisterCase>;

export const CaseParams = z.strictObject({ id: uuid });

const caseStatus = z.enum(['open', 'closed', 'parked']);

const caseFields = {
  id: uuid,
  code: z.string(),
  version: z.number().int(),
  procedure: z.string(),
  channel: z.enum(channels),
  phase: z.enum(phases),
  status: caseStatus,
  urgent: z.boolean(),
  rehearsal: z.boolean(),
  groupId: uuid.optional(),
  openedAt: z.string(),
  closedAt: z.string().optional(),
  outcome: z.string().optional(),
  coordinatingAgency: NamedAgency.nullable(),
  receivedPlace: NamedPlace.nullable(),
  nextDueAt: z.string().optional(),
  /** The last lawful day of that deadline; absent where it counts in hours. */
  nextDueDate: z.string().optional(),
};

export const CasePermission = z.strictObject({
  type: z.string(),
  taskId: uuid.optional(),
  escalationId: uuid.optional(),
  consentId: uuid.optional(),
  exclusionId: uuid.optional(),
  outcomes: z.array(z.string()).optional(),
  requires: z.array(z.string()).optional(),
  /** Only in the name of the agency that holds the task. */
  onBehalf: z.literal(true).optional(),
});

/** In one sentence; also as an outline, where it takes more than one thing. */
const why = { because: z.string(), waits: Clause.optional() };

/** What this user could ask of the case but for the rules: why they refuse it now, and what it waits for. */
export const RefusedAct = z.strictObject({
  type: z.string(),
  code: z.string(),
  because: z.string(),
  waitsFor: z.array(
    z.strictObject({ title: z.string(), taskId: uuid.optional(), ...z.strictObject(why).partial().shape }),
  ),
});

export const CaseView = z
  .strictObject({
    ...caseFields,
    /** As much as this reader's tasks need. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    tasks: z.array(TaskView),
    /** Of an agency that is shown its own alone, nothing follows from a task that is not there. */
    tasksSeen: z.enum(['all', 'own']),
    escalations: z.array(EscalationView),
    /** Who must take no part and learn nothing; told to those alone who see the facts of the case. */
    exclusions: z.array(z.strictObject({ id: uuid, title: z.string(), at: z.string(), ground: z.string() })),
    /** Those in force first. */
    consents: z.array(ConsentView),
    permitted: z.array(CasePermission),
    refused: z.array(RefusedAct),
    locked: z.array(z.strictObject({ stepId: z.string(), title: z.string(), phase: z.enum(phases), ...why })),
    /** Duties that time alone opens, unless something happens before; the earliest first. */
    coming: z.array(
      z.strictObject({ stepId: z.string(), title: z.string(), role: z.string(), opensAt: z.string() }),
    ),
  })
  .meta({ id: 'Case' });
export type CaseView = z.output<typeof CaseView>;

export const CaseSummary = z
  .strictObject({
    ...caseFields,
    due: z.enum(dueStates).nullable(),
    /** The limit behind the next deadline: its unit, and whether it is our own target and not law. */
    nextLimit: z.strictObject({ unit: z.string(), serviceLevel: z.boolean() }).optional(),
    openTasks: z.number().int(),
    /** The duty that time alone opens next, of an open case in which no deadline runs. */
    coming: z.strictObject({ title: z.string(), opensAt: z.string() }).optional(),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.output<typeof CaseSummary>;

export const CasesQuery = z.strictObject({
  phase: z.enum(phases).optional(),
  status: caseStatus.optional(),
  due: z.enum(['overdue', 'soon', 'ok']).optional(),
  /** Cases in which this agency holds or held a task, or which it coordinates. */
  agency: uuid.optional(),
  province: placeCode.optional(),
  channel: z.enum(channels).optional(),
  group: uuid.optional(),
  rehearsal: flag.default(false),
  /** Beginning of a case code. */
  q: line(40).optional(),
  sort: z.enum(['opened', 'due']).default('opened'),
  ...pageQuery,
});
export type CasesQuery = z.output<typeof CasesQuery>;
export const CasePage = pageOf(CaseSummary);

export const FastForward = z.strictObject({ days: z.number().int().min(1).max(400) });

export const wantedDay = dayText;
