import { join } from 'node:path';
import { servicePreloads } from '../../scripts/start/own-service.js';
import { type Ended, startNode, untilEnd } from '../support/script.js';

const program = join('test', 'ops', 'hanging-sandbox.ts');

/** A worker whose case code never comes back, `careful` milliseconds after its thread began or later. */
const hanging = (careful: number, preloads: readonly string[]): Promise<Ended> =>
  untilEnd(
    startNode(
      [...preloads.flatMap((file) => ['--require', file]), '--import', 'tsx', program, String(careful)],
      {},
    ),
  );

describe('a case whose code does not come back', () => {
  test('ends the worker, which is started again', async () => {
    expect(await hanging(0, servicePreloads.worker)).toEqual({ code: 70, output: '' });
  });

  test('fails alone while the worker is young, so that a restarted worker gets past it', async () => {
    const { code, output } = await hanging(60_000, servicePreloads.worker);
    expect([code, output.trim()]).toEqual([0, 'ERR_SCRIPT_EXECUTION_TIMEOUT']);
  });

  test('fails alone where nothing was loaded beforehand: the limits of the SDK hold', async () => {
    const { code, output } = await hanging(0, []);
    expect([code, output.trim()]).toEqual([0, 'ERR_SCRIPT_EXECUTION_TIMEOUT']);
  });
});
