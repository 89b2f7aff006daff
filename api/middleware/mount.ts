import type { Request, RequestHandler, Response, Router } from 'express';
import { mayDo } from '../../domain/access/policy.js';
import { Problem } from '../problem.js';
import { parsed } from '../parsing.js';
import type { Parts } from '../parts.js';
import type { SignedIn } from '../read/account-reads.js';
import { eventStream, noBody, type Answered, type Asked, type Route } from '../routes/route.js';
import { sendEventStream } from './event-stream.js';
import { scopeOf } from './request-scope.js';
import { beginSession, endSession, leaveSession, sessionIsAlive, userIdIn } from './session.js';

/** Mounts declared routes: sign-in, permission, shapes, handler, checked answer, in this order. */
export function mount(router: Router, routes: readonly Route[], parts: Parts): void {
  for (const each of routes) {
    router[each.method](each.path.replaceAll(/\{(\w+)\}/g, ':$1'), handlerOf(each, parts));
  }
}

function handlerOf(route: Route, parts: Parts): RequestHandler {
  return async (request, response) => {
    const scope = scopeOf(response);
    scope.route = `${request.baseUrl}${route.path}`;
    const account = await accountFor(route, request, { parts, response });
    const answer = await route.handler({
      ...askedOf(route, request, { parts, response }),
      ...(account === undefined ? {} : { account, viewer: account.viewer }),
    });
    send(route, answer, response);
  };
}

interface Around {
  readonly parts: Parts;
  readonly response: Response;
}

async function accountFor(
  route: Route,
  request: Request,
  { parts, response }: Around,
): Promise<SignedIn | undefined> {
  const { permission } = route;
  if (permission === 'anyone') return undefined;
  const userId = userIdIn(request, scopeOf(response).now);
  const account = userId === undefined ? undefined : await parts.read.accounts.signedIn(userId);
  if (account === undefined) throw new Problem('no-session');
  if (permission === 'any-session') return account;
  if (account.passphraseTemporary) throw new Problem('passphrase-temporary');
  if (permission !== 'signed-in' && !mayDo(account.viewer, permission)) throw new Problem('not-permitted');
  return account;
}

type AnyAsked = Parameters<Route['handler']>[0];

function askedOf(route: Route, request: Request, { parts, response }: Around): AnyAsked {
  const { language, now } = scopeOf(response);
  const rawBody: unknown = request.body;
  const asked: Omit<Asked<never, never, never>, 'params' | 'query' | 'body'> = {
    parts,
    rawBody,
    language,
    now,
    address: request.ip ?? '',
    target: `${request.method} ${request.baseUrl}${request.path}`,
    headers: {
      idempotencyKey: request.get('Idempotency-Key'),
      ifMatch: request.get('If-Match'),
      ifNoneMatch: request.get('If-None-Match'),
    },
    session: {
      signIn: (userId) => beginSession(request, userId, now),
      signOut: () => endSession(request),
      isAlive: (userId, at) => sessionIsAlive(request, userId, at),
      leaveAsItIs: () => leaveSession(request),
    },
  };
  return {
    ...asked,
    params: params(route, request),
    query: parsed(route.query, request.query),
    body: parsed(route.body, bodyOf(route, rawBody)),
  };
}

/** An id that is none is an id of nothing. */
function params(route: Route, request: Request): unknown {
  const answer = route.params.safeParse(request.params);
  if (!answer.success) throw new Problem('not-found');
  return answer.data;
}

/** Where no body is wanted an empty object is as good as none. */
const bodyOf = (route: Route, raw: unknown): unknown =>
  route.body === noBody && isEmptyObject(raw) ? undefined : raw;

const isEmptyObject = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && Object.keys(raw).length === 0;

function send(route: Route, { status, body, headers = {} }: Answered<unknown>, response: Response): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (route.answer === eventStream) {
    sendEventStream(eventStream.parse(body), response);
    return;
  }
  const checked: unknown = route.answer.parse(body);
  if (status === 204 || status === 304) response.status(status).end();
  else if (headers['Content-Type'] !== undefined) response.status(status).send(checked);
  else response.status(status).json(checked);
}
