import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrate } from '../../prisma/migrate.js';
import { migrationNames, sqlOf } from '../../prisma/schema-engine.js';
import { bundleWorkflows } from '../../worker/bundle.js';
import { Addresses, keptFile, keptServers, startServers } from './servers.js';
import { onServer, type World } from './world-access.js';

/**
 * The process behind every test run: starts the servers, migrates a template database, bundles the workflows, says
 * in one line of JSON where all that is, and ends when its standard input does, however the test run ended.
 * With `--keep` (`npm run test:servers`) it only keeps the servers running, for test runs that come and go.
 */
async function main(): Promise<void> {
  if (process.argv.includes('--keep')) {
    await keep();
    return;
  }
  const servers = keptServers() ?? (await startServers());
  const ended = untilInputEnds();
  let bundled: Pick<World, 'bundle' | 'bundleProblem'> = {};
  try {
    const addresses = Addresses.parse(servers);
    const template = await migratedTemplate(addresses.databaseUrl);
    bundled = await workflowBundle();
    const world: World = { run: String(process.pid), ...addresses, template, ...bundled };
    process.stdout.write(`${JSON.stringify(world)}\n`);
    await ended;
  } finally {
    if (bundled.bundle) rmSync(bundled.bundle, { force: true });
    await servers.stop();
  }
}

async function keep(): Promise<void> {
  const servers = await startServers();
  writeFileSync(keptFile, JSON.stringify({ ...Addresses.parse(servers), pid: process.pid }), {
    mode: 0o600,
  });
  console.log('The test servers run; test runs use them until you press Ctrl+C here.');
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  rmSync(keptFile, { force: true });
  await servers.stop();
}

/** Named after the migrations, so that kept servers never serve an older state. */
async function migratedTemplate(databaseUrl: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of migrationNames()) hash.update(name).update(sqlOf(name));
  const template = `template_${hash.digest('hex').slice(0, 16)}`;
  await migrate(onServer(databaseUrl, template));
  return template;
}

/** Tests of the database alone go on when the workflows do not compile; the others say why they cannot. */
async function workflowBundle(): Promise<Pick<World, 'bundle' | 'bundleProblem'>> {
  try {
    const { code } = await bundleWorkflows();
    const bundle = join(dirname(keptFile), `workflows-${String(process.pid)}.js`);
    mkdirSync(dirname(bundle), { recursive: true });
    writeFileSync(bundle, code);
    return { bundle };
  } catch (error) {
    return { bundleProblem: error instanceof Error ? error.message : String(error) };
  }
}

function untilInputEnds(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve).resume();
    // Ctrl+C reaches the whole group; the test run closes our input when it is done.
    process.on('SIGINT', () => undefined);
    process.once('SIGTERM', () => {
      resolve();
    });
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    // Our input is still open and would keep us, and the run that waits for us, alive.
    process.exit(1);
  },
);
