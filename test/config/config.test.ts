import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConfigProblems,
  describeSettings,
  readConfig,
  readDatabaseUrl,
  readStartConfig,
} from '../../config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const url = 'postgresql://loive:geheim@db.example:5432/loive';
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'loive-config-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

describe('settings', () => {
  test('need nothing to start everything on one machine', () => {
    const config = readStartConfig({ LOIVE_HOME: home });
    expect(config).toMatchObject({ port: 3000, databaseUrl: undefined, demo: true, sealingKeys: [], home });
  });

  test('that are wrong are all named at once, one sentence each', () => {
    const env = { LOIVE_HOME: home, PORT: '70000', LOG_LEVEL: 'loud', TEMPORAL_ADDRESS: 'nowhere' };
    expect(problemsOf(() => readStartConfig(env))).toEqual([
      'PORT must be a port number from 1 to 65535; it is "70000".',
      'TEMPORAL_ADDRESS must look like host:7233; it is "nowhere".',
      expect.stringMatching(/^LOG_LEVEL must be one of .*; it is "loud"\.$/),
    ]);
  });

  test('that are secret are not repeated in a problem', () => {
    const env = { LOIVE_HOME: home, DATABASE_URL: 'mysql://root:geheim@db/x', LOIVE_KEY: 'geheim' };
    expect(problemsOf(() => readStartConfig(env)).join()).not.toContain('geheim');
  });

  test('that are secret can lie in a file, but not in two places', () => {
    const path = join(home, 'url');
    writeFileSync(path, `${url}\n`);
    expect(readStartConfig({ LOIVE_HOME: home, DATABASE_URL_FILE: path }).databaseUrl).toBe(url);
    const twice = { LOIVE_HOME: home, DATABASE_URL: url, DATABASE_URL_FILE: path };
    expect(problemsOf(() => readStartConfig(twice))).toEqual([
      'DATABASE_URL and DATABASE_URL_FILE are both set: give one of them.',
    ]);
  });

  test('leave the demo world out where the database is your own', () => {
    expect(readStartConfig({ LOIVE_HOME: home, DATABASE_URL: url }).demo).toBe(false);
    expect(readStartConfig({ LOIVE_HOME: home, DATABASE_URL: url, LOIVE_DEMO: 'on' }).demo).toBe(true);
  });

  test('that are empty count as not given', () => {
    expect(readStartConfig({ LOIVE_HOME: home, PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000 });
  });
});

describe('a process that uses the services', () => {
  test('finds what npm start keeps running in its home', () => {
    writeFileSync(join(home, 'database-url'), `${url}\n`);
    writeFileSync(join(home, 'temporal-address'), '127.0.0.1:17233\n');
    writeFileSync(join(home, 'key'), `${key}\n`);
    const config = readConfig({ LOIVE_HOME: home });
    expect(config).toMatchObject({ databaseUrl: url, temporal: { address: '127.0.0.1:17233' } });
    expect(config.sealingKeys.map((one) => one.bytes.length)).toEqual([32]);
    expect(readDatabaseUrl({ LOIVE_HOME: home })).toBe(url);
  });

  test('says what is missing when nothing runs', () => {
    expect(problemsOf(() => readConfig({ LOIVE_HOME: home }))).toEqual([
      expect.stringMatching(/^DATABASE_URL is not set .* npm start/),
      expect.stringMatching(/^TEMPORAL_ADDRESS is not set .* npm start/),
    ]);
  });
});

test('every setting has a row with its meaning', () => {
  expect(describeSettings().filter((row) => row.meaning === '')).toEqual([]);
});

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems;
    throw error;
  }
  return [];
}
