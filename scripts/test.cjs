'use strict';
// `npm test`: every check and every test, on servers of its own, in a fresh clone too. `--check` leaves the tests
// out; any other argument goes to Jest and leaves the checks out (`npm test -- test/domain`).
const { spawn } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { inProject, prepare, Problem, project } = require('./prepare.cjs');

const bin = (name) => inProject('node_modules', '.bin', name);
const rooms = [
  'domain',
  'workflows',
  'activities',
  'worker',
  'api',
  'prisma',
  'messages',
  'web',
  'test',
  'scripts',
];

/** The longest first: two lanes that begin with the short ones end far apart. */
const checks = [
  { name: 'lint', run: [bin('eslint'), '--max-warnings', '0', '.'] },
  { name: 'format', run: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'types', run: [bin('tsc'), '--project', '.'] },
  { name: 'types of the web app', run: [bin('tsc'), '--project', 'web'], needs: 'web/tsconfig.json' },
  {
    name: 'import law',
    run: [
      bin('depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      ...rooms.filter((room) => existsSync(inProject(room))),
      'config.ts',
    ],
  },
  { name: 'migrations', run: [bin('tsx'), 'scripts/migration.ts', '--check'] },
  {
    name: 'procedures',
    run: [bin('tsx'), 'scripts/check-procedures.ts'],
    needs: 'scripts/check-procedures.ts',
  },
].filter(({ needs }) => !needs || existsSync(inProject(needs)));

async function main(given) {
  const { env } = prepare();
  const onlyChecks = given.includes('--check');
  const forJest = given.filter((argument) => argument !== '--check');
  const total = { passed: 0, failed: 0 };
  if (forJest.length === 0) add(total, await runChecks(env));
  if (!onlyChecks) add(total, await runJest(env, forJest));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

function add(total, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

/** Two at a time; what a check says is shown when it failed. */
async function runChecks(env) {
  const waiting = [...checks];
  const results = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      results.push(await runCheck(check, env));
  };
  await Promise.all([lane(), lane()]);
  const failed = results.filter((passed) => !passed).length;
  return { passed: results.length - failed, failed };
}

async function runCheck({ name, run }, env) {
  const began = Date.now();
  const { code, said } = await finished(start(run, env, 'pipe'));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✕'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(said);
  return code === 0;
}

async function runJest(env, given) {
  const folder = mkdtempSync(join(tmpdir(), 'loive-test-'));
  const report = join(folder, 'report.json');
  try {
    const run = [bin('jest'), '--json', '--outputFile', report, ...given];
    // Jest prints its whole report on standard output when asked for JSON; its words for people go to standard error.
    const { code } = await finished(start(run, env, 'ignore'));
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start([command, ...args], env, output) {
  const stdio = output === 'pipe' ? ['ignore', 'pipe', 'pipe'] : ['inherit', output, 'inherit'];
  return spawn(command, args, { cwd: project, env, stdio });
}

function finished(child) {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error) => {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  },
);
