'use strict';
// `npm start`, first half. Runs on any Node from 20.19 on, before anything is installed: it prepares what is
// missing, then hands over to scripts/start/main.ts on the Node 24 that the project brings along, stays beside it,
// and cleans up if that process is killed.
const { spawn, spawnSync } = require('node:child_process');
const { inProject, prepare, Problem, project } = require('./prepare.cjs');

const tsx = ['--import', 'tsx'];

function handOver({ node, env }) {
  const options = { cwd: project, env };
  const main = spawn(node, [...tsx, inProject('scripts', 'start', 'main.ts'), ...process.argv.slice(2)], {
    ...options,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => main.kill('SIGTERM'));
  main.on('error', (error) => fail(new Problem(`The start could not go on: ${error.message}.`)));
  main.on('exit', (code, signal) => {
    if (signal === null) process.exit(code === null ? 1 : code);
    console.error(`The start was killed (${signal}); ending what it had started.`);
    const sweep = inProject('scripts', 'start', 'end-leftovers.ts');
    spawnSync(node, [...tsx, sweep], { ...options, stdio: 'inherit' });
    process.exit(1);
  });
}

function fail(error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exit(1);
}

try {
  handOver(prepare());
} catch (error) {
  fail(error);
}
