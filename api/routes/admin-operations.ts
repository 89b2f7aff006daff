import { AuditPage, AuditQuery, ParkedCasePage } from '../contract/operation-view.js';
import { listAnswer } from './list-answer.js';
import { noBody, nothing, ok, route } from './route.js';

export const adminOperationRoutes = [
  route({
    method: 'get',
    path: '/admin/parked-cases',
    summary: 'Cases that the machine could not go on with, longest first',
    permission: 'administer',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: ParkedCasePage,
    handler: async ({ parts, ...reader }) =>
      ok({ items: await parts.read.operations.parkedCases(reader), next: null }),
  }),
  route({
    method: 'get',
    path: '/admin/audit',
    summary: 'Who did and saw what, newest first',
    permission: 'search-audit',
    audit: 'none',
    params: nothing,
    query: AuditQuery,
    body: noBody,
    answer: AuditPage,
    handler: async ({ parts, query, ...reader }) =>
      listAnswer(await parts.read.operations.audit(query, reader), { path: '/admin/audit', query }),
  }),
];
