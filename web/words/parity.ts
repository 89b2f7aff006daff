import type adminEn from '../../messages/admin.en.json';
import type adminVi from '../../messages/admin.vi.json';
import type caseEn from '../../messages/case.en.json';
import type caseVi from '../../messages/case.vi.json';
import type en from '../../messages/web.en.json';
import type vi from '../../messages/web.vi.json';

/** English tells one from many, Vietnamese does not: for each counted sentence English has one key more. */
type WithSingular<Key> = Key extends `${infer Sentence}_other` ? Key | `${Sentence}_one` : Key;

type Missing<Vi, En> = Exclude<WithSingular<keyof Vi>, keyof En>;
type Extra<Vi, En> = Exclude<keyof En, WithSingular<keyof Vi>>;

/** A sentence that is missing in one language, or that only one language has, does not compile. */
type Parity<Vi, En> = [Missing<Vi, En>, Extra<Vi, En>] extends [never, never]
  ? 'complete'
  : { missing: Missing<Vi, En>; extra: Extra<Vi, En> };

export const parity: Parity<typeof vi, typeof en> = 'complete';
export const adminParity: Parity<typeof adminVi, typeof adminEn> = 'complete';
export const caseParity: Parity<typeof caseVi, typeof caseEn> = 'complete';
