const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { createInterface } = require('node:readline');

const root = join(__dirname, '..', '..');

/** Starts world.ts, waits for the line in which it tells about itself, and passes that on to the test files. */
module.exports = async function globalSetup() {
  const tsx = require.resolve('tsx/cli', { paths: [root] });
  const child = spawn(process.execPath, [tsx, join(__dirname, 'world.ts')], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.__LOIVE_TEST_WORLD__ = child;
  const told = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(line);
      else process.stderr.write(`${line}\n`);
    });
    child.once('exit', (code) => reject(new Error(`The test servers did not start (exit code ${code}).`)));
  });
  process.env.LOIVE_TEST_WORLD = told;
};
