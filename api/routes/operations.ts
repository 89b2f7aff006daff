import { z } from 'zod';
import { noBody, nothing, ok, route } from './route.js';

const Health = z.strictObject({ status: z.literal('ok') });
const Readiness = z.strictObject({
  status: z.enum(['ready', 'not-ready']),
  database: z.boolean(),
  engine: z.boolean(),
});
const Version = z.strictObject({ name: z.literal('loive'), version: z.string() });

/** Outside the base path: for whoever runs the system. */
export const operationRoutes = [
  route({
    method: 'get',
    path: '/healthz',
    summary: 'The process answers',
    permission: 'anyone',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: Health,
    handler: () => Promise.resolve(ok({ status: 'ok' as const })),
  }),
  route({
    method: 'get',
    path: '/readyz',
    summary: 'Database and engine can be reached, and the engine has its tables',
    permission: 'anyone',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: Readiness,
    handler: async ({ parts }) => {
      const [database, engine] = await Promise.all([parts.isRecordReachable(), parts.gateway.isReachable()]);
      const ready = database && engine;
      return {
        status: ready ? 200 : 503,
        body: { status: ready ? ('ready' as const) : ('not-ready' as const), database, engine },
      };
    },
  }),
  route({
    method: 'get',
    path: '/version',
    summary: 'What runs here',
    permission: 'anyone',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: Version,
    handler: ({ parts }) => Promise.resolve(ok({ name: 'loive' as const, version: parts.version })),
  }),
];
