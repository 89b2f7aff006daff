import {
  DraftPage,
  DraftParams,
  DraftsQuery,
  DraftSummary,
  DraftView,
  SaveDraft,
} from '../contract/draft.js';
import { Problem } from '../problem.js';
import { noAnswer, noBody, nothing, ok, route } from './route.js';

export const draftRoutes = [
  route({
    method: 'get',
    path: '/drafts',
    summary: 'What I have begun and not sent, last saved first',
    permission: 'signed-in',
    audit: 'own',
    params: nothing,
    query: DraftsQuery,
    body: noBody,
    answer: DraftPage,
    handler: async ({ parts, query, viewer: { userId }, now }) =>
      ok({ items: await parts.records.drafts.list(query.kind, { userId, now }), next: null }),
  }),
  route({
    method: 'get',
    path: '/drafts/{id}',
    summary: 'One draft of mine, as it was typed',
    permission: 'signed-in',
    audit: 'own',
    params: DraftParams,
    query: nothing,
    body: noBody,
    answer: DraftView,
    handler: async ({ parts, params, viewer: { userId }, now }) => {
      const draft = await parts.records.drafts.open(params.id, { userId, now });
      if (draft === undefined) throw new Problem('not-found');
      return ok(draft);
    },
  }),
  route({
    method: 'put',
    path: '/drafts/{id}',
    summary: 'Save a draft under an id of my choice, sealed; it is kept for thirty days',
    permission: 'signed-in',
    audit: 'own',
    params: DraftParams,
    query: nothing,
    body: SaveDraft,
    answer: DraftSummary,
    handler: async ({ parts, params, body, viewer: { userId }, now }) => {
      const saved = await parts.records.drafts.save(params.id, body, { userId, now });
      if (saved === undefined) throw new Problem('not-found');
      return ok(saved);
    },
  }),
  route({
    method: 'delete',
    path: '/drafts/{id}',
    summary: 'Throw a draft of mine away',
    permission: 'signed-in',
    audit: 'own',
    params: DraftParams,
    query: nothing,
    body: noBody,
    answer: noAnswer,
    handler: async ({ parts, params, viewer }) => {
      if (!(await parts.records.drafts.remove(params.id, viewer.userId))) throw new Problem('not-found');
      return { status: 204, body: undefined };
    },
  }),
];
