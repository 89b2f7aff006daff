import { foldedName } from '../../prisma/seed/folded-name.js';
import type { PersonField } from '../../domain/procedure/procedure.js';
import type { Vault } from './vault.js';

/**
 * What of a person record can be found again, as keyed hashes. A birth year is one of a hundred, so its hash is tied
 * to its case: it can be compared with one that is asked for, and never be looked up.
 */
export const indexKinds = ['name', 'other-name', 'phone', 'birth-year'] as const;
export type IndexKind = (typeof indexKinds)[number];

/** Which field each kind is made of. */
const fieldOf = {
  name: 'fullName',
  'other-name': 'otherNames',
  phone: 'phone',
  'birth-year': 'birthDate',
} as const satisfies Record<IndexKind, PersonField>;

export const kindOfField = (field: PersonField): IndexKind | undefined =>
  indexKinds.find((kind) => fieldOf[kind] === field);

/** Families write names in another order on other papers: the words in order of the alphabet. */
export const nameKey = (name: string): string => foldedName(name).split(' ').sort().join(' ');

/** Digits with the country's code: `0912 345 678`, `+84 912345678` and `0084…` are one number. Empty: no number. */
export function phoneKey(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '').replace(/^00/, '');
  const whole = /^0/.test(digits) ? `84${digits.slice(1)}` : digits;
  return whole.length >= 8 && whole.length <= 15 ? whole : '';
}

const several = (text: string): string[] => text.split(/[,;/\n]/);

const keysOf = {
  name: (text) => [nameKey(text)],
  'other-name': (text) => several(text).map(nameKey),
  phone: (text) => several(text).map(phoneKey),
  'birth-year': (text) => [text.slice(0, 4)],
} satisfies Record<IndexKind, (text: string) => string[]>;

export const nameHash = (vault: Vault, name: string): string =>
  vault.hash('person-index', `name ${nameKey(name)}`);
export const phoneHash = (vault: Vault, phone: string): string =>
  vault.hash('person-index', `phone ${phoneKey(phone)}`);
export const birthYearHash = (vault: Vault, caseId: string, year: string): string =>
  vault.hash('person-index', `birth-year ${caseId} ${year}`);

export interface IndexRow {
  readonly caseId: string;
  readonly kind: IndexKind;
  readonly hash: string;
}

/** The rows that stand for one field of a record; none for a field that is not searched. */
export function indexRows(
  vault: Vault,
  caseId: string,
  [field, text]: readonly [PersonField, string],
): IndexRow[] {
  const kind = kindOfField(field);
  if (kind === undefined) return [];
  const hash = {
    name: (key: string) => nameHash(vault, key),
    'other-name': (key: string) => nameHash(vault, key),
    phone: (key: string) => phoneHash(vault, key),
    'birth-year': (key: string) => birthYearHash(vault, caseId, key),
  } satisfies Record<IndexKind, (key: string) => string>;
  const keys = keysOf[kind](text).filter((key) => key !== '');
  return [...new Set(keys)].map((key) => ({ caseId, kind, hash: hash[kind](key) }));
}
