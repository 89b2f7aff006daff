import { randomUUID } from 'node:crypto';
import { CreateUser } from '../../api/contract/admin-user.js';
import { Problem } from '../../api/problem.js';
import { accounts } from '../../api/records/accounts.js';
import { temporaryPassphrase } from '../../api/records/passphrase.js';
import { createSignInDesk } from '../../api/sign-in-desk.js';
import type { Database } from '../../prisma/client.js';
import { StartProblem } from '../embedded/start-problem.js';

export interface NewAdministrator {
  /** What they type to sign in: a post, never a person's name. */
  readonly username: string;
  readonly title: string;
  /** When it is made (UTC). */
  readonly now: Date;
}

/**
 * An administrator of an installation in which perhaps nobody can sign in yet. Returns the temporary passphrase, which
 * is kept nowhere and must be replaced at the first sign-in. An account that exists is never touched: throws a
 * StartProblem, as it does for a username that is none.
 */
export async function addAdministrator(
  database: Database,
  { username, title, now }: NewAdministrator,
): Promise<string> {
  const asked = CreateUser.safeParse({ username, title, roles: ['administrator'], agencyId: null });
  if (!asked.success)
    throw new StartProblem(
      asked.error.issues.some(({ path }) => path[0] === 'username')
        ? 'The username may have up to 40 small letters a to z, digits, points and hyphens, and begins and ends with a letter or digit: --username quan-tri.'
        : 'The title is one line of at most 200 signs that names the post: --title "Quản trị hệ thống".',
    );
  const passphrase = temporaryPassphrase();
  const passwordHash = await createSignInDesk().hash(passphrase);
  try {
    await accounts(database).create(
      randomUUID(),
      { ...asked.data, passwordHash },
      { viewer: undefined, now: now.toISOString() },
    );
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new StartProblem(
      `There is an account "${username}" already, and it was left as it is. Choose another username; a lost passphrase is reset by two people in the administration of the system.`,
    );
  }
  return passphrase;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Problem && (error.more.findings ?? []).some(({ code }) => code === 'username-taken');
