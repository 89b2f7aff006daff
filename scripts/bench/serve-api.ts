import { Client } from '@temporalio/client';
import { pino } from 'pino';
import { createApp } from '../../api/app.js';
import { connectToEngine, createCaseGateway } from '../../api/gateway/case-gateway.js';
import { partsOn } from '../../api/parts-on-database.js';
import { commandRecord } from '../../api/read/command-record.js';
import { SessionStore } from '../../api/records/session-store.js';
import { createVault } from '../../api/records/vault.js';
import { configOrExit, readConfig } from '../../config.js';
import { createDatabase, createPool } from '../../prisma/client.js';

/** The API as it is, without the brake on floods: a measurement is a flood. */
async function main(): Promise<void> {
  const config = configOrExit(readConfig);
  const database = createDatabase(config.databaseUrl);
  const { address, namespace } = config.temporal;
  const client = new Client({ connection: await connectToEngine({ address }), namespace });
  const vault = createVault(config.sealingKeys);
  const pool = createPool(config.databaseUrl, { connections: 4 });
  const app = createApp({
    parts: partsOn({
      database,
      vault,
      gateway: createCaseGateway({ client, record: commandRecord(database) }),
    }),
    logger: pino({ level: config.logLevel }),
    sessions: { store: new SessionStore(pool, vault), secret: 'bench', idleMinutes: config.sessionMinutes },
    requestsPerMinute: 10_000_000,
  });
  app.listen(config.port, config.host);
}

void main();
