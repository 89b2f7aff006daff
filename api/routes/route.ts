import type { z } from 'zod';
import { z as zod } from 'zod';
import type { AccountAction } from '../../domain/access/policy.js';
import type { Viewer } from '../../domain/access/viewer.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Language } from '../../messages/message.js';
import type { Parts } from '../parts.js';
import type { EventSink } from '../live/stream.js';
import type { SignedIn } from '../read/account-reads.js';

/**
 * Who may call a route at all: `anyone`, whoever is signed in (`any-session`: also with a temporary passphrase), or whom the account policy names. What of a case may
 * be seen or done is decided case by case, by the policy on relations.
 */
export type RoutePermission = 'anyone' | 'signed-in' | 'any-session' | AccountAction;

/**
 * What is written down of a call. `with-the-save`: the command's own transaction writes it. `read-…` and `change-…`:
 * the sealed record writes it before it opens. `…-link`: in the transaction that issues or withdraws it. `own`: what
 * only its author can read. `none`: lists and look-ups without identifying facts.
 */
export type RouteAudit =
  | 'none'
  | 'own'
  | 'with-the-save'
  | 'read-person'
  | 'change-person'
  | 'read-text'
  | 'search-person'
  | 'issue-link'
  | 'withdraw-link'
  | 'sign-in'
  | 'sign-out';

export interface Asked<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly parts: Parts;
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  /** As it was sent, for the hash of repeated keys only. */
  readonly rawBody: unknown;
  readonly language: Language;
  readonly now: Instant;
  readonly address: string;
  /** Method and path with its ids. */
  readonly target: string;
  readonly headers: {
    readonly idempotencyKey: string | undefined;
    readonly ifMatch: string | undefined;
    readonly ifNoneMatch: string | undefined;
  };
  readonly session: {
    signIn(userId: string): Promise<void>;
    signOut(): Promise<void>;
    /** Is the session that this request came with still there, and this person's? */
    isAlive(userId: string, now: Instant): Promise<boolean>;
    /** This request is no use of the session: it does not prolong it. */
    leaveAsItIs(): void;
  };
}

export interface WithAccount {
  readonly account: SignedIn;
  readonly viewer: Viewer;
}

export interface Answered<Body> {
  readonly status: 200 | 201 | 204 | 304 | 503;
  readonly body: Body;
  /** With a `Content-Type` the body is text that is sent as it is; else it is JSON. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Declaration<
  Permission extends RoutePermission,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** `{name}` marks a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly audit: RouteAudit;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Checked before it is sent: a field that is not declared never leaves. */
  readonly answer: Answer;
  readonly handler: (
    asked: Asked<Params, Query, Body> & (Permission extends 'anyone' ? object : WithAccount),
  ) => Promise<Answered<z.input<Answer>>>;
}

/** A route with its types behind it: what the app mounts and the document lists. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly permission: RoutePermission;
  readonly audit: RouteAudit;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  readonly answer: z.ZodType;
  readonly handler: (
    asked: Asked<z.ZodAny, z.ZodAny, z.ZodAny> & Partial<WithAccount>,
  ) => Promise<Answered<unknown>>;
}

/** Declares one route: path, permission, audit, shapes and handler, none of them optional. */
export function route<
  Permission extends RoutePermission,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(declaration: Declaration<Permission, Params, Query, Body, Answer>): Route {
  // The app parses with these very shapes before it calls, which is what the handler's types say.
  return declaration as unknown as Route;
}

export const nothing = zod.strictObject({});
/** No body is read. */
export const noBody = zod.undefined();
export const noAnswer = zod.undefined();
/** The answer goes on: server-sent events, written to where the handler's body is called with. */
export const eventStream = zod.custom<(sink: EventSink) => void>((value) => typeof value === 'function');

export const ok = <Body>(body: Body, headers?: Answered<Body>['headers']): Answered<Body> => ({
  status: 200,
  body,
  ...(headers === undefined ? {} : { headers }),
});

/** The version that a later command names in `If-Match`. */
export const etag = (version: number): { ETag: string } => ({ ETag: `"${String(version)}"` });
