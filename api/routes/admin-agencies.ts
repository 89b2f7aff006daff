import {
  AdminAgenciesQuery,
  AdminAgencyPage,
  AgencyParams,
  AgencySaved,
  ChangeAgency,
  CreateAgency,
} from '../contract/admin-agency.js';
import type { Language } from '../../messages/message.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { keyedChange } from './keyed-change.js';
import { listAnswer } from './list-answer.js';
import { noBody, nothing, ok, route } from './route.js';

export const adminAgencyRoutes = [
  route({
    method: 'get',
    path: '/admin/agencies',
    summary: 'The directory with roles, areas and succession; agencies that ended too',
    permission: 'administer',
    audit: 'none',
    params: nothing,
    query: AdminAgenciesQuery,
    body: noBody,
    answer: AdminAgencyPage,
    handler: async ({ parts, query, language }) =>
      listAnswer(await parts.read.agencies.page(query, language), { path: '/admin/agencies', query }),
  }),
  route({
    method: 'post',
    path: '/admin/agencies',
    summary: 'Add an agency: the key becomes its id',
    permission: 'administer',
    audit: 'with-the-save',
    params: nothing,
    query: nothing,
    body: CreateAgency,
    answer: AgencySaved,
    handler: async (asked) => {
      const { parts, body, viewer, now, language } = asked;
      const { key, isRepeated } = await keyedChange(asked);
      const isNew = await parts.records.agencies.create(key, body, { viewer, now });
      if (!isNew && !isRepeated) throw new Problem('idempotency-key-reused');
      return { status: 201, body: await saved(parts, key, language) };
    },
  }),
  route({
    method: 'get',
    path: '/admin/agencies/{id}',
    summary: 'One agency as it is now, and what an administrator should know of it',
    permission: 'administer',
    audit: 'none',
    params: AgencyParams,
    query: nothing,
    body: noBody,
    answer: AgencySaved,
    handler: async ({ parts, params: { id }, language }) => ok(await saved(parts, id, language)),
  }),
  route({
    method: 'patch',
    path: '/admin/agencies/{id}',
    summary: 'Change an agency; give it a last day and name its successor to close it',
    permission: 'administer',
    audit: 'with-the-save',
    params: AgencyParams,
    query: nothing,
    body: ChangeAgency,
    answer: AgencySaved,
    handler: async ({ parts, params: { id }, body, viewer, now, language }) => {
      await parts.records.agencies.change(id, body, { viewer, now });
      return ok(await saved(parts, id, language));
    },
  }),
];

async function saved(parts: Parts, id: string, language: Language): Promise<AgencySaved> {
  const agency = await parts.read.agencies.one(id, language);
  if (agency === undefined) throw new Problem('not-found');
  return { agency, warnings: await parts.read.agencies.warnings(id, language) };
}
