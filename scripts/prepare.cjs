'use strict';
// Runs before anything is installed, on any Node from 20.19 on: what `npm start` and `npm test` need before they can
// use the packages and the Node 24 that the project brings along.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { delimiter, dirname, join } = require('node:path');

const project = dirname(__dirname);
const inProject = (...parts) => join(project, ...parts);

/** Something the person at the keyboard can mend; its message says what, why and what to do. */
class Problem extends Error {}

/** Installs and generates what is missing; returns the Node 24 to go on with and the environment for it. */
function prepare() {
  requireNode();
  installDependencies();
  const node = node24();
  generateDatabaseClient(node);
  return { node, env: environment(node) };
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Problem(
    `Node ${process.versions.node} is too old for npm to install the project; install Node 20.19 or newer from https://nodejs.org.`,
  );
}

/** npm's own list of what it installed, compared with what the project asks for. */
function dependenciesInstalled() {
  const installedList = inProject('node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const installed = read(installedList);
  return Object.entries(read(inProject('package-lock.json'))).every(([path, wanted]) => {
    const found = installed[path];
    if (path === '') return true;
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional);
  });
}

function installDependencies() {
  if (dependenciesInstalled()) return;
  console.log('Installing the project’s packages (once, a minute or two) · Đang cài đặt…');
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  // Errors only: npm would warn of each package that wants the newer Node it will be run on.
  const done = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: project,
    stdio: 'inherit',
  });
  if (done.status === 0) return;
  throw new Problem(
    'The packages could not be installed (npm says why above); check the connection and the rights on this folder, then try again.',
  );
}

/** Node 24 from the platform's package, or the present one when it is new enough. */
function node24() {
  const windows = process.platform === 'win32';
  const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  if (windows) names.push(`node-win-${process.arch}`);
  for (const name of names) {
    const path = inProject('node_modules', name, 'bin', windows ? 'node.exe' : 'node');
    if (existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0) return path;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Problem(
    `The Node 24 that the project brings along is not there for ${process.platform} on ${process.arch} (npm leaves it out with --omit=optional); run npm ci, or use Node 24 of your own.`,
  );
}

/** The database client is generated code: made when missing, and again when the schema changed. */
function generateDatabaseClient(node) {
  const note = inProject('node_modules', '.cache', 'loive-generated-from');
  const schema = createHash('sha256')
    .update(readFileSync(inProject('prisma', 'schema.prisma')))
    .digest('hex');
  const generated = existsSync(inProject('prisma', 'generated', 'client.ts'));
  if (generated && existsSync(note) && readFileSync(note, 'utf8') === schema) return;
  const prisma = inProject('node_modules', 'prisma', 'build', 'index.js');
  const options = { cwd: project, encoding: 'utf8', env: environment(node) };
  const done = spawnSync(node, [prisma, 'generate'], options);
  if (done.status !== 0) {
    throw new Problem(
      `The database client could not be generated; prisma says: ${done.stderr.trim().slice(-300)}`,
    );
  }
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, schema);
}

function environment(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH || ''}` };
}

module.exports = { prepare, Problem, project, inProject };
