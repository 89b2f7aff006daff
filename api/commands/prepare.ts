import { actorOf } from '../../domain/access/viewer.js';
import { barred } from '../../domain/case/decide.js';
import type { CaseCommand } from '../../domain/case/commands.js';
import type { CaseEvent, OnBehalfOf } from '../../domain/case/events.js';
import { isRuledType, isTheirs } from '../../domain/case/permitted.js';
import { agencyId, commandId, taskId } from '../../domain/ids.js';
import { dateOf } from '../../domain/time/plain-date.js';
import type { CommandBody } from '../contract/command.js';
import type { Parts } from '../parts.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { inTerms, pointer, Problem, problemOf, type Terms } from '../problem.js';
import { codeWordsOf } from '../read/code-words.js';
import { seesTask, type Sight } from '../read/sight.js';
import { caseNow } from '../read/task-view.js';
import type { KeyedRequest } from '../records/request-keys.js';
import { checkDays, possibleTime } from './check-days.js';
import { checkFact } from './check-fact.js';
import { checkGround } from './check-ground.js';
import { checkCommand, checkPlaces } from './directory-checks.js';
import { Sealer } from './sealer.js';
import { submit, type PreparedCommand } from './submit.js';
import { commandData } from './translate.js';

/** One thing that is asked of a case by somebody who sees it. */
export interface Asking {
  readonly sight: Sight;
  readonly body: CommandBody;
  readonly key: string;
  readonly ifVersion: number;
}

/** The command as the rules take it; throws a problem where the request does not fit what there is. */
export async function prepare(
  parts: Parts,
  { sight, body, key, ifVersion }: Asking,
): Promise<PreparedCommand> {
  // Another agency's task is not theirs to know of.
  if ('taskId' in body && body.taskId !== undefined && !seesTask(sight, body.taskId))
    throw new Problem('unknown-task');
  // Nobody has seen what is not in the record: the engine believes a later version and would look for it.
  const { version } = sight.state;
  if (ifVersion > version) throw new Problem('stale-version', { currentVersion: version });
  checkMayAsk(body, sight);
  checkGround(body, sight);
  checkFact(body, sight);
  const sealer = new Sealer(key);
  const data = commandData(body, { sealer, sight });
  checkDays(body, data, sight);
  await checkCommand(body, sight, parts.read.directory);
  const asOf = body.occurredAt ?? caseNow(sight.now, sight.record.clockOffsetMs);
  await checkPlaces(sealer.places, dateOf(asOf), parts.read.directory);
  const command = {
    id: commandId(key),
    caseId: sight.state.caseId,
    type: body.type,
    data,
    actor: actorOf(sight.viewer),
    ...(body.occurredAt === undefined ? {} : { occurredAt: body.occurredAt }),
    ...(body.onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf(body.onBehalfOf, sealer) }),
    ifVersion,
  } as CaseCommand; // one type of the union by construction: type and data come from the same body
  return { command, sealer };
}

/** Who may not ask this at all is told so, not what is wrong with how they ask it. */
function checkMayAsk(body: CommandBody, { state, viewer }: Sight): void {
  const id = 'taskId' in body && body.taskId !== undefined ? taskId(body.taskId) : undefined;
  const holder = id === undefined ? undefined : state.tasks[id]?.agencyId;
  const no = barred(state, {
    type: body.type,
    actor: actorOf(viewer),
    data: { taskId: id },
    // Whose letter it is may be told wrongly; that is another complaint.
    ...(body.onBehalfOf === undefined
      ? {}
      : {
          onBehalfOf: {
            agencyId: holder ?? agencyId(body.onBehalfOf.agencyId),
            ground: body.onBehalfOf.ground,
          },
        }),
  });
  if (no !== undefined) throw problemOf(no);
}

/**
 * Prepares and submits; returns the events that came of it. The same request, sent again, is answered by its first
 * effect even if it fits no longer.
 */
export async function ask(
  parts: Parts,
  asking: Asking,
  request: KeyedRequest,
): Promise<readonly CaseEvent[]> {
  let prepared: PreparedCommand;
  try {
    prepared = await prepare(parts, asking);
  } catch (error) {
    // What fits no longer may have fitted when it was first sent, and then its effect is the answer.
    const repeated = await parts.records.requestKeys.isRepeated(request);
    const events = repeated ? await parts.read.cases.eventsOfCommand(asking.key) : [];
    if (events.length > 0) return events;
    throw inTerms(error, termsOf(asking));
  }
  try {
    return await submit(parts, prepared, request);
  } catch (error) {
    throw inTerms(error, termsOf(asking));
  }
}

/**
 * What codes are called in this case, those of the task that is asked about first, where the request tells what, and
 * which commands are the asker's to give.
 */
export function termsOf({ sight, body }: Pick<Asking, 'sight'> & Partial<Pick<Asking, 'body'>>): Terms {
  const { state, viewer } = sight;
  const procedure = procedureOf(state.procedure);
  const task =
    body !== undefined && 'taskId' in body && body.taskId !== undefined
      ? state.tasks[body.taskId]
      : undefined;
  return {
    words: codeWordsOf(procedure, task && procedure.steps[task.stepId]),
    where: (named) => {
      if (body === undefined) return named;
      const name = named.slice(1);
      if (body.type === 'record-fact') return name === body.fact ? '/value' : named;
      return 'fields' in body && Object.hasOwn(body.fields, name) ? pointer('fields', name) : named;
    },
    possible: (named) => (body === undefined ? undefined : possibleTime(named.slice(1), body, sight)),
    isTheirs: (code) => !isRuledType(code) || isTheirs(code, actorOf(viewer), { state, task }),
  };
}

function onBehalfOf(input: NonNullable<CommandBody['onBehalfOf']>, sealer: Sealer): OnBehalfOf {
  return {
    agencyId: agencyId(input.agencyId),
    ground: input.ground,
    ...(input.reference === undefined
      ? {}
      : { referenceTextId: sealer.text('/onBehalfOf/reference', input.reference) }),
    ...(input.sentOn === undefined ? {} : { sentOn: input.sentOn }),
    ...(input.receivedOn === undefined ? {} : { receivedOn: input.receivedOn }),
  };
}
