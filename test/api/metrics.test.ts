import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import { pino } from 'pino';
import type { Pool } from 'pg';
import request from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { createApp } from '../../api/app.js';
import { measuredGateway } from '../../api/measures/measured-gateway.js';
import { createMeasures, type MeasureSources } from '../../api/measures/measures.js';
import { partsOn } from '../../api/parts-on-database.js';
import { waitingCounts } from '../../api/read/waiting.js';
import { SessionStore } from '../../api/records/session-store.js';
import { createVault } from '../../api/records/vault.js';
import { fromEpochMs } from '../../domain/time/instant.js';
import { createPool } from '../../prisma/client.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { aReport, apiWorld, base, change, command, testKey, type ApiWorld } from './api-world.js';

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

interface Wish {
  readonly token?: string;
  readonly waiting?: MeasureSources['waiting'];
}

function measuredApp({ token, waiting }: Wish = {}): Express {
  const { database } = world;
  const vault = createVault([testKey]);
  const measures = createMeasures({
    pools: { sessions: pool },
    waiting: waiting ?? (() => waitingCounts(database, fromEpochMs(Date.now()))),
  });
  const gateway = measuredGateway(world.world.gateway, measures);
  return createApp({
    parts: partsOn({ database, vault, gateway }),
    logger: pino({ level: 'silent' }),
    sessions: { store: new SessionStore(pool, vault), secret: 'test', idleMinutes: 15 },
    requestsPerMinute: 100_000,
    metrics: { measures, token },
  });
}

async function signedIn(app: Express, username: string) {
  const agent = request.agent(app);
  await agent.post(`${base}/session`).send({ username, password: demoPassphrase }).expect(200);
  return agent;
}

const measured = async (app: Express): Promise<string> =>
  (
    await request(app)
      .get('/metrics')
      .expect(200)
      .expect('content-type', /^text\/plain/)
  ).text;

/** The number behind the one line with this name and these labels. */
function numberOf(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number {
  const found = text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => Object.entries(labels).every(([key, value]) => line.includes(`${key}="${value}"`)));
  expect([name, labels, found.length]).toEqual([name, labels, 1]);
  return Number(found[0]?.split(' ').at(-1));
}

describe('who may read the measures', () => {
  test('a program on this machine, but nobody for whom a proxy of this machine asks', async () => {
    const app = measuredApp();
    await request(app).get('/metrics').expect(200);
    await request(app).get('/metrics').set('X-Forwarded-For', '127.0.0.1').expect(404);
    await request(app).get('/metrics').set('Forwarded', 'for=127.0.0.1').expect(404);
  });

  test('with a token whoever holds it, and nobody else', async () => {
    const token = 'a-token-of-this-test';
    const app = measuredApp({ token });
    await request(app).get('/metrics').expect(404);
    await request(app).get('/metrics').set('Authorization', `Bearer ${token}x`).expect(404);
    await request(app).get('/metrics').set('Authorization', `Bearer ${token}`).expect(200);
    await request(app)
      .get('/metrics')
      .set('X-Forwarded-For', '203.0.113.5')
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
  });
});

describe('what the measures tell', () => {
  test('requests by declared path, commands by result, refusals by code, and no id or word of anybody', async () => {
    const app = measuredApp();
    const commune = await signedIn(app, 'commune');
    const person = { fullName: 'Nguyễn Thị Hoàng Yến', phone: '0912345678' };
    const view = (await change(commune, '/cases', aReport({ person })).expect(201)).body as CaseView;
    const task = view.tasks.find(({ stepId }) => stepId === 'register-report');
    await command(commune, view, { type: 'accept-task', taskId: task?.id }).expect(200);
    await command(commune, view, { type: 'complete-task', taskId: randomUUID(), outcome: 'x', fields: {} });
    await request(app).get(`/nowhere/${view.id}`).expect(404);
    const text = await measured(app);
    expect(numberOf(text, 'loive_commands_total', { type: 'open-case', result: 'accepted' })).toBe(1);
    expect(numberOf(text, 'loive_commands_total', { type: 'accept-task', result: 'accepted' })).toBe(1);
    expect(numberOf(text, 'loive_engine_answer_seconds_count', { result: 'accepted' })).toBe(2);
    const route = `${base}/cases/{id}/commands`;
    expect(numberOf(text, 'loive_http_request_seconds_count', { route, status: '200' })).toBe(1);
    expect(numberOf(text, 'loive_http_request_seconds_count', { route: 'unmatched', status: '404' })).toBe(1);
    expect(numberOf(text, 'loive_database_connections', { pool: 'sessions', state: 'waited-for' })).toBe(0);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
    for (const secret of ['Hoàng Yến', '0912345678', view.code, 'commune'])
      expect(text).not.toContain(secret);
  });

  test('a refusal by its code', async () => {
    const app = measuredApp();
    const commune = await signedIn(app, 'commune');
    const view = (await change(commune, '/cases', aReport()).expect(201)).body as CaseView;
    const task = view.tasks.find(({ stepId }) => stepId === 'register-report');
    await command(commune, view, { type: 'decline-task', taskId: task?.id, reason: 'no-capacity' }).expect(
      ({ status }) => {
        if (status < 400) throw new Error(`a duty was declined: ${String(status)}`);
      },
    );
    const text = await measured(app);
    const refused = text.split('\n').filter((line) => line.startsWith('loive_refusals_total{'));
    expect(refused).toEqual(['loive_refusals_total{code="cannot-decline-duty"} 1']);
    expect(numberOf(text, 'loive_commands_total', { type: 'decline-task', result: 'refused' })).toBe(1);
  });

  test('what is overdue in real cases, and not in rehearsals', async () => {
    const app = measuredApp();
    const commune = await signedIn(app, 'commune');
    const before = numberOf(await measured(app), 'loive_waiting', { what: 'overdue-tasks' });
    const receivedAt = new Date(Date.now() - 20 * 86_400_000).toISOString();
    await change(commune, '/cases', aReport({ receivedAt, rehearsal: true })).expect(201);
    expect(numberOf(await measured(app), 'loive_waiting', { what: 'overdue-tasks' })).toBe(before);
    await change(commune, '/cases', aReport({ receivedAt })).expect(201);
    expect(numberOf(await measured(app), 'loive_waiting', { what: 'overdue-tasks' })).toBeGreaterThan(before);
  });

  test('everything else when the record cannot be asked', async () => {
    const text = await measured(measuredApp({ waiting: () => Promise.reject(new Error('away')) }));
    expect(text).not.toMatch(/^loive_waiting\{/m);
    expect(text).toMatch(/^loive_database_connections\{/m);
  });

  test('a method that somebody made up counts as one', async () => {
    const app = measuredApp();
    await request(app).trace('/cases');
    const text = await measured(app);
    expect(numberOf(text, 'loive_http_request_seconds_count', { method: 'other' })).toBe(1);
  });
});
