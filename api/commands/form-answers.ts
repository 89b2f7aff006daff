import type { FieldAnswer, Fields } from '../../domain/case/case-state.js';
import { checkFields } from '../../domain/procedure/form.js';
import type { FormField, Outcome } from '../../domain/procedure/procedure.js';
import type { FieldsInput } from '../contract/command.js';
import { SealedValue } from '../contract/text.js';
import { fieldProblem, pointer, type Finding } from '../problem.js';
import { placeCode } from '../contract/directory.js';
import type { Sealer } from './sealer.js';
import { unfitAnswer } from './unfit-answer.js';

type Input = FieldsInput[string];

interface Asked {
  readonly outcome: Outcome;
  /** Of an answer that is corrected: what stays where nothing is written over it. */
  readonly before?: Fields | undefined;
}

/**
 * The answers of a form as the rules take them: texts sealed, places as revisions, the rest as codes. Throws a
 * problem that names every field that is wrong.
 */
export function formAnswers({ outcome, before = {} }: Asked, input: FieldsInput, sealer: Sealer): Fields {
  const fields = Object.fromEntries(
    Object.entries(input).map(([id, answer]) => [
      id,
      answerOf(
        outcome.form.find((field) => field.id === id),
        answer,
        sealer,
      ),
    ]),
  );
  const findings = checkFields(outcome, { ...before, ...fields }).map(({ pointer: id, code }): Finding => {
    const where = pointer('fields', id);
    if (code === 'field-required') return { pointer: where, code: 'required' };
    const field = outcome.form.find((each) => each.id === id);
    if (field?.type === 'choices' && isRepetitive(fields[id], field))
      return { pointer: where, code: 'twice' };
    if (field === undefined)
      return { pointer: where, code: 'unknown-key', values: { names: pointer(id).slice(1) } };
    return unfitAnswer(where, field);
  });
  if (findings.length > 0) throw fieldProblem(...findings);
  return fields;
}

/** A list of options, one of them twice. */
const isRepetitive = (answer: FieldAnswer | undefined, { options = {} }: FormField): boolean =>
  Array.isArray(answer) &&
  new Set(answer).size < answer.length &&
  answer.every((each) => Object.hasOwn(options, String(each)));

function answerOf(field: FormField | undefined, answer: Input, sealer: Sealer): FieldAnswer {
  if (!(answer instanceof SealedValue)) return answer;
  const where = `/fields/${field?.id ?? ''}`;
  switch (field?.type) {
    case 'text':
      return { textId: sealer.text(where, answer) };
    case 'place': {
      const code = placeCode.safeParse(answer.reveal());
      if (!code.success) throw fieldProblem({ pointer: where, code: 'place' });
      return {
        placeRevision: sealer.place(where, { kind: field.placeKind ?? 'residence', placeCode: code.data }),
      };
    }
    case undefined:
      return ''; // an unknown field: the check names it, and what it held goes nowhere
    case 'agency':
    case 'boolean':
    case 'choice':
    case 'choices':
    case 'date':
    case 'instant':
    case 'number':
      return answer.reveal(); // a code, or nothing that the form takes
  }
}
