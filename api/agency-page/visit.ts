import type { Request, Response } from 'express';
import { languages, type Language } from '../../messages/message.js';
import { epochMs, type Instant } from '../../domain/time/instant.js';
import { linkPath } from '../contract/task-link.js';
import { scopeOf } from '../middleware/request-scope.js';
import type { Parts } from '../parts.js';
import type { IssuedTaskLink } from '../read/link-reads.js';

/** One request to the page behind a link that exists. */
export interface Visit {
  readonly parts: Parts;
  readonly link: IssuedTaskLink;
  readonly token: string;
  /** What this browser shows for having given the code; empty where it has not. */
  readonly pass: string;
  readonly language: Language;
  readonly now: Instant;
  /** Scheme and host under which this page was asked for. */
  readonly origin: string;
}

const passCookie = 'loive-link';

/** How long a code that was given once is good for: long enough to ask a colleague and fill in the form. */
const passMs = 2 * 3_600_000;

/** Undefined for whatever is no link of ours: to its sender there is no such page. */
export async function visitOf(
  parts: Parts,
  request: Request,
  response: Response,
): Promise<Visit | undefined> {
  const { keys } = parts.records.links;
  const token = String(request.params['token'] ?? '');
  const linkId = keys.linkIdOf(token);
  const link = linkId === undefined ? undefined : await parts.read.links.one(linkId);
  if (link === undefined) return undefined;
  const { now } = scopeOf(response);
  const shown = cookieIn(request);
  const pass = keys.isPass(link.id, shown, epochMs(now)) ? shown : '';
  const origin = `${request.protocol}://${request.get('Host') ?? ''}`;
  return { parts, link, token, pass, language: languageOf(request), now, origin };
}

/** May this browser see what the link leads to? */
export const isUnlocked = ({ link, pass }: Pick<Visit, 'link' | 'pass'>): boolean =>
  link.codeHash === null || pass !== '';

/** Remembers in this browser, for this link alone, that the code was given. */
export function givePass(visit: Visit, request: Request, response: Response): Visit {
  const { link, token, now } = visit;
  const pass = visit.parts.records.links.keys.passOf(link.id, epochMs(now) + passMs);
  response.cookie(passCookie, pass, {
    path: `${linkPath}/${token}`,
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    maxAge: passMs,
    encode: String,
  });
  return { ...visit, pass };
}

/** The address of this page, in the language in which it is read. */
export const addressOf = ({ token, language }: Visit, done?: string): string =>
  `${linkPath}/${token}?lang=${language}${done === undefined ? '' : `&done=${done}`}`;

export const sealOf = ({ parts, link, pass }: Visit): string =>
  parts.records.links.keys.formSeal(link.id, pass);

function cookieIn(request: Request): string {
  const cookies = (request.get('Cookie') ?? '').split(/;\s*/);
  return cookies.find((each) => each.startsWith(`${passCookie}=`))?.slice(passCookie.length + 1) ?? '';
}

/** Chosen on the page; Vietnamese until then, whatever language an office's browser was installed in. */
export function languageOf(request: Request): Language {
  const { lang }: { readonly lang?: unknown } = { ...request.query, ...bodyOf(request) };
  return languages.find((each) => each === lang) ?? 'vi';
}

function bodyOf(request: Request): object {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? body : {};
}
