import type { Exclusion, Fields } from '../../domain/case/case-state.js';
import type { CommandData } from '../../domain/case/commands.js';
import { agencyId, escalationId, exclusionId, taskId, userId } from '../../domain/ids.js';
import { taskSubject } from '../../domain/case/rule.js';
import { sealedBefore } from '../../domain/case/rules/answering.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { CommandBody, CommandBodyOf, PublicCommandType } from '../contract/command.js';
import { fieldProblem, problemOf } from '../problem.js';
import type { Sight } from '../read/sight.js';
import { consentTermsOf } from './consent-terms.js';
import { formAnswers } from './form-answers.js';
import type { Sealer } from './sealer.js';

interface Context {
  readonly sealer: Sealer;
  readonly sight: Sight;
}

type Translation<Type extends PublicCommandType> = (
  body: CommandBodyOf<Type>,
  context: Context,
) => CommandData[Type];

const onTask = (body: { readonly taskId: string }) => ({ taskId: taskId(body.taskId) });

/** From what people send to what the rules are asked: ids and codes only, complete by type. */
const translations: { readonly [Type in PublicCommandType]: Translation<Type> } = {
  'accept-task': onTask,
  'decline-task': (body, { sealer }) => ({
    ...onTask(body),
    reason: body.reason,
    ...sealer.optional('/note', body.note),
  }),
  'return-misdirected': (body, { sealer }) => ({
    ...onTask(body),
    ...(body.suggestedAgencyId === undefined ? {} : { suggestedAgencyId: agencyId(body.suggestedAgencyId) }),
    ...sealer.optional('/note', body.note),
  }),
  'complete-task': (body, context) => ({
    ...onTask(body),
    outcome: body.outcome,
    fields: answers(body, context),
  }),
  'correct-outcome': (body, context) => ({
    ...onTask(body),
    outcome: body.outcome,
    fields: answers(body, context),
    ground: context.sealer.ground('/ground', body.ground),
  }),
  'person-declines': (body, { sealer }) => ({
    ...onTask(body),
    informedOf: sealer.text('/informedOf', body.informedOf),
  }),
  'assign-officer': (body) => ({ ...onTask(body), userId: userId(body.userId) }),
  'reassign-task': (body, { sealer }) => ({
    ...onTask(body),
    agencyId: agencyId(body.agencyId),
    ground: sealer.ground('/ground', body.ground),
  }),
  'recall-task': (body, { sealer }) => ({ ...onTask(body), ground: sealer.ground('/ground', body.ground) }),
  'extend-deadline': (body, { sealer }) => ({
    ...onTask(body),
    ground: sealer.ground('/ground', body.ground),
    ...(body.until === undefined ? {} : { until: body.until }),
  }),
  nudge: onTask,
  'acknowledge-escalation': (body, { sealer }) => ({
    escalationId: escalationId(body.escalationId),
    action: body.action,
    ...(body.until === undefined ? {} : { until: body.until }),
    ...sealer.optional('/note', body.note),
  }),
  'record-fact': (body, { sealer }) => ({
    fact: body.fact,
    value: body.value,
    ground: sealer.ground('/ground', body.ground),
  }),
  'record-place': (body, { sealer }) => ({
    kind: body.kind,
    placeRevision: sealer.place('/place', { kind: body.kind, placeCode: body.place }),
  }),
  exclude: (body, { sealer }) => ({
    exclusion: exclusionOf(body, ''),
    ground: sealer.ground('/ground', body.ground),
  }),
  'lift-exclusion': (body, { sealer }) => ({
    exclusionId: exclusionId(body.exclusionId),
    ground: sealer.ground('/ground', body.ground),
  }),
  'record-consent': (body, { sealer }) => consentTermsOf(body, '', sealer),
  'withdraw-consent': ({ consentId }) => ({ consentId }),
  'add-note': (body, { sealer }) => ({
    textId: sealer.text('/text', body.text),
    visibility: body.visibility,
    ...(body.taskId === undefined ? {} : { taskId: taskId(body.taskId) }),
  }),
  'close-case': (body, { sealer }) => ({
    outcome: body.outcome,
    ground: sealer.ground('/ground', body.ground),
  }),
  'reopen-case': (body, { sealer }) => ({ ground: sealer.ground('/ground', body.ground) }),
  'unpark-case': (body, { sealer }) => ({ ground: sealer.ground('/ground', body.ground) }),
};

/** Throws a problem where the form of the request does not fit. */
export function commandData(body: CommandBody, context: Context): CommandData[PublicCommandType] {
  const translate: (body: never, context: Context) => CommandData[PublicCommandType] =
    translations[body.type];
  return translate(body as never, context);
}

/** Without a known outcome there is no form; the rules refuse it and name the outcomes there are. */
function answers(
  body: CommandBodyOf<'complete-task' | 'correct-outcome'>,
  { sealer, sight }: Context,
): Fields {
  const task = sight.state.tasks[body.taskId];
  const outcomes =
    task === undefined ? {} : (procedureOf(sight.state.procedure).steps[task.stepId]?.outcomes ?? {});
  if (Object.hasOwn(outcomes, body.outcome)) {
    const outcome = outcomes[body.outcome];
    if (outcome === undefined || task === undefined) return {};
    const before =
      body.type === 'correct-outcome'
        ? sealedBefore(taskSubject(sight.state, task), body.outcome)
        : undefined;
    return formAnswers({ outcome, before }, body.fields, sealer);
  }
  // What every object inherits (`constructor`) is no outcome either.
  if (body.outcome in outcomes)
    throw problemOf({ refused: 'unknown-outcome', allowed: Object.keys(outcomes) });
  return {};
}

interface ExclusionInput {
  readonly agencyId?: string | undefined;
  readonly userId?: string | undefined;
  readonly relative?: string | undefined;
}

/** Exactly one of agency, user and relative. */
export function exclusionOf(input: ExclusionInput, where: string): Exclusion {
  const given = [input.agencyId, input.userId, input.relative].filter((each) => each !== undefined);
  if (given.length === 1) {
    if (input.agencyId !== undefined) return { agencyId: agencyId(input.agencyId) };
    if (input.userId !== undefined) return { userId: userId(input.userId) };
    if (input.relative !== undefined) return { relative: input.relative };
  }
  throw fieldProblem({ pointer: where, code: 'one-of', values: { names: 'agencyId, userId, relative' } });
}
