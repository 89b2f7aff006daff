import {
  AdminUser,
  ChangeUser,
  CreateUser,
  UserCreated,
  UserPage,
  UserParams,
  UsersQuery,
} from '../contract/admin-user.js';
import type { Language } from '../../messages/message.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { keyedChange } from './keyed-change.js';
import { listAnswer } from './list-answer.js';
import { noBody, nothing, ok, route } from './route.js';

export const adminUserRoutes = [
  route({
    method: 'get',
    path: '/admin/users',
    summary: 'Accounts by name, disabled ones too',
    permission: 'administer',
    audit: 'none',
    params: nothing,
    query: UsersQuery,
    body: noBody,
    answer: UserPage,
    handler: async ({ parts, query, language }) =>
      listAnswer(await parts.read.users.page(query, language), { path: '/admin/users', query }),
  }),
  route({
    method: 'post',
    path: '/admin/users',
    summary: 'Create an account: the key becomes its id; its temporary passphrase is told once',
    permission: 'administer',
    audit: 'with-the-save',
    params: nothing,
    query: nothing,
    body: CreateUser,
    answer: UserCreated,
    handler: async (asked) => {
      const { parts, body, viewer, now, language } = asked;
      const { key, isRepeated } = await keyedChange(asked);
      const passphrase = parts.temporaryPassphrase();
      const passwordHash = await parts.signInDesk.hash(passphrase);
      const isNew = await parts.records.accounts.create(key, { ...body, passwordHash }, { viewer, now });
      if (!isNew && !isRepeated) throw new Problem('idempotency-key-reused');
      const user = await userOf(parts, key, language);
      return { status: 201, body: { user, passphrase: isNew ? passphrase : null } };
    },
  }),
  route({
    method: 'patch',
    path: '/admin/users/{id}',
    summary:
      'Change title, roles or agency, disable or enable; what is taken away is gone at the next request',
    permission: 'administer',
    audit: 'with-the-save',
    params: UserParams,
    query: nothing,
    body: ChangeUser,
    answer: AdminUser,
    handler: async ({ parts, params: { id }, body, viewer, now, language }) => {
      await parts.records.accounts.change(id, body, { viewer, now });
      return ok(await userOf(parts, id, language));
    },
  }),
];

async function userOf(parts: Parts, id: string, language: Language): Promise<AdminUser> {
  const user = await parts.read.users.one(id, language);
  if (user === undefined) throw new Problem('not-found');
  return user;
}
