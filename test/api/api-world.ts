import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { hash } from '@node-rs/argon2';
import type { Express } from 'express';
import { pino } from 'pino';
import type { Pool } from 'pg';
import request, { type Agent, type Response } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { createApp } from '../../api/app.js';
import type { CaseGateway } from '../../api/gateway/gateway-answer.js';
import { partsOn } from '../../api/parts-on-database.js';
import { listenForChanges } from '../../api/read/change-feed.js';
import { SessionStore } from '../../api/records/session-store.js';
import { createVault } from '../../api/records/vault.js';
import { createPool } from '../../prisma/client.js';
import { demoPassphrase, seedDemoAccounts } from '../../prisma/seed/demo-accounts.js';
import { agencyIdOf, seedReference } from '../../prisma/seed/reference.js';
import { caseWorldOf, patientDeadlineMs, type CaseWorld } from '../support/case-world.js';
import { seededDatabase } from '../support/database.js';
import { soundnessOf, type Soundness } from '../support/soundness.js';
import { testTemporal } from '../support/temporal.js';
import type { Database } from '../../prisma/client.js';

/** The real app on real tables and the real engine, spoken to over HTTP. */
export interface ApiWorld {
  readonly world: CaseWorld;
  readonly database: Database;
  readonly app: Express;
  /** Everything that was logged, as text. */
  readonly logged: () => string;
  /** Signed in as one of the demo accounts; the session is kept for later calls. */
  as(username: string): Promise<Agent>;
  stop(): Promise<void>;
}

export const testKey = { id: 'test', bytes: new Uint8Array(32).fill(7) };

interface Options {
  readonly requestsPerMinute?: number;
  /** `later`: the test starts it itself; until then the engine answers nobody. */
  readonly worker?: 'at-once' | 'later';
  /** After so long a command is "not known yet". */
  readonly deadlineMs?: number;
  /** What stands between the API and the engine. */
  readonly through?: (gateway: CaseGateway) => CaseGateway;
  /** After each test the cases that it changed are checked against the invariants, unless it writes rows of its own. */
  readonly record?: 'sound' | 'written-by-the-test';
}

/** The worlds of this file that are still there. */
const open = new Set<Soundness>();
afterEach(async () => {
  for (const soundness of open) await soundness.ofChanged();
});

/** Once per test run. What is costly by intention is made cheap: hundreds of tests sign in. */
async function seedWithAccounts(database: Database): Promise<void> {
  await seedReference(database);
  await seedDemoAccounts(database);
  const passwordHash = await hash(demoPassphrase, { memoryCost: 1_024, timeCost: 1, parallelism: 1 });
  await database.account.updateMany({ data: { passwordHash } });
}

export async function apiWorld({
  requestsPerMinute = 100_000,
  worker = 'at-once',
  deadlineMs = patientDeadlineMs,
  through = (gateway) => gateway,
  record = 'sound',
}: Options = {}): Promise<ApiWorld> {
  const world = caseWorldOf(
    await seededDatabase('accounts', seedWithAccounts),
    await testTemporal(),
    deadlineMs,
  );
  if (worker === 'at-once') await world.startWorker();
  const pool = createPool(world.test.url, { connections: 3 });
  const { app, logged, stop } = appOn(world, {
    pool,
    gateway: through(world.gateway),
    requestsPerMinute,
  });
  const agents = new Map<string, Promise<Agent>>();
  const soundness = record === 'sound' ? soundnessOf(world) : undefined;
  if (soundness !== undefined) open.add(soundness);
  return {
    world,
    database: world.test.database,
    app,
    logged,
    as: (username) => {
      const known = agents.get(username) ?? signIn(app, username);
      agents.set(username, known);
      return known;
    },
    stop: async () => {
      await stop();
      await pool.end();
      if (soundness !== undefined) open.delete(soundness);
      // The world is stopped whatever is found.
      await (soundness?.ofRecords() ?? Promise.resolve()).finally(() => world.stop());
    },
  };
}

interface AppOptions {
  readonly pool: Pool;
  readonly gateway: CaseGateway;
  readonly requestsPerMinute: number;
}

function appOn(
  world: CaseWorld,
  { pool, gateway, requestsPerMinute }: AppOptions,
): Pick<ApiWorld, 'app' | 'logged' | 'stop'> {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const vault = createVault([testKey]);
  const parts = partsOn({ database: world.test.database, vault, gateway, heartbeatMs: 200 });
  const feed = listenForChanges({ databaseUrl: world.test.url, hearer: parts.live });
  const app = createApp({
    parts,
    logger: pino({ level: 'debug' }, sink),
    sessions: { store: new SessionStore(pool, vault), secret: 'test', idleMinutes: 15 },
    requestsPerMinute,
  });
  const stop = async (): Promise<void> => {
    parts.live.stop();
    await feed.stop();
  };
  return { app, logged: () => lines.join(''), stop };
}

async function signIn(app: Express, username: string): Promise<Agent> {
  const agent = request.agent(app);
  const answer = await agent.post('/api/v1/session').send({ username, password: demoPassphrase });
  if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${JSON.stringify(answer.body)}`);
  return agent;
}

export const base = '/api/v1';

/** A report at the commune of Hoàn Kiếm. */
export const aReport = (more: Record<string, unknown> = {}) => ({
  channel: 'self-report',
  receivedAt: new Date().toISOString(),
  receivedPlace: 'c:00070',
  ...more,
});

/** An adult agrees that the legal-aid centre of Hà Nội is told. */
export const aConsent = {
  scope: ['identity', 'needs'],
  recipients: [{ agencyId: agencyIdOf('HN-TGPL') }],
  purpose: 'legal-aid',
  givenBy: 'person',
  proof: 'signed',
  evidence: 'Phiếu mẫu, lưu trong hồ sơ giấy.',
} as const;

/** POST with a key of its own; `.set('Idempotency-Key', …)` names another. */
export const change = (agent: Agent, path: string, body: object) =>
  agent.post(`${base}${path}`).set('Idempotency-Key', randomUUID()).send(body);

/** One command on the case as it was seen. */
export const command = (
  agent: Agent,
  view: { readonly id: string; readonly version: number },
  body: object,
) => change(agent, `/cases/${view.id}/commands`, body).set('If-Match', `"${String(view.version)}"`);

/** What an answer says, as far as tests ask. Its shape was checked by the app itself. */
export interface Said {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly status: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  readonly items: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
  readonly next: string | null;
  readonly case?: CaseView;
  readonly events: readonly unknown[];
  readonly person: Readonly<Record<string, string>>;
  readonly mayRead: readonly string[];
  readonly dueDate: string;
  readonly permitted: readonly unknown[];
  readonly locked: readonly unknown[];
  readonly queues: Readonly<Record<string, number>>;
  readonly cases: { readonly open: number };
  readonly openapi: string;
  readonly paths: object;
}
export const said = (answer: Response | undefined): Said => {
  if (answer === undefined) throw new Error('there was no answer');
  return answer.body as Said;
};
