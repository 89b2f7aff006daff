import { z } from 'zod';
import { accountRoles, type AccountRole } from '../../domain/access/viewer.js';
import { NamedAgency } from './directory.js';
import { pageOf, pageQuery } from './page.js';
import { line, uuid } from './text.js';

/** What somebody types to sign in: a post, never a person's name. */
const username = z
  .string()
  .max(40)
  .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, 'username');
const title = line(200).trim().min(1);
const roles = z
  .array(z.enum(accountRoles))
  .min(1)
  .max(accountRoles.length)
  .refine((list) => new Set(list).size === list.length, 'twice');
const language = z.enum(['vi', 'en']);

/** They act for a body, or watch over its area; the others stand apart from every agency. */
const rolesOfAgencies: readonly AccountRole[] = ['coordinator', 'supervisor', 'officer', 'lead'];
export const needsAgency = (list: readonly AccountRole[]): boolean =>
  list.some((role) => rolesOfAgencies.includes(role));

/** The key of the request becomes the id of the account. */
export const CreateUser = z
  .strictObject({ username, title, roles, agencyId: uuid.nullable(), language: language.default('vi') })
  .meta({ id: 'CreateUser' });
export type CreateUser = z.output<typeof CreateUser>;

export const ChangeUser = z
  .strictObject({
    title: title.optional(),
    roles: roles.optional(),
    agencyId: uuid.nullable().optional(),
    disabled: z.boolean().optional(),
  })
  .meta({ id: 'ChangeUser' });
export type ChangeUser = z.output<typeof ChangeUser>;

export const UserParams = z.strictObject({ id: uuid });
export const UsersQuery = z.strictObject({
  /** Any part of the username or title, with or without diacritics. */
  q: line(80).optional(),
  agency: uuid.optional(),
  ...pageQuery,
});
export type UsersQuery = z.output<typeof UsersQuery>;

export const AdminUser = z
  .strictObject({
    id: uuid,
    username: z.string(),
    title: z.string(),
    roles: z.array(z.enum(accountRoles)),
    agency: NamedAgency.nullable(),
    language,
    disabledAt: z.string().optional(),
    /** It was set by somebody else and has not been replaced yet. */
    passphraseTemporary: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'AdminUser' });
export type AdminUser = z.output<typeof AdminUser>;
export const UserPage = pageOf(AdminUser);

/** The temporary passphrase is told in this answer and never again: not when the same request is repeated. */
const passphrase = z.string().nullable();
export const UserCreated = z.strictObject({ user: AdminUser, passphrase }).meta({ id: 'UserCreated' });

export const resetStates = ['asked', 'confirmed', 'expired'] as const;
export const ResetView = z
  .strictObject({
    id: uuid,
    user: z.strictObject({ id: uuid, username: z.string(), title: z.string() }),
    askedBy: z.strictObject({ id: uuid, title: z.string() }),
    askedAt: z.string(),
    state: z.enum(resetStates),
    confirmedBy: z.strictObject({ id: uuid, title: z.string() }).optional(),
    /** May the reader be the second person? */
    mayConfirm: z.boolean(),
  })
  .meta({ id: 'PassphraseReset' });
export type ResetView = z.output<typeof ResetView>;
export const ResetPage = pageOf(ResetView);
export const ResetConfirmed = z.strictObject({ reset: ResetView, passphrase }).meta({ id: 'ResetConfirmed' });

/** An open request for a reset ends by itself after so many hours. */
export const resetHours = 24;
