/** The end of its input tells world.ts to stop; should this process be killed, the same happens by itself. */
module.exports = async function globalTeardown() {
  const child = globalThis.__LOIVE_TEST_WORLD__;
  if (!child || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(patience);
};
