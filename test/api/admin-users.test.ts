import { randomUUID } from 'node:crypto';
import request, { type Agent, type Response } from 'supertest';
import type { AdminUser, ResetView } from '../../api/contract/admin-user.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { apiWorld, base, change, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let admin: Agent;
let agencyId: string;
beforeAll(async () => {
  api = await apiWorld();
  admin = await api.as('admin');
  const { agencyId: police } = await api.database.account.findUniqueOrThrow({
    where: { username: 'police' },
  });
  agencyId = police ?? '';
});
afterAll(() => api.stop());

const aUser = (more: object = {}) => ({
  username: `can-bo-${randomUUID().slice(0, 8)}`,
  title: 'Cán bộ xác minh (mới)',
  roles: ['officer'],
  agencyId,
  ...more,
});
interface Created {
  readonly user: AdminUser;
  readonly passphrase: string | null;
}
const create = async (more: object = {}): Promise<Created & { readonly passphrase: string }> => {
  const answer = await change(admin, '/admin/users', aUser(more));
  expect([answer.status, said(answer).errors]).toEqual([201, undefined]);
  const created = answer.body as Created;
  return { ...created, passphrase: created.passphrase ?? '' };
};
const signIn = async (username: string, password: string): Promise<{ agent: Agent; answer: Response }> => {
  const agent = request.agent(api.app);
  return { agent, answer: await agent.post(`${base}/session`).send({ username, password }) };
};
const choose = (agent: Agent, current: string, next: string) =>
  agent.put(`${base}/me/passphrase`).send({ current, next });
const complaints = (answer: Response) => [
  answer.status,
  said(answer).errors?.map((each) => `${each.pointer} ${each.code}`),
];
const codeOf = (answer: Response) => [answer.status, said(answer).code];
const ownChoice = 'bốn con trâu qua cầu';

describe('a new account', () => {
  test('has a temporary passphrase, told once, that opens nothing but its replacement', async () => {
    const body = aUser();
    const key = randomUUID();
    const first = await change(admin, '/admin/users', body).set('Idempotency-Key', key);
    const { user, passphrase } = first.body as Created;
    expect([first.status, user.id, user.passphraseTemporary]).toEqual([201, key, true]);
    expect(passphrase).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    const again = await change(admin, '/admin/users', body).set('Idempotency-Key', key);
    expect([again.status, again.body]).toEqual([201, { user, passphrase: null }]);

    const { agent, answer } = await signIn(user.username, passphrase ?? '');
    expect([answer.status, answer.body]).toMatchObject([200, { passphraseTemporary: true }]);
    for (const path of ['/me', '/tasks', '/cases', '/drafts', '/events', '/places?q=ha'])
      expect(codeOf(await agent.get(`${base}${path}`))).toEqual([403, 'passphrase-temporary']);
    const chosen = await choose(agent, passphrase ?? '', ownChoice);
    expect([chosen.status, chosen.body]).toMatchObject([200, { username: user.username }]);
    expect(chosen.body).not.toHaveProperty('passphraseTemporary');
    expect((await agent.get(`${base}/tasks`)).status).toBe(200);
    expect((await signIn(user.username, passphrase ?? '')).answer.status).toBe(401);
    expect((await signIn(user.username, ownChoice)).answer.status).toBe(200);
  });

  test('may sign out again without choosing', async () => {
    const { user, passphrase } = await create();
    const { agent } = await signIn(user.username, passphrase);
    expect((await agent.delete(`${base}/session`)).status).toBe(204);
  });

  test.each([
    [{ username: 'Cán Bộ' }, '/username username'],
    [{ username: 'coordinator' }, '/username username-taken'],
    [{ username: '-a' }, '/username username'],
    [{ title: ' ' }, '/title too-short'],
    [{ title: 'a\ud800' }, '/title characters'],
    [{ roles: [] }, '/roles too-short'],
    [{ roles: ['king'] }, '/roles/0 not-listed'],
    [{ roles: ['officer', 'officer'] }, '/roles twice'],
    [{ agencyId: null }, '/agencyId agency-needed'],
    [{ agencyId: randomUUID() }, '/agencyId agency-unknown'],
    [{ language: 'fr' }, '/language not-listed'],
    [{ password: 'x' }, '/password unknown-key'],
  ])('%j is refused', async (more, complaint) => {
    const before = await api.database.account.count();
    expect(complaints(await change(admin, '/admin/users', aUser(more)))).toEqual([422, [complaint]]);
    expect(await api.database.account.count()).toBe(before);
  });

  test('needs a key that is no other account', async () => {
    expect(codeOf(await admin.post(`${base}/admin/users`).send(aUser()))).toEqual([422, 'key-missing']);
    const { id } = await api.database.account.findUniqueOrThrow({ where: { username: 'police' } });
    expect(codeOf(await change(admin, '/admin/users', aUser()).set('Idempotency-Key', id))).toEqual([
      422,
      'idempotency-key-reused',
    ]);
  });
});

