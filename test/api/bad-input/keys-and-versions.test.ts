import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import { caseId } from '../../../domain/ids.js';
import { caseWorkflowId } from '../../../workflows/contract.js';
import { said, aReport, base, change, command, type ApiWorld } from '../api-world.js';
import { Desk, seen, taskOf } from './desk.js';

let desk: Desk;
let api: ApiWorld;
let commune: Agent;
let coordinator: Agent;
let refused: Desk['refused'];

beforeAll(async () => {
  desk = await Desk.open();
  ({ api, commune, coordinator, refused } = desk);
});
afterAll(() => desk.api.stop());

describe('keys and versions', () => {
  test('a missing key, one that is no UUID, a missing and an unreadable version', async () => {
    await refused(() => commune.post(`${base}/cases`).send(aReport()), 422, 'key-missing');
    await refused(
      () => change(commune, '/cases', aReport()).set('Idempotency-Key', 'not-a-uuid'),
      422,
      'field-invalid',
    );
    const view = await desk.opened();
    const body = { type: 'accept-task', taskId: taskOf(view, 'register-report') };
    await refused(() => change(commune, `/cases/${view.id}/commands`, body), 428, 'if-match-missing');
    await refused(
      () => change(commune, `/cases/${view.id}/commands`, body).set('If-Match', '*'),
      422,
      'field-invalid',
    );
  });
  test('the same key with another body, on another path, or of another user', async () => {
    const key = randomUUID();
    const report = aReport();
    expect((await change(commune, '/cases', report).set('Idempotency-Key', key)).status).toBe(201);
    await refused(
      () => change(commune, '/cases', { ...report, urgent: true }).set('Idempotency-Key', key),
      422,
      'idempotency-key-reused',
    );
    await refused(
      () => change(coordinator, '/cases', report).set('Idempotency-Key', key),
      422,
      'idempotency-key-reused',
    );
    const view = await seen(commune, key);
    await refused(
      () =>
        command(commune, view, { type: 'accept-task', taskId: taskOf(view, 'register-report') }).set(
          'Idempotency-Key',
          key,
        ),
      422,
      'idempotency-key-reused',
    );
  });
  test('the same key with the same body, its fields in another order, has one effect and the same answer', async () => {
    const key = randomUUID();
    const report = aReport({ person: { fullName: 'Người Mẫu 02' } });
    const first = await change(commune, '/cases', report).set('Idempotency-Key', key);
    const before = await desk.written();
    const again = await change(commune, '/cases', Object.fromEntries(Object.entries(report).reverse())).set(
      'Idempotency-Key',
      key,
    );
    expect([again.status, said(again).id, said(again).code]).toEqual([201, said(first).id, said(first).code]);
    expect(await desk.written()).toEqual(before);
  });
  test('a stale version is refused with the current one, and what was sealed is taken back', async () => {
    const view = await desk.opened();
    const taskId = taskOf(view, 'register-report');
    expect((await command(commune, view, { type: 'accept-task', taskId })).status).toBe(200);
    const document = await refused(
      () =>
        command(commune, view, {
          type: 'complete-task',
          taskId,
          outcome: 'not-proceeding',
          fields: { note: 'văn bản mẫu' },
        }),
      412,
      'stale-version',
    );
    expect(document.currentVersion).toBeGreaterThan(view.version);
  });
  test('a version that nobody has seen yet is refused before the engine hears of it', async () => {
    const view = await desk.opened();
    const run = api.world.temporal.client.workflow.getHandle(caseWorkflowId(caseId(view.id)));
    const before = (await run.fetchHistory()).events?.length;
    const document = await refused(
      () =>
        command(
          commune,
          { id: view.id, version: 999_999 },
          { type: 'accept-task', taskId: taskOf(view, 'register-report') },
        ),
      412,
      'stale-version',
    );
    expect(document.currentVersion).toBe(view.version);
    expect((await run.fetchHistory()).events?.length).toBe(before);
  });
});

describe('two clients at once', () => {
  test('the same command with the same key has one effect and one answer', async () => {
    const view = await desk.opened();
    const key = randomUUID();
    const body = { type: 'accept-task', taskId: taskOf(view, 'register-report') };
    const answers = await Promise.all(
      [1, 2, 3].map(() => command(commune, view, body).set('Idempotency-Key', key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [first] = answers;
    for (const answer of answers) expect(said(answer).events).toEqual(said(first).events);
    expect(await api.database.caseEvent.count({ where: { caseId: view.id, type: 'task-accepted' } })).toBe(1);
  });
  test('the same registration sent twice is one case with one record', async () => {
    const key = randomUUID();
    const report = aReport({ person: { fullName: 'Người Mẫu 03', phone: '0000 000 003' } });
    const answers = await Promise.all(
      [1, 2].map(() => change(commune, '/cases', report).set('Idempotency-Key', key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await api.database.personField.count({ where: { caseId: key } })).toBe(2);
    expect(await api.database.casePlace.count({ where: { caseId: key } })).toBe(1);
  });
  test('with different keys one is accepted, the other told that something changed', async () => {
    const view = await desk.opened();
    const body = {
      type: 'complete-task',
      taskId: taskOf(view, 'register-report'),
      outcome: 'registered',
      fields: { isMinor: false, note: 'mẫu' },
    };
    const answers = await Promise.all([1, 2].map(() => command(commune, view, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body: { code } }) => code as string | undefined)).toContain('wrong-state');
    expect(await api.database.sealedText.count({ where: { caseId: view.id } })).toBe(1);
  });
});
