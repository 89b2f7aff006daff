import { randomInt } from 'node:crypto';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import type { ChangePassphrase } from '../contract/session.js';
import { fieldProblem } from '../problem.js';

/** Without signs that are mistaken for each other when they are read out: 31 of them, 20 in all, 99 bits. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Told once to whoever hands it over, and replaced at the first sign-in: `k7mqx-2fd9h-rtw4v-ncj3p`. */
export const temporaryPassphrase = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => signs.charAt(randomInt(signs.length))).join(''),
  ).join('-');

/** Length is what counts; what anybody could guess is refused. Throws a problem about `/next`. */
export function checkPassphrase({ current, next }: ChangePassphrase, username: string): void {
  if (next === current) throw fieldProblem({ pointer: '/next', code: 'passphrase-same' });
  const plain = next.trim().toLowerCase();
  const oneSign = new Set(plain.replaceAll(/\s/g, '')).size < 4;
  if (plain === username || plain === demoPassphrase || oneSign)
    throw fieldProblem({ pointer: '/next', code: 'passphrase-guessable' });
}