describe('a passphrase of one’s own', () => {
  test('ends every other session of the account and lets this one go on', async () => {
    const { user, passphrase } = await create();
    const here = (await signIn(user.username, passphrase)).agent;
    const elsewhere = (await signIn(user.username, passphrase)).agent;
    expect((await choose(here, passphrase, ownChoice)).status).toBe(200);
    expect((await here.get(`${base}/me`)).status).toBe(200);
    expect(codeOf(await elsewhere.get(`${base}/me`))).toEqual([401, 'no-session']);
  });

  test('is long, and nothing that anybody could guess', async () => {
    const { user, passphrase } = await create({ username: 'can-bo-dai-hon-12' });
    const { agent } = await signIn(user.username, passphrase);
    for (const [next, complaint] of [
      ['ngắn quá', '/next too-short'],
      [passphrase, '/next passphrase-same'],
      ['can-bo-dai-hon-12', '/next passphrase-guessable'],
      [demoPassphrase, '/next passphrase-guessable'],
      ['aaaaaaaaaaaaaaaa', '/next passphrase-guessable'],
    ] as const)
      expect(complaints(await choose(agent, passphrase, next))).toEqual([422, [complaint]]);
    expect(complaints(await choose(agent, 'not mine at all', ownChoice))).toEqual([
      422,
      ['/current passphrase-wrong'],
    ]);
    expect(complaints(await agent.put(`${base}/me/passphrase`).send({ next: ownChoice }))).toEqual([
      422,
      ['/current required'],
    ]);
    expect(codeOf(await agent.get(`${base}/me`))).toEqual([403, 'passphrase-temporary']);
  });
});

