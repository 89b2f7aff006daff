import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import { scopeOf } from '../middleware/request-scope.js';
import { Problem } from '../problem.js';
import type { Measures } from './measures.js';

export interface MeasuresSettings {
  readonly measures: Measures;
  /** Whoever reads sends it as a bearer token. Without one only programs on this machine may read. */
  readonly token: string | undefined;
}

/** `/metrics`. For anybody else it is not there. */
export function measuresPage({ measures, token }: MeasuresSettings): Router {
  const router = Router();
  router.get('/metrics', async (request, response) => {
    if (!(token === undefined ? isOfThisMachine(request) : holds(request, token)))
      throw new Problem('not-found');
    scopeOf(response).route = '/metrics';
    response.setHeader('Cache-Control', 'no-store');
    response.type(measures.contentType).send(await measures.text());
  });
  return router;
}

/** Not handed on by a proxy of this machine for somebody else. */
function isOfThisMachine({ socket, headers }: Request): boolean {
  const isForwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => headers[name] !== undefined);
  return !isForwarded && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

function holds(request: Request, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.get('Authorization') ?? ''), digest(`Bearer ${token}`));
}
