import type { FactDefinition, FieldType, Words } from '../../domain/procedure/procedure.js';
import type { Finding } from '../problem.js';
import { wordsIn } from '../read/code-words.js';

/** What a question or a fact takes for an answer. */
interface Taking {
  readonly type: FieldType | FactDefinition['type'];
  readonly options?: Readonly<Record<string, Words>> | undefined;
}

const complaints = {
  boolean: { code: 'wrong-type', values: { expected: 'true, false' } },
  number: { code: 'wrong-type', values: { expected: 'number' } },
  date: { code: 'day' },
  instant: { code: 'instant' },
  agency: { code: 'uuid' },
  place: { code: 'place' },
  text: { code: 'invalid' },
  code: { code: 'not-listed' },
  choice: { code: 'not-listed' },
  choices: { code: 'not-listed' },
} as const satisfies Record<Taking['type'], Omit<Finding, 'pointer'>>;

/** Why an answer does not fit, and what would: of a closed list, its values. */
export const unfitAnswer = (pointer: string, { type, options }: Taking): Finding => ({
  pointer,
  ...complaints[type],
  ...(options === undefined ? {} : { allowed: Object.keys(options), words: wordsIn([options]) }),
});
