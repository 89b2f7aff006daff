import { z } from 'zod';
import { placeKinds } from '../../domain/procedure/procedure.js';
import { CaseView, factValue } from './case.js';
import { consentTerms } from './consent.js';
import { placeCode } from './directory.js';
import { escalationActions } from './escalation.js';
import { EventView } from './event.js';
import { exclusion, ground } from './ground.js';
import { code, dayText, instantText, sealed, uuid } from './text.js';

/** What people may ask of a case over HTTP; the case's own clock and the directory have further commands. */
export const publicCommandTypes = [
  'accept-task',
  'decline-task',
  'return-misdirected',
  'complete-task',
  'correct-outcome',
  'person-declines',
  'assign-officer',
  'reassign-task',
  'recall-task',
  'extend-deadline',
  'nudge',
  'acknowledge-escalation',
  'record-fact',
  'record-place',
  'exclude',
  'lift-exclusion',
  'record-consent',
  'withdraw-consent',
  'add-note',
  'close-case',
  'reopen-case',
  'unpark-case',
] as const;
export type PublicCommandType = (typeof publicCommandTypes)[number];

const onBehalfOf = z.strictObject({
  agencyId: uuid,
  ground: z.enum(['letter', 'phone', 'in-person']),
  reference: sealed(200).optional(),
  sentOn: dayText.optional(),
  receivedOn: dayText.optional(),
});

/** A form's answers. Texts among them are sealed before anything else sees them. */
const fields = z.record(code, z.union([sealed(20_000), z.number(), z.boolean(), z.array(code).max(100)]));
export type FieldsInput = z.output<typeof fields>;

const command = <Type extends PublicCommandType, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z
    .strictObject({
      type: z.literal(type),
      /** When it really happened; now if absent. */
      occurredAt: instantText.optional(),
      onBehalfOf: onBehalfOf.optional(),
      ...shape,
    })
    .meta({ id: `command-${type}` });

const about = { taskId: uuid };
const note = sealed(4_000).optional();

export const commandShapes = {
  'accept-task': command('accept-task', about),
  'decline-task': command('decline-task', { ...about, reason: code, note }),
  'return-misdirected': command('return-misdirected', { ...about, suggestedAgencyId: uuid.optional(), note }),
  'complete-task': command('complete-task', { ...about, outcome: code, fields: fields.default({}) }),
  'correct-outcome': command('correct-outcome', {
    ...about,
    outcome: code,
    fields: fields.default({}),
    ground,
  }),
  'person-declines': command('person-declines', { ...about, informedOf: sealed(4_000) }),
  'assign-officer': command('assign-officer', { ...about, userId: uuid }),
  'reassign-task': command('reassign-task', { ...about, agencyId: uuid, ground }),
  'recall-task': command('recall-task', { ...about, ground }),
  'extend-deadline': command('extend-deadline', { ...about, ground, until: dayText.optional() }),
  nudge: command('nudge', about),
  'acknowledge-escalation': command('acknowledge-escalation', {
    escalationId: uuid,
    action: z.enum(escalationActions),
    until: instantText.optional(),
    note,
  }),
  'record-fact': command('record-fact', { fact: code, value: factValue, ground }),
  'record-place': command('record-place', { kind: z.enum(placeKinds), place: placeCode }),
  exclude: command('exclude', { ...exclusion, ground }),
  'lift-exclusion': command('lift-exclusion', { exclusionId: uuid, ground }),
  'record-consent': command('record-consent', consentTerms),
  'withdraw-consent': command('withdraw-consent', { consentId: uuid }),
  'add-note': command('add-note', {
    text: sealed(20_000),
    visibility: z.enum(['coordinators', 'agencies']),
    taskId: uuid.optional(),
  }),
  'close-case': command('close-case', { outcome: code, ground }),
  'reopen-case': command('reopen-case', { ground }),
  'unpark-case': command('unpark-case', { ground }),
} satisfies Record<PublicCommandType, z.ZodType>;

export const CommandBody = z
  .discriminatedUnion('type', [
    commandShapes['accept-task'],
    commandShapes['decline-task'],
    commandShapes['return-misdirected'],
    commandShapes['complete-task'],
    commandShapes['correct-outcome'],
    commandShapes['person-declines'],
    commandShapes['assign-officer'],
    commandShapes['reassign-task'],
    commandShapes['recall-task'],
    commandShapes['extend-deadline'],
    commandShapes.nudge,
    commandShapes['acknowledge-escalation'],
    commandShapes['record-fact'],
    commandShapes['record-place'],
    commandShapes.exclude,
    commandShapes['lift-exclusion'],
    commandShapes['record-consent'],
    commandShapes['withdraw-consent'],
    commandShapes['add-note'],
    commandShapes['close-case'],
    commandShapes['reopen-case'],
    commandShapes['unpark-case'],
  ])
  .meta({ id: 'Command' });

export type CommandBody = {
  [Type in PublicCommandType]: z.output<(typeof commandShapes)[Type]>;
}[PublicCommandType];
export type CommandBodyOf<Type extends PublicCommandType> = z.output<(typeof commandShapes)[Type]>;

export const CommandDone = z
  .strictObject({ case: CaseView, events: z.array(EventView) })
  .meta({ id: 'CommandDone' });
