import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '../../domain/case/events.js';
import { decide } from '../../domain/case/decide.js';
import { isRefusal } from '../../domain/refusal.js';
import { CaseParams } from '../contract/case.js';
import { CommandBody, CommandDone } from '../contract/command.js';
import { Forecast } from '../contract/forecast.js';
import { idempotencyKey, versionSeen } from '../commands/keyed-request.js';
import { ask, prepare, termsOf } from '../commands/prepare.js';
import type { Parts } from '../parts.js';
import { inTerms, problemOf } from '../problem.js';
import { forecastOf } from '../read/forecast.js';
import type { Sight } from '../read/sight.js';
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
      const events = await ask(parts, { sight, body: asked.body, key, ifVersion }, request);
      return done(parts, sight, events);
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
      if (isRefusal(decision)) throw inTerms(problemOf(decision), termsOf({ sight, body: asked.body }));
      const seesAll = sight.extent('see-tasks') === 'all';
      const seesRole = (role: string): boolean => seesAll || sight.viewer.agencyRoles.includes(role);
      return ok(forecastOf({ ...decision, language: asked.language, seesRole }));
    },
  }),
];

/** The case as it is now, and the events of this command alone. */
async function done(parts: Parts, before: Sight, events: readonly CaseEvent[]) {
  const { cases } = parts.read;
  const sight = await cases.sightAfter(before, parts.now(), events);
  const own = events.filter((event) => event.caseId === sight.state.caseId);
  const answer = await cases.answer(sight, own);
  return ok(answer, etag(answer.case.version));
}
