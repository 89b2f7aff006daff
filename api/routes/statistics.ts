import { Counts, CountsQuery } from '../contract/statistics.js';
import { noBody, nothing, ok, route } from './route.js';

export const statisticsRoutes = [
  route({
    method: 'get',
    path: '/statistics/counts',
    summary: 'How many people, by any dimensions together; small cells are hidden unless asked otherwise',
    permission: 'see-statistics',
    audit: 'none',
    params: nothing,
    query: CountsQuery,
    body: noBody,
    answer: Counts,
    handler: async ({ parts, query, ...asker }) => ok(await parts.read.statistics.counts(query, asker)),
  }),
];
