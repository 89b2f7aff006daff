/** Differences in spelling that a mapping may pass over: blanks at the ends and doubled, capitals, hyphens and brackets. */
export const foldings = ['spaces', 'case', 'punctuation'] as const;
export type Folding = (typeof foldings)[number];

const fold = {
  spaces: (text) => text.replaceAll(/\s+/gu, ' ').trim(),
  case: (text) => text.toLocaleLowerCase('en'),
  punctuation: (text) => text.replaceAll(/[\p{P}]+/gu, ' '),
} satisfies Record<Folding, (text: string) => string>;

/** The order matters: punctuation leaves blanks behind. */
const order: readonly Folding[] = ['case', 'punctuation', 'spaces'];

/** One spelling for all that the mapping holds to be the same. Composed and decomposed letters are always the same. */
export function foldSpelling(text: string, wanted: readonly Folding[]): string {
  return order
    .filter((folding) => wanted.includes(folding))
    .reduce((folded, folding) => fold[folding](folded), text.normalize('NFC'));
}
