import { Client } from 'pg';
import { createDatabase } from '../../prisma/client.js';
import { seededDatabase, testDatabase, type TestDatabase } from '../support/database.js';

describe('the database client', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  test('outlives the loss of every connection, and says that they were lost', async () => {
    const lost: Error[] = [];
    const database = createDatabase(db.url, { connections: 2, onError: (error) => lost.push(error) });
    await database.place.count();
    await endConnections(db.url);
    await expect(eventually(() => database.place.count())).resolves.toBe(0);
    expect(lost).not.toHaveLength(0);
    await database.$disconnect();
  });
});

describe('a seeded database', () => {
  test('is seeded once and copied for each who asks, so that nobody sees the changes of another', async () => {
    let seedings = 0;
    const ask = () =>
      seededDatabase('counter', async (database) => {
        seedings += 1;
        await database.caseCodeCounter.create({ data: { prefix: 'HN-2026', last: 41 } });
      });
    const first = await ask();
    const second = await ask();
    await first.database.caseCodeCounter.update({ where: { prefix: 'HN-2026' }, data: { last: 42 } });
    const seen = await second.database.caseCodeCounter.findUnique({ where: { prefix: 'HN-2026' } });
    expect([seedings, seen?.last]).toEqual([1, 41]);
    await first.drop();
    await second.drop();
  });
});

/** What a restart of PostgreSQL does to its clients. */
async function endConnections(url: string): Promise<void> {
  const server = new Client({ connectionString: url });
  await server.connect();
  await server.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await server.end();
}

async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return ask();
}
