import { pino } from 'pino';
import type { Pool } from 'pg';
import request from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { createApp } from '../../api/app.js';
import type { CaseGateway } from '../../api/gateway/gateway-answer.js';
import { partsOn } from '../../api/parts-on-database.js';
import { SessionStore } from '../../api/records/session-store.js';
import { createVault } from '../../api/records/vault.js';
import { createPool } from '../../prisma/client.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { aReport, apiWorld, base, change, command, said, testKey, type ApiWorld } from './api-world.js';

let world: ApiWorld;
let pool: Pool;
beforeAll(async () => {
  world = await apiWorld();
  pool = createPool(world.world.test.url, { connections: 3 });
});
afterAll(async () => {
  await pool.end();
  await world.stop();
});

/** The same request, refused on another way at the same moment, takes back what both brought. */
const emptied = (): CaseGateway => ({
  ...world.world.gateway,
  submit: async (submitted) => {
    const { caseId } = submitted;
    await world.database.sealedText.deleteMany({ where: { caseId } });
    if (submitted.type === 'open-case') await world.database.personField.deleteMany({ where: { caseId } });
    return world.world.gateway.submit(submitted);
  },
});

test('what an accepted command brought is there, also where it was taken back while the case decided', async () => {
  const vault = createVault([testKey]);
  const app = createApp({
    parts: partsOn({ database: world.database, vault, gateway: emptied() }),
    logger: pino({ level: 'silent' }),
    sessions: { store: new SessionStore(pool, vault), secret: 'test', idleMinutes: 15 },
    requestsPerMinute: 100_000,
  });
  const agent = request.agent(app);
  await agent.post(`${base}/session`).send({ username: 'commune', password: demoPassphrase }).expect(200);
  const opened = await change(agent, '/cases', aReport({ person: { fullName: 'Mẫu Thị Thử' } }));
  expect(opened.status).toBe(201);
  const view = opened.body as CaseView;
  const note = { type: 'add-note', text: 'mẫu', visibility: 'agencies' };
  const noted = await command(agent, view, note);
  expect([noted.status, said(noted).errors]).toEqual([200, undefined]);
  const where = { caseId: view.id };
  expect(await world.database.personField.count({ where })).toBe(1);
  expect(await world.database.sealedText.count({ where })).toBe(1);
});
