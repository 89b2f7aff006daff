import type { z } from 'zod';
import type { PersonSearch } from '../../api/contract/person-search.js';

export interface Typed {
  readonly name: string;
  readonly birthYear: string;
  readonly phone: string;
}

/** What is looked for; undefined while neither a name nor a telephone number is typed, which a match needs. */
export function searchOf({ name, birthYear, phone }: Typed): z.input<typeof PersonSearch> | undefined {
  const fullName = name.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const number = phone.trim();
  if (fullName === '' && number === '') return undefined;
  const year = /(?:19|20)\d\d/.exec(birthYear)?.[0];
  return {
    ...(fullName === '' ? {} : { fullName }),
    ...(number === '' ? {} : { phone: number }),
    ...(year === undefined ? {} : { birthYear: Number(year) }),
  };
}
