import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startScript, untilEnd } from '../support/script.js';

/** Ctrl+C in the middle of a measurement, as the shell passes it on. */
test('npm run bench, stopped by Ctrl+C, says so, ends its servers and leaves nothing behind', async () => {
  const child = startScript('bench.ts', ['--only', 'overdue', '--rows', '5000000']);
  child.stdout?.on('data', (chunk: Buffer) => {
    if (chunk.toString('utf8').includes('Filling')) child.kill('SIGINT');
  });
  const { code, output } = await untilEnd(child);
  expect(output).toMatch(/The bench was stopped/);
  expect(output).not.toMatch(/could not run/);
  expect(code).toBe(130);
  expect(existsSync(join(__dirname, '..', '..', '.loive-bench'))).toBe(false);
}, 300_000);
