import { readFileSync, statSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { recordedDimensions } from '../../domain/history/dimension.js';
import { periodFormats } from '../../domain/history/period.js';
import type { DimensionMapping, SourceMapping } from '../../domain/history/source-mapping.js';
import { foldings, foldSpelling } from '../../domain/history/spelling.js';
import { ImportProblem } from './import-problem.js';

const column = z.string().min(1).max(200);
const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/, 'a code has letters, digits, "-" and "." only');
const words = (value: unknown) => `is ${JSON.stringify(value)}`;

const Dimension = z.strictObject({
  column,
  split: z
    .union([z.enum(['none', 'known-values']), z.strictObject({ at: z.array(z.string().min(1)).min(1) })], {
      error: (issue) => `${words(issue.input)}, not none, known-values or { at: [separators] }`,
    })
    .default('none'),
  fold: z.array(z.enum(foldings)).default([]),
  values: z.record(z.string(), code).default({}),
  unmapped: z.union([z.enum(['keep', 'reject']), z.strictObject({ code })], {
    error: (issue) => `${words(issue.input)}, not keep, reject or { code: … }`,
  }),
});

/** The mapping of a source, as it is written in YAML. Its description for people: docs/import.md. */
export const MappingFile = z.strictObject({
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'has small letters, digits and "-" only'),
  delimiter: z.enum([',', ';', '\t', '|'], 'is one of "," ";" "\\t" "|"').default(','),
  rowRef: z.array(column).min(1),
  received: z.strictObject({ column, formats: z.array(z.enum(periodFormats)).min(1) }),
  dimensions: z.partialRecord(z.enum(recordedDimensions), Dimension),
  alsoKeep: z.array(column).default([]),
});
export type MappingFile = z.output<typeof MappingFile>;

export interface ReadMapping {
  readonly mapping: SourceMapping;
  readonly delimiter: MappingFile['delimiter'];
}

const largestFile = 4 * 1024 * 1024;

/** Reads and checks a mapping. Throws an ImportProblem that names everything that is wrong with it. */
export function readMapping(path: string): ReadMapping {
  const checked = MappingFile.safeParse(readYaml(path));
  const faults = checked.success ? clashes(checked.data) : checked.error.issues.map(sentence);
  if (!checked.success || faults.length > 0) {
    throw new ImportProblem([`The mapping ${path} cannot be used:`, ...faults].join('\n  '));
  }
  const { delimiter, dimensions, ...rest } = checked.data;
  const folded = Object.entries(dimensions).map(([name, rule]) => [name, compile(rule)] as const);
  return { delimiter, mapping: { ...rest, dimensions: Object.fromEntries(folded) } };
}

function readYaml(path: string): unknown {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined)
    throw new ImportProblem(`There is no mapping ${path}; docs/import.md says how to write one.`);
  if (size > largestFile)
    throw new ImportProblem(`The mapping ${path} is larger than 4 MB: is it the right file?`);
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new ImportProblem(`The mapping ${path} is not YAML: ${error.message}`);
  }
}

function compile({ values, ...rule }: z.output<typeof Dimension>): DimensionMapping {
  return {
    ...rule,
    codes: new Map(Object.entries(values).map(([value, to]) => [foldSpelling(value, rule.fold), to])),
  };
}

/** Values that the folding makes one although their codes differ: which code counted would be chance. */
function clashes({ dimensions }: MappingFile): string[] {
  return Object.entries(dimensions).flatMap(([name, { values, fold }]) => {
    const seen = new Map<string, string>();
    return Object.entries(values).flatMap(([value, to]) => {
      const folded = foldSpelling(value, fold);
      const before = seen.get(folded) ?? to;
      seen.set(folded, before);
      return before === to
        ? []
        : [
            `dimensions.${name}.values: "${value}" is folded to the same spelling as a value with another code.`,
          ];
    });
  });
}

function sentence(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `${where || 'The file'} has unknown keys: ${issue.keys.join(', ')}.`;
  return `${where || 'The file'}: ${issue.message}.`;
}
