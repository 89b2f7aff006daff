import type { z } from 'zod';
import { isMessageKey } from '../messages/message.js';
import { fieldProblem, notListed, pointer, wordsOfList, type Finding, type IssueCode } from './problem.js';

type Issue = z.core.$ZodIssue;

/** Reads one part of a request. Throws a problem that names every field that is wrong, and repeats no value. */
export function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const answer = schema.safeParse(input);
  if (answer.success) return answer.data;
  const { issues } = answer.error;
  const findings = issues.flatMap((issue) => findingsOf(issue, input)).slice(0, 50);
  const [first] = findings;
  const onlyList =
    first?.code === 'not-listed' && findings.every(({ pointer: where }) => where === first.pointer);
  throw onlyList && first.allowed !== undefined
    ? notListed(first.pointer, first.allowed)
    : fieldProblem(...findings);
}

function findingsOf(told: Issue, input: unknown): readonly Finding[] {
  const issue = { ...told, path: pathIn(input, told.path) };
  const where = pointer(...issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: `${where}${pointer(key)}`,
        code: 'unknown-key',
        values: { names: pointer(key).slice(1) },
      }));
    case 'invalid_type':
      if (valueAt(input, issue.path) === undefined) return [{ pointer: where, code: 'required' }];
      return [{ pointer: where, code: 'wrong-type', values: { expected: issue.expected } }];
    case 'too_big':
      return [{ pointer: where, code: 'too-long', values: { limit: Number(issue.maximum) } }];
    case 'too_small':
      return [{ pointer: where, code: 'too-short', values: { limit: Number(issue.minimum) } }];
    case 'invalid_value':
      return [
        valueAt(input, issue.path) === undefined
          ? { pointer: where, code: 'required' }
          : listed(where, issue.values),
      ];
    case 'invalid_union':
      return ofUnion(issue, input, where);
    case 'invalid_key':
      return [{ pointer: where, code: 'code' }];
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
      return [{ pointer: where, code: issueCode(issue.message) }];
  }
}

function listed(where: string, values: readonly unknown[]): Finding {
  const allowed = values.map(String);
  return { pointer: where, code: 'not-listed', allowed, words: wordsOfList(allowed) };
}

/** Of several shapes that a value may have, the complaint of the one that it came nearest to. */
function ofUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  input: unknown,
  where: string,
): readonly Finding[] {
  if ('discriminator' in issue && issue.discriminator !== undefined) {
    return [
      valueAt(input, issue.path) === undefined
        ? { pointer: where, code: 'required' }
        : listed(where, 'options' in issue ? (issue.options ?? []) : []),
    ];
  }
  const nearest = issue.errors.find((branch) => branch.every(({ code }) => code !== 'invalid_type'));
  const [first] = nearest ?? [];
  if (first === undefined) {
    if (valueAt(input, issue.path) === undefined) return [{ pointer: where, code: 'required' }];
    const types = issue.errors.flatMap((branch) =>
      branch.flatMap((each) => (each.code === 'invalid_type' ? [each.expected] : [])),
    );
    return [{ pointer: where, code: 'wrong-type', values: { expected: [...new Set(types)].join(', ') } }];
  }
  return findingsOf({ ...first, path: [...issue.path, ...first.path] }, input);
}

const issueCode = (text: string): IssueCode => {
  const key = `issue.${text}`;
  return isMessageKey(key) ? (text as IssueCode) : 'invalid';
};

/** A text that was read as a list (`by=sex,year`) has no places in it: the field is what is wrong. */
function pathIn(input: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  const texts = path.findIndex((_, length) => typeof valueAt(input, path.slice(0, length)) === 'string');
  return texts === -1 ? [...path] : path.slice(0, texts);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, segment) : undefined,
    input,
  );
}
