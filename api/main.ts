import { join } from 'node:path';
import { Client } from '@temporalio/client';
import type { Express } from 'express';
import { pino, type Logger } from 'pino';
import { type Config, configOrExit, readConfig } from '../config.js';
import { fromEpochMs } from '../domain/time/instant.js';
import { closeDatabase, createPool, databaseOn } from '../prisma/client.js';
import { demoAccounts, demoPassphrase } from '../prisma/seed/demo-accounts.js';
import { StartProblem, reasonOf } from '../scripts/embedded/start-problem.js';
import { temporalConnection } from '../scripts/start/reach.js';
import { requireServices } from '../scripts/start/require-services.js';
import { createApp } from './app.js';
import { connectToEngine, createCaseGateway } from './gateway/case-gateway.js';
import type { DemoWorld } from './read/demo-titles.js';
import { createMeasures } from './measures/measures.js';
import { measuredGateway } from './measures/measured-gateway.js';
import { serveWeb } from './middleware/serve-web.js';
import { partsOn } from './parts-on-database.js';
import { listenForChanges } from './read/change-feed.js';
import { commandRecord } from './read/command-record.js';
import { waitingCounts } from './read/waiting.js';
import { SessionStore } from './records/session-store.js';
import { createVault } from './records/vault.js';

/** How long answers under way may take when the process is told to stop, in milliseconds. */
const graceMs = 4_000;

/** The process that answers HTTP: configuration → clients → app → listen, until it is told to stop. */
async function main(): Promise<void> {
  const config = configOrExit(readConfig);
  if (config.sealingKeys.length === 0) throw new StartProblem(noKey);
  await requireServices(config);
  const logger = pino({ name: 'api', level: config.logLevel });
  const { app, endStreams, close } = await assemble(config, logger);
  const server = app.listen(config.port, config.host, (error) => {
    if (error === undefined) logger.info({ port: config.port }, 'the API is ready');
    else fail(listenProblem(error, config));
  });
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    endStreams(); // they would last for ever, and hold up the stop
    server.closeIdleConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
    server.closeAllConnections();
    await close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

interface Assembled {
  readonly app: Express;
  readonly endStreams: () => void;
  /** Ends what the app works with. */
  readonly close: () => Promise<unknown>;
}

async function assemble(config: Config, logger: Logger): Promise<Assembled> {
  const onError = ({ name }: Error): void => {
    logger.warn({ error: name }, 'a database connection broke; the pool makes a new one');
  };
  const recordPool = createPool(config.databaseUrl, { onError });
  const database = databaseOn(recordPool);
  const sessionPool = createPool(config.databaseUrl, { connections: 4, onError });
  const { namespace } = config.temporal;
  const connection = await connectToEngine(temporalConnection(config.temporal));
  const client = new Client({ connection, namespace });
  const vault = createVault(config.sealingKeys);
  const measures = createMeasures({
    pools: { record: recordPool, sessions: sessionPool },
    waiting: () => waitingCounts(database, fromEpochMs(Date.now())),
  });
  const gateway = measuredGateway(createCaseGateway({ client, record: commandRecord(database) }), measures);
  const parts = partsOn({ database, vault, gateway, demo: config.demo ? demoWorld() : undefined });
  const feed = listenForChanges({ databaseUrl: config.databaseUrl, hearer: parts.live, onError });
  const app = createApp({
    parts,
    logger,
    sessions: {
      store: new SessionStore(sessionPool, vault),
      secret: vault.secret('session cookie'),
      idleMinutes: config.sessionMinutes,
    },
    requestsPerMinute: 1_200,
    web: serveWeb(join(__dirname, '..', 'dist', 'web')),
    metrics: { measures, token: config.metrics.token },
  });
  const close = () =>
    Promise.allSettled([closeDatabase(database), sessionPool.end(), feed.stop(), connection.close()]);
  return { app, endStreams: () => parts.live.stop(), close };
}

const demoWorld = (): DemoWorld => ({
  passphrase: demoPassphrase,
  accounts: Object.entries(demoAccounts).map(([username, { title, titleEn }]) => ({
    username,
    title,
    titleEn,
  })),
});

const noKey =
  'LOIVE_KEY is not set, and without a key no personal data can be sealed; set LOIVE_KEY_FILE to a file with 32 random bytes in base64 (openssl rand -base64 32) and keep a copy of it.';

const listenProblem = (error: Error, { host, port }: Config): Error =>
  new StartProblem(
    `The API cannot listen on ${host}:${String(port)} (${reasonOf(error)}); end the program that uses it, or choose another with HOST and PORT.`,
  );

function fail(error: unknown): void {
  console.error(error instanceof StartProblem ? error.message : `The API ended: ${reasonOf(error)}`);
  process.exit(1);
}

main().catch(fail);
