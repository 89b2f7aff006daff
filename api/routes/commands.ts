import { randomUUID } from 'node:crypto';
import { actorOf } from '../../domain/access/viewer.js';
import type { CaseCommand } from '../../domain/case/commands.js';
import { decide } from '../../domain/case/decide.js';
import { agencyId, commandId } from '../../domain/ids.js';
import type { OnBehalfOf } from '../../domain/case/events.js';
import { isRefusal } from '../../domain/refusal.js';
import { dateOf } from '../../domain/time/plain-date.js';
import { CaseParams } from '../contract/case.js';
import { CommandBody, CommandDone, type CommandBody as Body } from '../contract/command.js';
import { Forecast } from '../contract/forecast.js';
import { checkCommand, checkPlaces } from '../commands/directory-checks.js';
import { idempotencyKey, versionSeen } from '../commands/keyed-request.js';
import { Sealer } from '../commands/sealer.js';
import { submit, type PreparedCommand } from '../commands/submit.js';
import { commandData } from '../commands/translate.js';
import type { Parts } from '../parts.js';
import { Problem, problemOf } from '../problem.js';
import { forecastOf } from '../read/forecast.js';
import { seesTask, type Sight } from '../read/sight.js';
import { caseNow } from '../read/task-view.js';
import { caseSeen } from './case-seen.js';
import { etag, nothing, ok, route } from './route.js';

export const commandRoutes = [
  route({
    method: 'post',
    path: '/cases/{id}/commands',
    summary: 'Ask one thing of a case',
    permission: 'signed-in',
    audit: 'with-the-save',
    params: CaseParams,
    query: nothing,
    body: CommandBody,
    answer: CommandDone,
    handler: async (asked) => {
      const { parts, viewer } = asked;
      const sight = await caseSeen(asked, 'submit-command');
      const key = idempotencyKey(asked.headers.idempotencyKey);
      const ifVersion = versionSeen(asked.headers.ifMatch);
      const request = { key, userId: viewer.userId, route: asked.target, body: asked.rawBody };
      const prepared = await prepare(parts, { sight, body: asked.body, key, ifVersion }).catch(
        async (error: unknown) => {
          // What fits no longer may have fitted when it was first sent, and then its effect is the answer.
          if ((await parts.records.requestKeys.isRepeated(request)) && (await wasAccepted(parts, key)))
            return undefined;
          throw error;
        },
      );
      if (prepared !== undefined) await submit(parts, prepared, request);
      return done(parts, sight, key);
    },
  }),
  route({
    method: 'post',
    path: '/cases/{id}/forecast',
    summary: 'What a command would bring about, without giving it',
    permission: 'signed-in',
    audit: 'none',
    params: CaseParams,
    query: nothing,
    body: CommandBody,
    answer: Forecast,
    handler: async (asked) => {
      const sight = await caseSeen(asked, 'submit-command');
      const ifVersion = sight.state.version;
      const { command } = await prepare(asked.parts, {
        sight,
        body: asked.body,
        key: randomUUID(),
        ifVersion,
      });
      const moment = {
        now: caseNow(sight.now, sight.record.clockOffsetMs),
        calendar: await asked.parts.calendar(),
      };
      const decision = decide(sight.state, command, moment);
      if (isRefusal(decision)) throw problemOf(decision);
      const seesAll = sight.extent('see-tasks') === 'all';
      const seesRole = (role: string): boolean => seesAll || sight.viewer.agencyRoles.includes(role);
      return ok(forecastOf({ ...decision, language: asked.language, seesRole }));
    },
  }),
];

const wasAccepted = async (parts: Parts, key: string): Promise<boolean> =>
  (await parts.read.cases.eventsOfCommand(key)).length > 0;

interface Asking {
  readonly sight: Sight;
  readonly body: Body;
  readonly key: string;
  readonly ifVersion: number;
}

async function prepare(parts: Parts, { sight, body, key, ifVersion }: Asking): Promise<PreparedCommand> {
  // Another agency's task is not theirs to know of.
  if ('taskId' in body && body.taskId !== undefined && !seesTask(sight, body.taskId))
    throw new Problem('unknown-task');
  const sealer = new Sealer(key);
  const data = commandData(body, { sealer, sight });
  await checkCommand(body, sight, parts.read.directory);
  await checkPlaces(sealer.places, dateOf(body.occurredAt ?? sight.now), parts.read.directory);
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
  return { command, sealer, userId: sight.viewer.userId };
}

function onBehalfOf(input: NonNullable<Body['onBehalfOf']>, sealer: Sealer): OnBehalfOf {
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

/** The case as it is now, and the events of this command alone. */
async function done(parts: Parts, before: Sight, key: string) {
  const { cases } = parts.read;
  const [sight, events] = await Promise.all([
    cases.sightAfter(before, parts.now()),
    cases.eventsOfCommand(key),
  ]);
  const own = events.filter((event) => event.caseId === sight.state.caseId);
  const [view, shown] = await Promise.all([cases.view(sight), cases.events(sight, own)]);
  return ok({ case: view, events: shown }, etag(view.version));
}
