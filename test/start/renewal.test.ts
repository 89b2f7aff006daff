import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../../config.js';
import { homePaths, writeNote } from '../../scripts/start/home.js';
import { renewOpenCases } from '../../scripts/start/restart-open-cases.js';
import { caseWorld, TestCase, type CaseWorld } from '../support/case-world.js';
import { until } from '../support/until.js';

let world: CaseWorld;
let home: string;
let config: Config;
let subject: TestCase;
beforeAll(async () => {
  world = await caseWorld();
  await world.startWorker();
  home = mkdtempSync(join(tmpdir(), 'loive-home-'));
  config = readConfig({
    DATABASE_URL: world.test.url,
    TEMPORAL_ADDRESS: world.temporal.address,
    LOIVE_HOME: home,
    LOIVE_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
  subject = new TestCase(world);
  await subject.open();
  jest.spyOn(process.stdout, 'write').mockReturnValue(true); // what a start tells the person at the keyboard
});
afterAll(async () => {
  jest.restoreAllMocks();
  await subject.handle().terminate();
  await world.stop();
  rmSync(home, { recursive: true });
});

const run = async () => (await subject.handle().describe()).runId;
const started = (bundle: string) => renewOpenCases(config, { bundle, sources: 'sources' });
const lastStarted = (bundle: string) => {
  writeNote(homePaths(home).workflowBundle, `${bundle} sources`);
};
const noted = () => readFileSync(homePaths(home).workflowBundle, 'utf8').trim();

describe('a start', () => {
  test('with other workflow code than the last one has every open case begin anew, and remembers its code', async () => {
    lastStarted('former');
    const before = await run();
    await started('present');
    expect(await run()).not.toBe(before);
    expect(noted()).toBe('present sources');
  });

  test('with the same workflow code leaves what runs alone', async () => {
    lastStarted('present');
    const before = await run();
    await started('present');
    expect(await run()).toBe(before);
  });

  test('brings back an open case that the engine lost', async () => {
    lastStarted('present');
    await subject.handle().terminate();
    const lost = await run();
    await until('the lost case runs again', async () => {
      await started('present'); // the engine's list may show the run as there for a moment yet
      return (await run()) !== lost;
    });
    expect((await subject.handle().describe()).status.name).toBe('RUNNING');
  });

  test('of a home that has no note of a former one takes the code for changed', async () => {
    rmSync(homePaths(home).workflowBundle, { force: true });
    const before = await run();
    await started('present');
    expect(await run()).not.toBe(before);
  });
});
