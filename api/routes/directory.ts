import { z } from 'zod';
import { mayDo } from '../../domain/access/policy.js';
import { procedureInForceOn, procedures } from '../../domain/procedure/catalogue.js';
import { refOf } from '../../domain/procedure/procedure.js';
import { deadlineOf } from '../../domain/time/deadline.js';
import { checkLimit, type LimitProblem, type TimeLimit } from '../../domain/time/limit.js';
import { dateOf } from '../../domain/time/plain-date.js';
import { message } from '../../messages/message.js';
import {
  AgenciesQuery,
  AgencyPage,
  CalendarView,
  LimitPreview,
  LimitPreviewQuery,
  OfficerPage,
  PlacePage,
  PlacesQuery,
  ProcedurePage,
} from '../contract/directory.js';
import { uuid } from '../contract/text.js';
import type { Parts } from '../parts.js';
import { fieldProblem, notListed, Problem } from '../problem.js';
import { procedureSummary } from '../read/procedure-summary.js';
import type { Reader } from '../read/sight.js';
import { placeOfStep } from '../read/task-place.js';
import { caseSeen } from './case-seen.js';
import { noBody, nothing, ok, route } from './route.js';

export const directoryRoutes = [
  route({
    method: 'get',
    path: '/places',
    summary: 'Administrative places as of a day, found with or without diacritics',
    permission: 'see-directory',
    audit: 'none',
    params: nothing,
    query: PlacesQuery,
    body: noBody,
    answer: PlacePage,
    handler: async ({ parts, query, now }) =>
      ok({ items: await parts.read.directory.places({ ...query, on: query.on ?? dateOf(now) }), next: null }),
  }),
  route({
    method: 'get',
    path: '/agencies',
    summary: 'Agencies by role, place and name as of a day',
    permission: 'see-directory',
    audit: 'none',
    params: nothing,
    query: AgenciesQuery,
    body: noBody,
    answer: AgencyPage,
    handler: async ({ parts, query: { task, ...query }, viewer, language, now }) => {
      const reader = { viewer, language, seesMasked: mayDo(viewer, 'see-masked-agencies') };
      const near = task === undefined ? undefined : await placeOfTask(parts, task, { viewer, language, now });
      return ok({
        items: await parts.read.directory.agencies({ ...query, near, on: query.on ?? dateOf(now) }, reader),
        next: null,
      });
    },
  }),
  route({
    method: 'get',
    path: '/agencies/{id}/officers',
    summary: 'The posts of an agency: of my own, or of any for those who hand work on',
    permission: 'signed-in',
    audit: 'none',
    params: z.strictObject({ id: uuid }),
    query: nothing,
    body: noBody,
    answer: OfficerPage,
    handler: async ({ parts, params: { id }, viewer, language }) => {
      const seesMasked = mayDo(viewer, 'see-masked-agencies');
      const items = await parts.read.directory.officers(id, { viewer, language, seesMasked });
      if (items === undefined) throw new Problem('not-found');
      const isOwn = viewer.agencyId === id && mayDo(viewer, 'see-colleagues');
      if (!isOwn && !mayDo(viewer, 'see-officers')) throw new Problem('not-permitted');
      return ok({ items, next: null });
    },
  }),
  route({
    method: 'get',
    path: '/procedures',
    summary: 'The procedures, with facts, grounds and outcomes that commands may name',
    permission: 'see-directory',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: ProcedurePage,
    handler: ({ language, now }) => {
      const current = procedureInForceOn(dateOf(now));
      const items = procedures.map((procedure) =>
        procedureSummary(procedure, language, current === undefined ? '' : refOf(current)),
      );
      return Promise.resolve(ok({ items, next: null }));
    },
  }),
  route({
    method: 'get',
    path: '/calendar',
    summary: 'The working calendar in force',
    permission: 'see-directory',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: CalendarView,
    handler: async ({ parts }) => {
      const { version, from, to, days } = await parts.calendar();
      return ok({ version, from, to, days: { ...days } });
    },
  }),
  route({
    method: 'get',
    path: '/limits/preview',
    summary: 'When a limit would end, by the working calendar in force',
    permission: 'signed-in',
    audit: 'none',
    params: nothing,
    query: LimitPreviewQuery,
    body: noBody,
    answer: LimitPreview,
    handler: async ({ parts, query, language }) => {
      const { from, ...limit } = query;
      requireSensible(limit);
      const { dueAt, dueDate, calendar, explanation, incompleteCalendar } = deadlineOf(
        limit,
        from,
        await parts.calendar(),
      );
      return ok({
        ...(dueDate === undefined ? {} : { dueDate }),
        dueAt,
        calendar,
        explanation: { ...explanation },
        ...(incompleteCalendar === true ? { warning: message(language, 'calendar.incomplete') } : {}),
      });
    },
  }),
];

const rollsLeft = {
  'hours-never-roll': ['none'],
  'notice-would-shorten': ['none', 'backward'],
} satisfies Partial<Record<LimitProblem, readonly TimeLimit['roll'][]>>;

/** Throws a problem for a limit that makes no sense, about the part of it that does not fit. */
function requireSensible(limit: TimeLimit): void {
  const problem = checkLimit(limit);
  if (problem === 'hours-never-roll' || problem === 'notice-would-shorten')
    throw notListed('/roll', rollsLeft[problem]);
  if (problem !== undefined) throw fieldProblem({ pointer: '/amount', code: 'invalid' });
}

/** Where the task is to be done, for whoever knows of it. */
async function placeOfTask(parts: Parts, taskId: string, reader: Reader): Promise<string | undefined> {
  const task = await parts.read.tasks.one(taskId, reader);
  if (task === undefined) throw new Problem('not-found');
  const { state } = await caseSeen({ ...reader, parts, params: { id: task.subject.id } });
  return placeOfStep(state, task.stepId);
}
