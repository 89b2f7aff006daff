import type { RequestHandler } from 'express';
import { scopeOf } from '../middleware/request-scope.js';
import type { Measures } from './measures.js';

/** A method may be any word; what nobody declares is one. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);

/** Counts every request at its end, also one that the caller broke off. */
export const measureRequests =
  (measures: Measures): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      measures.request({
        method: methods.has(request.method) ? request.method : 'other',
        route: scopeOf(response).route,
        status: response.writableFinished ? String(response.statusCode) : 'broken-off',
        seconds: (performance.now() - began) / 1_000,
      });
    });
    next();
  };
