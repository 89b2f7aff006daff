import {
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  extendZodWithOpenApi,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { basePath } from '../contract/page.js';
import { ProblemDocument } from '../contract/problem.js';
import { Picture } from '../contract/procedure.js';
import { apiRoutes, outsideRoutes } from './all.js';
import { eventStream, noAnswer, noBody, nothing, type Route } from './route.js';

extendZodWithOpenApi(z);

/** The OpenAPI 3.1 document, from the same declarations that are mounted. */
export function openApiDocument(version: string): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'loive' });
  for (const route of apiRoutes) registry.registerPath(pathOf(route, basePath));
  for (const route of outsideRoutes) registry.registerPath(pathOf(route, ''));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lối Về',
      version,
      description:
        'Inter-agency referral of victims of trafficking. Sign in with POST /session; every change needs Idempotency-Key, every command If-Match.',
    },
    servers: [{ url: '/' }],
  });
}

function pathOf(route: Route, base: string): RouteConfig {
  const isCommand = route.path.endsWith('/commands');
  const changes =
    route.method === 'post' && route.path !== '/session' && !/\/(forecast|search)$/.test(route.path);
  const headers = [...(changes ? [keyHeader] : []), ...(isCommand ? [matchHeader] : [])];
  return {
    method: route.method,
    path: `${base}${route.path}`,
    summary: route.summary,
    description: `Who: ${route.permission}. Audit: ${route.audit}.`,
    tags: [route.path.split('/')[1] ?? ''],
    ...(route.permission === 'anyone' ? {} : { security: [{ session: [] }] }),
    request: {
      ...(isObject(route.params) && route.params !== nothing ? { params: route.params } : {}),
      ...(isObject(route.query) && route.query !== nothing ? { query: route.query } : {}),
      ...(route.body === noBody
        ? {}
        : { body: { required: true, content: { 'application/json': { schema: route.body } } } }),
      ...(headers.length === 0 ? {} : { headers }),
    },
    responses: {
      ...answersOf(route),
      default: {
        description: 'A problem document',
        content: { 'application/problem+json': { schema: ProblemDocument } },
      },
    },
  };
}

function answersOf(route: Route): RouteConfig['responses'] {
  if (route.answer === noAnswer) return { 204: { description: 'Done' } };
  if (route.answer === eventStream)
    return {
      200: {
        description: 'Events: `changed` with { caseId, version }, `resync` with {}',
        content: { 'text/event-stream': { schema: z.string() } },
      },
    };
  if (route.answer === Picture)
    return { 200: { description: 'Done', content: { 'image/svg+xml': { schema: route.answer } } } };
  const status = route.method === 'post' && route.path === '/cases' ? 201 : 200;
  return { [status]: { description: 'Done', content: { 'application/json': { schema: route.answer } } } };
}

const isObject = (schema: z.ZodType): schema is z.ZodObject => schema instanceof z.ZodObject;

const keyHeader = z.string().meta({
  param: { name: 'Idempotency-Key', in: 'header', required: true },
  format: 'uuid',
  description: 'Chosen by the sender; repeating with the same key is safe',
});
const matchHeader = z.string().meta({
  param: { name: 'If-Match', in: 'header', required: true },
  description: 'The case version that was seen, in quotes, as the ETag gave it',
});
