import { SavedView, SavedViewPage, SaveView, ViewParams, ViewsQuery } from '../contract/saved-view.js';
import { fieldProblem, Problem } from '../problem.js';
import { noAnswer, noBody, nothing, ok, route } from './route.js';

export const savedViewRoutes = [
  route({
    method: 'get',
    path: '/views',
    summary: 'My saved views: filters of a list that I want to find again',
    permission: 'signed-in',
    audit: 'own',
    params: nothing,
    query: ViewsQuery,
    body: noBody,
    answer: SavedViewPage,
    handler: async ({ parts, query, viewer }) =>
      ok({ items: await parts.records.views.list(query.list, viewer.userId), next: null }),
  }),
  route({
    method: 'put',
    path: '/views/{id}',
    summary: 'Save a view under an id of my choice; its name is mine once in each list',
    permission: 'signed-in',
    audit: 'own',
    params: ViewParams,
    query: nothing,
    body: SaveView,
    answer: SavedView,
    handler: async ({ parts, params: { id }, body, viewer }) => {
      const saved = await parts.records.views.save(id, body, viewer.userId);
      if (saved === 'not-mine') throw new Problem('not-found');
      if (saved === 'name-taken') throw fieldProblem({ pointer: '/name', code: 'name-taken' });
      return ok({ id, ...body });
    },
  }),
  route({
    method: 'delete',
    path: '/views/{id}',
    summary: 'Forget a saved view of mine',
    permission: 'signed-in',
    audit: 'own',
    params: ViewParams,
    query: nothing,
    body: noBody,
    answer: noAnswer,
    handler: async ({ parts, params, viewer }) => {
      if (!(await parts.records.views.remove(params.id, viewer.userId))) throw new Problem('not-found');
      return { status: 204, body: undefined };
    },
  }),
];
