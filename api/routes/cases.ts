import { randomUUID } from 'node:crypto';
import { decide } from '../../domain/case/decide.js';
import { isRefusal } from '../../domain/refusal.js';
import { CasePage, CaseParams, CasesQuery, CaseView, RegisterCase } from '../contract/case.js';
import { DeadlinePage, EventPage, TimelineQuery } from '../contract/event.js';
import { Forecast } from '../contract/forecast.js';
import { AccessesQuery, AccessPage } from '../contract/access.js';
import { checkRegistration } from '../commands/check-registration.js';
import { idempotencyKey } from '../commands/keyed-request.js';
import { registration } from '../commands/register.js';
import { submit } from '../commands/submit.js';
import { Problem, problemOf } from '../problem.js';
import { forecastOf } from '../read/forecast.js';
import { caseSeen } from './case-seen.js';
import { listAnswer } from './list-answer.js';
import { etag, noBody, nothing, ok, route } from './route.js';

export const caseRoutes = [
  route({
    method: 'post',
    path: '/cases',
    summary: 'Register a case: the key becomes its id',
    permission: 'register-case',
    audit: 'with-the-save',
    params: nothing,
    query: nothing,
    body: RegisterCase,
    answer: CaseView,
    handler: async (asked) => {
      const { parts, body, viewer } = asked;
      const key = idempotencyKey(asked.headers.idempotencyKey);
      const prepared = registration(body, viewer, key);
      await checkRegistration(body, prepared, { ...asked, directory: parts.read.directory });
      await submit(parts, prepared, { key, userId: viewer.userId, route: asked.target, body: asked.rawBody });
      if (body.draftId !== undefined) await parts.records.drafts.remove(body.draftId, viewer.userId);
      const sight = await parts.read.cases.sight(key, { viewer, language: asked.language, now: parts.now() });
      if (sight === undefined) throw new Problem('not-found');
      const view = await parts.read.cases.view(sight);
      return {
        status: 201,
        body: view,
        headers: { ...etag(view.version), Location: `${asked.target.replace('POST ', '')}/${key}` },
      };
    },
  }),
  route({
    method: 'post',
    path: '/cases/forecast',
    summary: 'What a registration would bring about, without making it',
    permission: 'register-case',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: RegisterCase,
    answer: Forecast,
    handler: async ({ parts, body, viewer, language, now }) => {
      const prepared = registration(body, viewer, randomUUID());
      await checkRegistration(body, prepared, { viewer, now, directory: parts.read.directory });
      const decision = decide(undefined, prepared.command, { now, calendar: await parts.calendar() });
      if (isRefusal(decision)) throw problemOf(decision);
      return ok(forecastOf({ ...decision, language, seesRole: () => true }));
    },
  }),
  route({
    method: 'get',
    path: '/cases',
    summary: 'The cases that I may know of',
    permission: 'list-cases',
    audit: 'none',
    params: nothing,
    query: CasesQuery,
    body: noBody,
    answer: CasePage,
    handler: async ({ parts, query, ...reader }) =>
      listAnswer(await parts.read.cases.page(query, reader), { path: '/cases', query }),
  }),
  route({
    method: 'get',
    path: '/cases/{id}',
    summary: 'One case, as much of it as I may see',
    permission: 'signed-in',
    audit: 'none',
    params: CaseParams,
    query: nothing,
    body: noBody,
    answer: CaseView,
    handler: async (asked) => {
      const view = await asked.parts.read.cases.view(await caseSeen(asked));
      return ok(view, etag(view.version));
    },
  }),
  route({
    method: 'get',
    path: '/cases/{id}/timeline',
    summary: 'What happened, newest first',
    permission: 'signed-in',
    audit: 'none',
    params: CaseParams,
    query: TimelineQuery,
    body: noBody,
    answer: EventPage,
    handler: async (asked) => {
      const sight = await caseSeen(asked, 'see-timeline');
      const page = await asked.parts.read.cases.timeline(sight, asked.query);
      return listAnswer(page, { path: `/cases/${asked.params.id}/timeline`, query: asked.query });
    },
  }),
  route({
    method: 'get',
    path: '/cases/{id}/deadlines',
    summary: 'Every deadline ever armed, with what became of it',
    permission: 'signed-in',
    audit: 'none',
    params: CaseParams,
    query: nothing,
    body: noBody,
    answer: DeadlinePage,
    handler: async (asked) => {
      const sight = await caseSeen(asked, 'see-deadlines');
      return ok({ items: await asked.parts.read.cases.deadlines(sight), next: null });
    },
  }),
  route({
    method: 'get',
    path: '/cases/{id}/accesses',
    summary: 'Who looked at the case and acted on it, newest first',
    permission: 'signed-in',
    audit: 'none',
    params: CaseParams,
    query: AccessesQuery,
    body: noBody,
    answer: AccessPage,
    handler: async (asked) => {
      const sight = await caseSeen(asked, 'see-accesses');
      const page = await asked.parts.read.cases.accesses(sight, asked.query);
      return listAnswer(page, { path: `/cases/${asked.params.id}/accesses`, query: asked.query });
    },
  }),
];
