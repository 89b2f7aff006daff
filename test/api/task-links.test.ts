import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../api/contract/case.js';
import type { IssuedLink, TaskLinkView } from '../../api/contract/task-link.js';
import { linkKeys } from '../../api/records/link-keys.js';
import { createVault } from '../../api/records/vault.js';
import { aReport, apiWorld, base, change, command, said, testKey, type ApiWorld } from './api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.stop());

const aCase = async (): Promise<CaseView> =>
  (await change(await api.as('commune'), '/cases', aReport())).body as CaseView;
const taskOf = (view: CaseView): string =>
  view.tasks.find(({ stepId }) => stepId === 'register-report')?.id ?? '';

describe('a link for an agency without an account', () => {
  test('is issued by the coordinator with a code told apart, and listed with who, when and until when', async () => {
    const view = await aCase();
    const coordinator = await api.as('coordinator');
    const answer = await change(coordinator, `/tasks/${taskOf(view)}/links`, {});
    expect(answer.status).toBe(201);
    const link = answer.body as IssuedLink;
    expect(link.url).toMatch(/^\/a\/[A-Za-z0-9_-]{40}$/);
    expect(link.code).toMatch(/^\d{8}$/);
    const days = (Date.parse(link.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.9);
    const list = (await coordinator.get(`${base}/tasks/${taskOf(view)}/links`)).body as {
      items: TaskLinkView[];
    };
    expect(list.items).toEqual([
      {
        id: link.id,
        issuedAt: expect.any(String),
        issuedBy: 'Chuyên viên điều phối, Sở Y tế Hà Nội',
        agency: view.tasks[0]?.agency?.name,
        expiresAt: link.expiresAt,
        state: 'active',
        withCode: true,
        failedCodes: 0,
      },
    ]);
    const stored = JSON.stringify(await api.database.taskLink.findUnique({ where: { id: link.id } }));
    expect(stored).not.toContain(link.code);
    expect(stored).not.toContain(link.url.slice(3));
  });

  test('is the same one when the request comes again, and another key with another length is another', async () => {
    const view = await aCase();
    const coordinator = await api.as('coordinator');
    const key = randomUUID();
    const send = (body: object) =>
      change(coordinator, `/tasks/${taskOf(view)}/links`, body).set('Idempotency-Key', key);
    const [first, again] = [await send({ days: 3 }), await send({ days: 3 })];
    expect(again.body).toEqual(first.body);
    expect(said(await send({ days: 4 })).code).toBe('idempotency-key-reused');
    expect(await api.database.taskLink.count({ where: { taskId: taskOf(view) } })).toBe(1);
    const audits = await api.database.audit.findMany({ where: { subjectId: key } });
    expect(audits.map(({ action }) => action)).toEqual(['issue-link']);
  });

  test('is withdrawn once, and by nobody who could not have issued it', async () => {
    const view = await aCase();
    const coordinator = await api.as('coordinator');
    const link = (await change(coordinator, `/tasks/${taskOf(view)}/links`, {})).body as IssuedLink;
    for (const [who, status] of [
      ['commune', 403],
      ['police', 404],
      ['auditor', 403],
    ] as const) {
      const agent = await api.as(who);
      expect((await change(agent, `/tasks/${taskOf(view)}/links`, {})).status).toBe(status);
      expect((await agent.get(`${base}/tasks/${taskOf(view)}/links`)).status).toBe(status);
      expect((await agent.delete(`${base}/links/${link.id}`)).status).toBe(status);
    }
    expect((await (await api.as('supervisor')).delete(`${base}/links/${link.id}`)).status).toBe(204);
    expect((await coordinator.delete(`${base}/links/${link.id}`)).status).toBe(204);
    const list = await coordinator.get(`${base}/tasks/${taskOf(view)}/links`);
    expect(said(list).items).toMatchObject([{ state: 'withdrawn', withdrawnAt: expect.any(String) }]);
    const audits = await api.database.audit.findMany({ where: { subjectId: link.id } });
    expect(audits.map(({ action }) => action).sort()).toEqual(['issue-link', 'withdraw-link']);
  });

  test('is not issued for a task that has ended, nor for a length that makes no sense', async () => {
    const view = await aCase();
    const coordinator = await api.as('coordinator');
    for (const days of [0, 61, 1.5, '3'])
      expect((await change(coordinator, `/tasks/${taskOf(view)}/links`, { days })).status).toBe(422);
    const done = {
      type: 'complete-task',
      taskId: taskOf(view),
      outcome: 'registered',
      fields: { isMinor: false },
    };
    const completed = await command(await api.as('commune'), view, done);
    expect([completed.status, said(completed).code]).toEqual([200, undefined]);
    expect(said(await change(coordinator, `/tasks/${taskOf(view)}/links`, {})).code).toBe('wrong-state');
  });
});

describe('a token', () => {
  const keys = linkKeys(createVault([testKey]));
  const id = '0190c3f2-0000-4000-8000-000000000001';

  test('names its link and nothing else does: not one character changed, not the token of another key', () => {
    const token = keys.tokenOf(id);
    expect(keys.linkIdOf(token)).toBe(id);
    for (let index = 0; index < token.length; index++) {
      const other = token[index] === 'A' ? 'B' : 'A';
      expect(keys.linkIdOf(token.slice(0, index) + other + token.slice(index + 1))).toBeUndefined();
    }
    for (const text of ['', 'x', `${token}A`, token.slice(1), `${token}=`])
      expect(keys.linkIdOf(text)).toBeUndefined();
    const others = linkKeys(createVault([{ id: 'other', bytes: new Uint8Array(32).fill(8) }]));
    expect(others.linkIdOf(token)).toBeUndefined();
  });

  test('a pass is good for its link until its end, and a form for the browser it was written for', () => {
    const pass = keys.passOf(id, 1_000);
    expect(keys.isPass(id, pass, 999)).toBe(true);
    expect(keys.isPass(id, pass, 1_000)).toBe(false);
    expect(keys.isPass(randomUUID(), pass, 999)).toBe(false);
    expect(keys.isPass(id, pass.replace('1000.', '9000.'), 999)).toBe(false);
    expect(keys.formSeal(id, pass)).not.toBe(keys.formSeal(id, ''));
  });
});
