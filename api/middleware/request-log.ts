import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { scopeOf } from './request-scope.js';

/**
 * One line for each request, from an allow-list: method, declared path, status, duration, trace id. Never the address
 * with its query, a header or a body: any of them may hold a name.
 */
export function setUpRequestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customAttributeKeys: { responseTime: 'ms' },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessObject: fields,
    customErrorObject: (request, response, _error, logged: object) => fields(request, response, logged),
  });
}

/** `customProps` would write each of these twice: once with the request, once with its end. */
function fields(request: IncomingMessage, response: ServerResponse, logged: object): object {
  const { traceId, route } = scopeOf(response as Response);
  return { ...logged, traceId, method: request.method, route, status: response.statusCode };
}

/** What may be written of an unexpected error: its kind and where it came from. Its message may quote what was sent. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code =
    'code' in error && typeof error.code === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(error.code)
      ? error.code
      : undefined;
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((text) => /^\s+at /.test(text))
    .slice(0, 12);
  return { error: error.name, code, stack };
}
