import type { Refusal } from '../domain/refusal.js';
import { isUuid } from '../domain/ids.js';
import { parsePlainDate } from '../domain/time/plain-date.js';
import { isMessageKey, message, type Language, type MessageKey } from '../messages/message.js';
import { codeWordsOf, type CodeWords } from './read/code-words.js';
import { dayWords } from './read/day-words.js';
import { statusOf, type FieldError, type ProblemCode, type ProblemDocument } from './contract/problem.js';

type IssueOf<Key> = Key extends `issue.${infer Code}` ? Code : never;
export type IssueCode = IssueOf<MessageKey>;

/** One thing that is wrong with one field. `values` fill in the sentence; they never come from the request. */
export interface Finding {
  readonly pointer: string;
  readonly code: IssueCode;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The closed list that the field takes its value from, and what its codes are called there. */
  readonly allowed?: readonly string[];
  readonly words?: CodeWords;
}

interface More {
  readonly findings?: readonly Finding[];
  readonly allowed?: readonly string[];
  readonly currentVersion?: number;
  readonly retryAfterSeconds?: number;
  /** What the allowed codes are called, where the case gives them names. */
  readonly words?: CodeWords;
}

/** Thrown anywhere on the way of a request; answered as `application/problem+json` at its end. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly more: More = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** How a request speaks of what the rules speak of. */
export interface Terms {
  readonly words: CodeWords;
  /** Where the request tells what the rules name so, as a pointer. */
  readonly where: (named: string) => string;
  /** What would be possible there, of a day or moment that the rules found not to be. */
  readonly possible: (pointer: string) => Omit<Finding, 'pointer'> | undefined;
  /** Is what the rules name instead for whoever asks? A command may be another's to give. */
  readonly isTheirs: (allowed: string) => boolean;
}

/** The same problem in the terms of the request that it answers. */
export function inTerms(error: unknown, { words, where, possible, isTheirs }: Terms): unknown {
  if (!(error instanceof Problem)) return error;
  const findings = error.more.findings?.map((each) => ({
    ...each,
    pointer: where(each.pointer),
    ...(each.code === 'invalid' ? possible(each.pointer) : undefined),
  }));
  const allowed = error.more.allowed?.filter(isTheirs);
  return new Problem(error.code, {
    ...error.more,
    words,
    ...(findings === undefined ? {} : { findings }),
    ...(allowed === undefined ? {} : { allowed }),
  });
}

/** The request is understood, but fields of it are not right. */
export function fieldProblem(...findings: readonly Finding[]): Problem {
  const onlyMissing = findings.every(({ code }) => code === 'required');
  return new Problem(onlyMissing ? 'field-required' : 'field-invalid', { findings });
}

/**
 * A field holds none of the values of a closed list. They stand in `allowed`; in the sentence too where every one of
 * them has a name.
 */
export const notListed = (where: string, allowed: readonly string[]): Problem =>
  new Problem('field-invalid', {
    findings: [{ pointer: where, code: 'not-listed' }],
    allowed,
    words: wordsOfList(allowed),
  });

/** What the values of a list are called, if every one of them has a name; else nothing is said of them. */
export function wordsOfList(allowed: readonly string[]): CodeWords {
  const named = codeWordsOf();
  return allowed.every((code) => named(code, 'vi') !== undefined) ? named : () => '';
}

/** What the rules answered, as a problem. */
export function problemOf(refusal: Refusal): Problem {
  const { refused, about, allowed, currentVersion } = refusal;
  const aboutField = refused === 'field-required' || refused === 'field-invalid';
  const finding: Finding = {
    pointer: pointer(about ?? ''),
    code: refused === 'field-required' ? 'required' : 'not-listed',
  };
  return new Problem(refused, {
    ...(aboutField
      ? {
          findings: [
            allowed === undefined && refused === 'field-invalid' ? { ...finding, code: 'invalid' } : finding,
          ],
        }
      : {}),
    ...(allowed === undefined ? {} : { allowed }),
    ...(currentVersion === undefined ? {} : { currentVersion }),
  });
}

/** Only what looks like the name of a field is repeated: a key of the request may hold anything. */
const fieldName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
const shown = (segment: PropertyKey): string => (fieldName.test(String(segment)) ? String(segment) : '*');

/** JSON pointer of a field; segments that are no names appear as `*`. */
export function pointer(...segments: readonly PropertyKey[]): string {
  return segments
    .flatMap((segment) => String(segment).split(/[./]/))
    .filter((segment) => segment !== '')
    .map((segment) => `/${shown(segment)}`)
    .join('');
}

export interface Reader {
  readonly language: Language;
  readonly traceId: string;
}

export function problemDocument({ code, more }: Problem, { language, traceId }: Reader): ProblemDocument {
  return {
    type: `urn:loive:problem:${code}`,
    title: message(language, `problem.${code}.title`),
    status: statusOf[code],
    detail: detailWords(code, more, language),
    code,
    errors: (more.findings ?? []).map((finding) => fieldError(finding, language)),
    ...(more.allowed === undefined ? {} : { allowed: [...more.allowed] }),
    ...(more.currentVersion === undefined ? {} : { currentVersion: more.currentVersion }),
    traceId,
  };
}

/** Why not, and what the rules would allow instead. */
export const detailWords = (code: ProblemCode, more: Allowing, language: Language): string =>
  [message(language, `problem.${code}.detail`), ...allowedWords(more, language)].join(' ');

type Allowing = Pick<More, 'allowed' | 'words'>;

const fieldError = ({ pointer: where, code, values, ...list }: Finding, language: Language): FieldError => ({
  pointer: where,
  message: [message(language, `issue.${code}`, values), ...allowedWords(list, language)].join(' '),
  code,
  ...(list.allowed === undefined ? {} : { allowed: [...list.allowed] }),
});

/** Names, not codes: those stand in `allowed`. What has no name and is an id is left out. */
function allowedWords(
  { allowed = [], words = codeWordsOf() }: Allowing,
  language: Language,
): readonly string[] {
  const [day] = allowed;
  if (day !== undefined && parsePlainDate(day) !== undefined)
    return [message(language, 'allowed.until', { day: dayWords(day) })];
  const list = allowed
    .map((code) => words(code, language) ?? (isUuid(code) ? '' : code))
    .filter((name) => name !== '')
    .join(', ');
  if (list === '') return [];
  const commands = allowed.every((each) => isMessageKey(`command.${each}`));
  return [message(language, commands ? 'allowed.commands' : 'allowed.values', { list })];
}
