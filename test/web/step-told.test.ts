import type { TFunction } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CasePosition } from '../../api/contract/procedure.js';
import ofCase from '../../messages/case.vi.json';
import words from '../../messages/web.vi.json';
import { loadTold, positionTold, type Told } from '../../web/procedure/step-told.js';

const sentences: Readonly<Record<string, string>> = { ...words, ...ofCase };
const t = ((key: string, values: Readonly<Record<string, unknown>> = {}) =>
  Object.entries(values).reduce(
    (sentence, [blank, value]) => sentence.replace(`{${blank}}`, String(value)),
    sentences[key] ?? key,
  )) as unknown as TFunction;

/** What a person reads, without the signs. */
const read = (told: Told, stepId: string): string =>
  renderToStaticMarkup(told.of(stepId))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('what is told of a step beside the procedure', () => {
  const position = {
    case: { phase: 'verification' },
    items: [
      { stepId: 'a', standing: 'done' },
      { stepId: 'b', standing: 'open', due: 'overdue' },
    ],
  } as unknown as CasePosition;

  it('is where the case stands, in words, with how its deadline stands', () => {
    const told = positionTold(position, t);
    expect(read(told, 'a')).toBe(sentences['standing.done']);
    expect(read(told, 'b')).toBe(
      `${sentences['standing.open'] ?? ''} ${sentences['standing.overdue'] ?? ''}`,
    );
  });

  it('says of a step that this reader may not see that it is not seen, not that it lies ahead', () => {
    expect(read(positionTold(position, t), 'elsewhere')).toBe(sentences['standing.unseen']);
  });

  it('is how many cases sit there, how many of them late, and how many soon; nothing of what is nil', () => {
    const told = loadTold(
      [
        { stepId: 'a', open: 5, soon: 0, overdue: 2 },
        { stepId: 'b', open: 0, soon: 0, overdue: 0 },
      ],
      t,
    );
    expect(read(told, 'a')).toMatch(/^5 .*2 /);
    expect(read(told, 'a')).not.toContain('0');
    expect(read(told, 'b')).toBe(sentences['steps.load-none']);
    expect(read(told, 'never-opened')).toBe(sentences['steps.load-none']);
  });
});
