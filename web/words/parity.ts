import type en from '../../messages/web.en.json';
import type vi from '../../messages/web.vi.json';

/** English tells one from many, Vietnamese does not: for each counted sentence English has one key more. */
type WithSingular<Key> = Key extends `${infer Sentence}_other` ? Key | `${Sentence}_one` : Key;

type Missing = Exclude<WithSingular<keyof typeof vi>, keyof typeof en>;
type Extra = Exclude<keyof typeof en, WithSingular<keyof typeof vi>>;

/** A sentence that is missing in one language, or that only one language has, does not compile. */
export const parity: [Missing, Extra] extends [never, never]
  ? 'complete'
  : { missing: Missing; extra: Extra } = 'complete';