describe('a change of an account', () => {
  test('disabled: the next request of a living session is refused, and enabled again it may sign in anew', async () => {
    const { user, passphrase } = await create();
    const { agent } = await signIn(user.username, passphrase);
    expect((await choose(agent, passphrase, ownChoice)).status).toBe(200);
    const path = `${base}/admin/users/${user.id}`;
    const disabled = await admin.patch(path).send({ disabled: true });
    expect((disabled.body as AdminUser).disabledAt).toEqual(expect.any(String));
    expect(codeOf(await agent.get(`${base}/me`))).toEqual([401, 'no-session']);
    expect((await signIn(user.username, ownChoice)).answer.status).toBe(401);
    expect((await admin.patch(path).send({ disabled: false })).body).not.toHaveProperty('disabledAt');
    expect(codeOf(await agent.get(`${base}/me`))).toEqual([401, 'no-session']);
    expect((await signIn(user.username, ownChoice)).answer.status).toBe(200);
    const acts = await api.database.audit.findMany({ where: { subjectId: user.id }, orderBy: { id: 'asc' } });
    expect(acts.map(({ action, fields }) => `${action} ${fields.join()}`)).toEqual([
      'create-user username,title,roles,agencyId,language',
      'change-passphrase passphrase',
      'disable-user disabled',
      'enable-user disabled',
    ]);
  });

  test('title, roles and agency take effect at the next request', async () => {
    const { user, passphrase } = await create();
    const { agent } = await signIn(user.username, passphrase);
    await choose(agent, passphrase, ownChoice);
    expect((await agent.get(`${base}/escalations`)).status).toBe(403);
    const changed = await admin
      .patch(`${base}/admin/users/${user.id}`)
      .send({ title: 'Lãnh đạo đội', roles: ['lead'] });
    expect(changed.body).toMatchObject({ title: 'Lãnh đạo đội', roles: ['lead'] });
    expect((await agent.get(`${base}/escalations`)).status).toBe(200);
    for (const [body, complaint] of [
      [{ agencyId: null }, '/agencyId agency-needed'],
      [{ agencyId: randomUUID() }, '/agencyId agency-unknown'],
      [{ username: 'other' }, '/username unknown-key'],
      [{ disabled: 'yes' }, '/disabled wrong-type'],
    ] as const)
      expect(complaints(await admin.patch(`${base}/admin/users/${user.id}`).send(body))).toEqual([
        422,
        [complaint],
      ]);
    expect((await admin.patch(`${base}/admin/users/${randomUUID()}`).send({ title: 'x' })).status).toBe(404);
  });

  test('never takes the last administrator, nor one’s own administration', async () => {
    const { id } = await api.database.account.findUniqueOrThrow({ where: { username: 'admin' } });
    const own = (body: object) => admin.patch(`${base}/admin/users/${id}`).send(body);
    expect(codeOf(await own({ disabled: true }))).toEqual([409, 'last-administrator']);
    expect(codeOf(await own({ roles: ['auditor'] }))).toEqual([409, 'last-administrator']);
    const second = await create({ roles: ['administrator'], agencyId: null });
    expect(codeOf(await own({ disabled: true }))).toEqual([409, 'own-account']);
    const { agent } = await signIn(second.user.username, second.passphrase);
    await choose(agent, second.passphrase, ownChoice);
    const answers = await Promise.all([
      agent.patch(`${base}/admin/users/${id}`).send({ roles: ['auditor'] }),
      admin.patch(`${base}/admin/users/${second.user.id}`).send({ disabled: true }),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(
      await api.database.account.count({ where: { roles: { has: 'administrator' }, disabledAt: null } }),
    ).toBeGreaterThan(0);
    await api.database.account.update({ where: { id }, data: { roles: ['administrator'] } });
    await api.database.account.update({ where: { id: second.user.id }, data: { disabledAt: new Date() } });
  });
});

describe('a reset', () => {
  const ask = (id: string) => change(admin, `/admin/users/${id}/resets`, {});
  const confirm = (agent: Agent, id: string) => change(agent, `/admin/resets/${id}/confirm`, {});

  test('needs a second person, ends every session, and tells the new passphrase once', async () => {
    const { user, passphrase } = await create();
    const { agent } = await signIn(user.username, passphrase);
    await choose(agent, passphrase, ownChoice);
    const asked = await ask(user.id);
    const reset = asked.body as ResetView;
    expect([asked.status, reset.state, reset.mayConfirm]).toEqual([201, 'asked', false]);
    expect(codeOf(await ask(user.id))).toEqual([409, 'reset-open']);
    expect(codeOf(await confirm(admin, reset.id))).toEqual([409, 'second-person-needed']);
    expect((await agent.get(`${base}/me`)).status).toBe(200);

    const supervisor = await api.as('supervisor');
    const listed = said(await supervisor.get(`${base}/admin/resets`)).items;
    expect(listed).toContainEqual(
      expect.objectContaining({ id: reset.id, state: 'asked', mayConfirm: true }),
    );
    const key = randomUUID();
    const confirmed = await confirm(supervisor, reset.id).set('Idempotency-Key', key);
    const { passphrase: fresh } = confirmed.body as { passphrase: string };
    expect(fresh).toMatch(/^[a-z2-9-]{23}$/);
    const repeated = await confirm(supervisor, reset.id).set('Idempotency-Key', key);
    expect(repeated.body).toMatchObject({ passphrase: null, reset: { state: 'confirmed' } });
    expect(codeOf(await confirm(supervisor, reset.id))).toEqual([409, 'reset-ended']);

    expect(codeOf(await agent.get(`${base}/me`))).toEqual([401, 'no-session']);
    expect((await signIn(user.username, ownChoice)).answer.status).toBe(401);
    const back = await signIn(user.username, fresh);
    expect(codeOf(await back.agent.get(`${base}/me`))).toEqual([403, 'passphrase-temporary']);
  });

  test('that nobody confirmed for a day is over', async () => {
    const { user } = await create();
    const { id } = (await ask(user.id)).body as ResetView;
    await api.database.passphraseReset.update({
      where: { id },
      data: { askedAt: new Date(Date.now() - 25 * 3_600_000) },
    });
    expect(codeOf(await confirm(await api.as('supervisor'), id))).toEqual([409, 'reset-ended']);
    expect((await ask(user.id)).status).toBe(201);
  });

  test('of nobody, and with an id of nothing, is not found', async () => {
    expect((await ask(randomUUID())).status).toBe(404);
    expect((await confirm(await api.as('supervisor'), randomUUID())).status).toBe(404);
    expect((await confirm(await api.as('supervisor'), 'x')).status).toBe(404);
  });
});

describe('administration', () => {
  test('is for administrators; a supervisor may confirm resets', async () => {
    for (const persona of ['coordinator', 'supervisor', 'commune', 'auditor']) {
      const agent = await api.as(persona);
      for (const send of [
        () => agent.get(`${base}/admin/users`),
        () => change(agent, '/admin/users', aUser()),
        () => agent.patch(`${base}/admin/users/${randomUUID()}`).send({ disabled: true }),
        () => change(agent, `/admin/users/${randomUUID()}/resets`, {}),
      ])
        expect(codeOf(await send())).toEqual([403, 'not-permitted']);
      expect((await agent.get(`${base}/admin/resets`)).status).toBe(persona === 'supervisor' ? 200 : 403);
    }
  });

  test('lists accounts page by page, found by name without diacritics and by agency', async () => {
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = said(
        await admin.get(`${base}/admin/users?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`),
      );
      names.push(...page.items.map(({ username }) => String(username)));
      cursor = page.next;
    }
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toEqual(expect.arrayContaining(['admin', 'coordinator', 'supervisor']));
    const found = said(await admin.get(`${base}/admin/users?q=dieu phoi`)).items.map(
      ({ username }) => username,
    );
    expect(found).toEqual(['coordinator', 'coordinator.2014']);
    const ofPolice = said(await admin.get(`${base}/admin/users?agency=${agencyId}&limit=100`)).items;
    expect(ofPolice.map(({ username }) => username)).toContain('police');
    expect(ofPolice.map(({ username }) => username)).not.toContain('coordinator');
    expect((await admin.get(`${base}/admin/users?cursor=%25`)).status).toBe(422);
  });

  test('leaves no passphrase in a log, an audit row or an account', async () => {
    const { passphrase, user } = await create();
    expect(api.logged()).not.toContain(passphrase);
    expect(
      JSON.stringify(
        await api.database.audit.findMany({ where: { subjectId: user.id } }),
        (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
      ),
    ).not.toContain(passphrase);
    const account = await api.database.account.findUniqueOrThrow({ where: { id: user.id } });
    expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });
});
