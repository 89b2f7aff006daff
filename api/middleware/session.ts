import session, { type SessionData, type Store } from 'express-session';
import type { Request, RequestHandler } from 'express';
import { epochMs, fromEpochMs, type Instant } from '../../domain/time/instant.js';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    signedInAt: string;
  }
}

const cookieName = 'loive';

/** A session ends after a working day, however busy it was. */
const longestMs = 8 * 3_600_000;

export interface SessionSettings {
  readonly store: Store;
  readonly secret: string;
  readonly idleMinutes: number;
}

/** A session cookie that scripts cannot read and other sites cannot use; it is secure wherever the connection is. */
export function setUpSession({ store, secret, idleMinutes }: SessionSettings): RequestHandler {
  return session({
    store,
    secret,
    name: cookieName,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'strict', secure: 'auto', path: '/', maxAge: idleMinutes * 60_000 },
  });
}

/** Who is signed in by this request's cookie, unless the session has lasted a working day. */
export const userIdIn = (request: Request, now: Instant): string | undefined =>
  userIdOf(request.session, now);

function userIdOf({ userId, signedInAt }: Partial<SessionData>, now: Instant): string | undefined {
  if (userId === undefined || signedInAt === undefined) return undefined;
  return epochMs(now) - Date.parse(signedInAt) < longestMs ? userId : undefined;
}

/** For what lasts longer than its request: is the session still there, with the same person? It is only looked at. */
export function sessionIsAlive(
  { sessionID, sessionStore }: Request,
  userId: string,
  now: Instant,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    sessionStore.get(sessionID, (error, found) => {
      if (error === undefined || error === null) resolve(userIdOf(found ?? {}, now) === userId);
      else reject(error instanceof Error ? error : new Error('the session store failed'));
    });
  });
}

/** express-session prolongs every session whose request still has it when the answer begins and ends. */
export const leaveSession = (request: Request): void => {
  Object.assign(request, { session: undefined });
};

/** A fresh session id at every sign-in, so that an id planted before is worth nothing. */
export async function beginSession(request: Request, userId: string, now: Instant): Promise<void> {
  await settled((done) => request.session.regenerate(done));
  request.session.userId = userId;
  request.session.signedInAt = fromEpochMs(epochMs(now));
  await settled((done) => request.session.save(done));
}

/** Ends the session and takes its cookie back. */
export async function endSession(request: Request): Promise<void> {
  await settled((done) => request.session.destroy(done));
  request.res?.clearCookie(cookieName, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
  });
}

const settled = (start: (done: (error?: unknown) => void) => unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    start((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('the session store failed'));
    });
  });
