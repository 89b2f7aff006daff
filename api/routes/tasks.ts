import { z } from 'zod';
import { Dashboard, DashboardQuery } from '../contract/dashboard.js';
import { EscalationPage, EscalationsQuery } from '../contract/escalation.js';
import { TaskPage, TasksQuery, TaskView } from '../contract/task.js';
import { uuid } from '../contract/text.js';
import { Problem } from '../problem.js';
import { listAnswer } from './list-answer.js';
import { etag, noBody, nothing, ok, route } from './route.js';

export const taskRoutes = [
  route({
    method: 'get',
    path: '/tasks',
    summary: 'Tasks by box, most urgent first',
    permission: 'list-tasks',
    audit: 'none',
    params: nothing,
    query: TasksQuery,
    body: noBody,
    answer: TaskPage,
    handler: async ({ parts, query, ...reader }) =>
      listAnswer(await parts.read.tasks.page(query, reader), { path: '/tasks', query }),
  }),
  route({
    method: 'get',
    path: '/tasks/{id}',
    summary: 'One task, with exactly what its agency may see',
    permission: 'signed-in',
    audit: 'none',
    params: z.strictObject({ id: uuid }),
    query: nothing,
    body: noBody,
    answer: TaskView,
    handler: async ({ parts, params, ...reader }) => {
      const task = await parts.read.tasks.one(params.id, reader);
      if (task === undefined) throw new Problem('not-found');
      return ok(task, etag(task.caseVersion ?? 0));
    },
  }),
  route({
    method: 'get',
    path: '/escalations',
    summary: 'What was reported to superiors, oldest first',
    permission: 'list-escalations',
    audit: 'none',
    params: nothing,
    query: EscalationsQuery,
    body: noBody,
    answer: EscalationPage,
    handler: async ({ parts, query, ...reader }) =>
      listAnswer(await parts.read.escalations.page(query, reader), { path: '/escalations', query }),
  }),
  route({
    method: 'get',
    path: '/dashboard',
    summary: 'Counts by queue, phase, agency and overdue age',
    permission: 'see-dashboard',
    audit: 'none',
    params: nothing,
    query: DashboardQuery,
    body: noBody,
    answer: Dashboard,
    handler: async ({ parts, query, ...reader }) => ok(await parts.read.dashboard.counts(query, reader)),
  }),
];
