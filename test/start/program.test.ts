import { randomBytes, randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import request, { type Agent } from 'supertest';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { findFreePort } from '../../scripts/embedded/port.js';
import { apiWorld, aReport, base, change, type ApiWorld } from '../api/api-world.js';
import { startProgram, untilEnd } from '../support/script.js';
import { until } from '../support/until.js';
import { world as servers } from '../support/world-access.js';

let world: ApiWorld;
let program: ChildProcess;
let url: string;
beforeAll(async () => {
  world = await apiWorld();
  const port = await findFreePort(23_000);
  url = `http://127.0.0.1:${String(port)}`;
  program = startProgram('api/main.ts', [], {
    DATABASE_URL: world.world.test.url,
    TEMPORAL_ADDRESS: servers().temporalAddress,
    LOIVE_KEY: randomBytes(32).toString('base64'),
    LOIVE_DEMO: 'on',
    HOST: '127.0.0.1',
    PORT: String(port),
  });
  await until(
    'the program answers',
    async () => (await fetch(`${url}/healthz`).catch(() => undefined))?.ok === true,
  );
});
afterAll(async () => {
  const ended = untilEnd(program);
  program.kill('SIGTERM');
  await ended;
  await world.stop();
});

async function signedIn(): Promise<Agent> {
  const agent = request.agent(url);
  const answer = await agent
    .post(`${base}/session`)
    .send({ username: 'coordinator', password: demoPassphrase });
  expect(answer.status).toBe(200);
  return agent;
}

// Jest compiles otherwise than the program is run: what only the program shows is seen here.
describe('the API as it is run', () => {
  test('shows an agency its task by link, after the second code', async () => {
    const report = await change(await world.as('commune'), '/cases', aReport());
    const { id } = (report.body as { tasks: { id: string }[] }).tasks[0] ?? { id: '' };
    const coordinator = await signedIn();
    const issued = await coordinator
      .post(`${base}/tasks/${id}/links`)
      .set('idempotency-key', randomUUID())
      .send({});
    const { url: link, code } = issued.body as { url: string; code: string };
    const agency = request.agent(url);
    const door = await agency.get(link);
    const [, seal = ''] = /name="seal" value="([^"]+)"/.exec(door.text) ?? [];
    const page = await agency
      .post(link)
      .set('origin', url)
      .type('form')
      .send({ seal, code, step: 'unlock' })
      .redirects(1);
    expect([door.status, page.status]).toEqual([200, 200]);
    expect(page.text).toMatch(/<h1[^>]*>Tiếp nhận trình báo, giúp lập tờ khai/);
    expect(page.text).not.toContain('<script');
  });

  test('answers health, version and the documents of the API', async () => {
    for (const path of ['/docs', '/openapi.json', '/readyz', '/version'])
      expect([path, (await request(url).get(path).redirects(1)).status]).toEqual([path, 200]);
  });
});
