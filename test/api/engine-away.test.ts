import { randomUUID } from 'node:crypto';
import { said, aReport, apiWorld, base, change, type ApiWorld } from './api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld({ worker: 'later', requestsPerMinute: 6, deadlineMs: 10_000 });
});
afterAll(() => api.stop());

describe('while no worker answers', () => {
  test('a registration is "not known yet"; repeated with the same key it becomes one case', async () => {
    const commune = await api.as('commune');
    const key = randomUUID();
    const report = aReport({ person: { fullName: 'Người Mẫu 09' } });
    const first = await change(commune, '/cases', report).set('Idempotency-Key', key);
    expect([first.status, said(first).code, first.headers['retry-after']]).toEqual([
      503,
      'not-known-yet',
      '2',
    ]);
    await api.world.startWorker();
    const again = await change(commune, '/cases', report).set('Idempotency-Key', key);
    expect([again.status, said(again).id]).toEqual([201, key]);
    expect(await api.database.caseRow.count()).toBe(1);
    expect(await api.database.personField.count({ where: { caseId: key } })).toBe(1);
  });

  test('whoever asks too often is told when to come back', async () => {
    const commune = await api.as('commune');
    const answers = [];
    for (let count = 0; count < 7; count++) answers.push(await commune.get(`${base}/me`));
    const last = answers.at(-1);
    expect([last?.status, said(last).code]).toEqual([429, 'too-many']);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
