import { checkFields } from '../../../domain/procedure/form.js';
import type { FieldType, FormField, Outcome } from '../../../domain/procedure/procedure.js';

const id = 'a3f1c2d4-0000-4000-8000-000000000001';
const title = { vi: 'x', en: 'x' };
const options = { PM1: title, PM2: title };

const field = (type: FieldType, more: Partial<FormField> = {}): FormField => ({
  id: 'answer',
  title,
  type,
  required: true,
  ...(type === 'choice' || type === 'choices' ? { options } : {}),
  ...more,
});

const outcome = (...form: readonly FormField[]): Outcome => ({ title, form });
const codes = (form: Outcome, fields: Record<string, unknown>) =>
  checkFields(form, fields).map(({ code }) => code);

const answers: Record<FieldType, { good: readonly unknown[]; bad: readonly unknown[] }> = {
  text: {
    good: [{ textId: id }],
    bad: ['plain words', {}, { textId: 'x' }, { textId: id, text: 'x' }, null, [id]],
  },
  place: {
    good: [{ placeRevision: id }],
    bad: [{ textId: id }, 'c:00070', { placeRevision: id.toUpperCase() }],
  },
  agency: { good: [id], bad: ['HN-SYT', { agencyId: id }, 7] },
  choice: { good: ['PM1'], bad: ['PM3', '', 'toString', '__proto__', ['PM1'], true] },
  choices: { good: [['PM1'], ['PM2', 'PM1']], bad: [[], ['PM1', 'PM1'], ['PM9'], 'PM1', [['PM1']], [null]] },
  date: { good: ['2026-02-28'], bad: ['2026-02-30', '28/02/2026', '2026-02-28T00:00:00Z', 20260228] },
  instant: {
    good: ['2026-02-28T01:02:03Z'],
    bad: ['2026-02-28', '2026-02-28T25:00:00Z', '2026-02-28T01:02:03+07:00'],
  },
  boolean: { good: [true, false], bad: ['true', 0, null] },
  number: { good: [0, -1.5], bad: [Number.NaN, Number.POSITIVE_INFINITY, '1'] },
};

const table = Object.entries(answers) as [FieldType, { good: unknown[]; bad: unknown[] }][];

describe('the answers to a form', () => {
  test.each(table)('%s: what it is', (type, { good }) => {
    for (const answer of good) expect(checkFields(outcome(field(type)), { answer })).toEqual([]);
  });

  test.each(table)('%s: what it is not', (type, { bad }) => {
    for (const answer of bad) expect(codes(outcome(field(type)), { answer })).toEqual(['field-invalid']);
  });

  test('what is required and missing is named, with its options', () => {
    expect(checkFields(outcome(field('choice')), {})).toEqual([
      { pointer: 'answer', code: 'field-required', allowed: ['PM1', 'PM2'] },
    ]);
  });

  test('what is optional may be missing, but not wrong', () => {
    const form = outcome(
      field('date', { required: false }),
      field('choices', { id: 'list', required: false }),
    );
    expect(checkFields(form, {})).toEqual([]);
    expect(checkFields(form, { list: [] })).toEqual([]);
    expect(codes(form, { answer: '2026-13-01' })).toEqual(['field-invalid']);
  });

  test('a field that the form does not have is a problem, whatever its name', () => {
    const form = outcome(field('boolean', { required: false }));
    expect(checkFields(form, { other: 1 })).toEqual([
      { pointer: 'other', code: 'field-invalid', allowed: ['answer'] },
    ]);
    expect(codes(form, { constructor: 1 })).toEqual(['field-invalid']);
  });

  test('a field is not answered by what every object has', () => {
    expect(codes(outcome(field('text', { id: 'toString' })), {})).toEqual(['field-required']);
  });
});
