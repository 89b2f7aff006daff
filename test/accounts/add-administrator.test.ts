import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { addAdministrator } from '../../scripts/accounts/add-administrator.js';
import { apiWorld, base, change, said, type ApiWorld } from '../api/api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld({ worker: 'later' });
});
afterAll(() => api.stop());

const now = new Date('2026-11-24T03:00:00.000Z');
const aName = (): string => `quan-tri-${randomUUID().slice(0, 8)}`;
const add = (username: string): Promise<string> =>
  addAdministrator(api.database, { username, title: 'Quản trị hệ thống', now });
const rowOf = (username: string) => api.database.account.findUniqueOrThrow({ where: { username } });
const signIn = async (username: string, password: string) => {
  const agent = request.agent(api.app);
  return { agent, answer: await agent.post(`${base}/session`).send({ username, password }) };
};

test('an added administrator signs in, chooses a passphrase, and then makes the other accounts', async () => {
  const username = aName();
  const passphrase = await add(username);
  const { agent, answer } = await signIn(username, passphrase);
  expect([answer.status, answer.body]).toMatchObject([200, { passphraseTemporary: true }]);
  expect((await agent.get(`${base}/admin/users`)).status).toBe(403);
  const chosen = await agent
    .put(`${base}/me/passphrase`)
    .send({ current: passphrase, next: 'bốn con trâu qua cầu' });
  expect(chosen.status).toBe(200);
  const made = await change(agent, '/admin/users', {
    username: aName(),
    title: 'Kiểm toán',
    roles: ['auditor'],
    agencyId: null,
  });
  expect([made.status, said(made).errors]).toEqual([201, undefined]);
});

test('the audit says that it was made at the server, and by nobody with an account', async () => {
  const username = aName();
  await add(username);
  const { id } = await rowOf(username);
  const { at, actorKind, userId, action } = await api.database.audit.findFirstOrThrow({
    where: { subjectId: id },
  });
  expect({ at, actorKind, userId, action }).toEqual({
    at: now,
    actorKind: 'system',
    userId: null,
    action: 'create-user',
  });
});

test('an account that exists is left as it is', async () => {
  const username = aName();
  const passphrase = await add(username);
  const before = await rowOf(username);
  await expect(add(username)).rejects.toThrow(`There is an account "${username}" already`);
  await expect(add('police')).rejects.toThrow('was left as it is');
  expect(await rowOf(username)).toEqual(before);
  expect((await signIn(username, passphrase)).answer.status).toBe(200);
});

test.each(['', 'Quan Tri', 'quản-trị', '-admin', 'a'.repeat(41)])('“%s” is no username', async (username) => {
  await expect(add(username)).rejects.toThrow('The username may have up to 40 small letters');
  expect(await api.database.account.count({ where: { username } })).toBe(0);
});
