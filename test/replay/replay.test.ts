import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflows } from '../../worker/bundle.js';
import { setUpRuntime } from '../../worker/run-worker.js';
import { world } from '../support/world-access.js';
import { wordsIn } from './anonymous-history.js';

const folder = join(__dirname, 'histories');
const histories = readdirSync(folder).map((file) => ({
  workflowId: file.replace('.json', ''),
  history: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
}));

type Workflows = Pick<ReplayWorkerOptions, 'workflowBundle'>;

/** What replaying every recorded history on these workflows comes to, by history. */
async function replayed(workflows: Workflows): Promise<ReadonlyMap<string, Error | undefined>> {
  const results = new Map<string, Error | undefined>();
  for await (const { workflowId, error } of Worker.runReplayHistories(workflows, histories))
    results.set(workflowId, error);
  return results;
}

beforeAll(() => setUpRuntime());

test('there are histories of every way through the workflow', () => {
  expect(histories.length).toBeGreaterThanOrEqual(8);
});

test('cases that are open go on in the workflows of today', async () => {
  const results = await replayed({ workflowBundle: { codePath: world().bundle ?? '' } });
  expect(results.size).toBe(histories.length);
  expect([...results].filter(([, error]) => error !== undefined)).toEqual([]);
});

test('a workflow with one timer more is found in every history', async () => {
  const workflowBundle = await bundleWorkflows(require.resolve('./changed-workflow.ts'));
  const results = await replayed({ workflowBundle });
  expect(results.size).toBe(histories.length);
  expect([...results].filter(([, error]) => !(error instanceof DeterminismViolationError))).toEqual([]);
});

test('the engine was told codes, ids, numbers and dates, and nothing that a person wrote', () => {
  const code = /^[\w:.@+-]*$/;
  const told = histories.flatMap(({ history }) => wordsIn(history));
  expect(told.length).toBeGreaterThan(1_000);
  expect([...new Set(told)].filter((word) => !code.test(word))).toEqual([]);
});

test('no history names the machine that it was recorded on', () => {
  const text = JSON.stringify(histories);
  const identities = [...text.matchAll(/"identity":"([^"]*)"/g)].map(([, identity]) => identity);
  expect([...new Set(identities)]).toEqual(['recorder']);
  expect(text).not.toMatch(/stackTrace|\d+@\w|\/home\/|node_modules/);
});
