import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findFreePort } from '../../scripts/embedded/port.js';
import { untilEnd } from '../support/script.js';
import { onServer, world } from '../support/world-access.js';

const project = join(__dirname, '..', '..');

/** Neither belongs to the program, or it is made by running it. */
const leftOut = ['.git', '.loive', '.loive-test', 'node_modules', 'dist', 'docs', 'test'];

let place: string;
/** The project as in a fresh clone with its packages installed: no engine is built in it. */
let clone: string;
let ports: Readonly<Record<string, string>>;
let closedPort: string;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'loive-start-'));
  clone = join(place, 'clone');
  cpSync(project, clone, {
    recursive: true,
    filter: (file) => file === project || !leftOut.includes(basename(file)) || !isTop(file),
  });
  symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'));
  const [web, postgres, temporal, closed] = await freePorts();
  ports = { PORT: web, LOIVE_PG_PORT: postgres, LOIVE_TEMPORAL_PORT: temporal };
  closedPort = closed;
});
afterAll(() => {
  rmSync(place, { recursive: true });
});

const isTop = (file: string): boolean => join(project, basename(file)) === file;

async function freePorts(): Promise<readonly [string, string, string, string]> {
  const found: number[] = [];
  for (let from = 24_000; found.length < 4; from = (found.at(-1) ?? 0) + 1)
    found.push(await findFreePort(from));
  const [one = 0, two = 0, three = 0, four = 0] = found;
  return [String(one), String(two), String(three), String(four)];
}

interface Refused {
  readonly code: number | null;
  /** What was said beside the steps, a line each. */
  readonly lines: readonly string[];
  readonly stillRunning: readonly number[];
  /** Was a compiler asked for? */
  readonly builtAnything: boolean;
}

interface Circumstances {
  readonly settings?: Readonly<Record<string, string>>;
  readonly go?: 'missing';
}

/** `npm start`'s own program, in a world in which something is wrong. */
async function start({ settings = {}, go }: Circumstances): Promise<Refused> {
  const stand = mkdtempSync(join(place, 'stand-'));
  const home = join(stand, 'home');
  const asked = join(stand, 'go-was-asked');
  if (go !== 'missing') {
    writeFileSync(join(stand, 'go'), `#!/bin/sh\n: > ${asked}\necho go version go1.26.0 none\n`);
    chmodSync(join(stand, 'go'), 0o755);
  }
  const program = spawn(process.execPath, [join('scripts', 'start.cjs')], {
    cwd: clone,
    env: { PATH: stand, HOME: stand, LOIVE_HOME: home, ...ports, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000, // a start that goes on is none that was refused
  });
  const { code, output } = await untilEnd(program);
  return {
    code,
    lines: output.split('\n').filter((line) => line.trim() !== '' && !/^ {2}[✓✗…] /.test(line)),
    stillRunning: processesNaming(stand),
    builtAnything: existsSync(asked),
  };
}

/** Processes that were started with something of this folder in their environment or on their command line. */
function processesNaming(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const names = (pid: string, file: string): boolean => {
    try {
      return readFileSync(join('/proc', pid, file), 'utf8').includes(folder);
    } catch {
      return false; // it has ended meanwhile, or is another user's
    }
  };
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => names(pid, 'environ') || names(pid, 'cmdline')).map(Number);
}

const refusal = (...lines: readonly RegExp[]): Refused => ({
  code: 1,
  lines: lines.map((line) => expect.stringMatching(line) as string),
  stillRunning: [],
  builtAnything: false,
});

describe('a start that cannot be says what, why and what to do, in one sentence, and leaves nothing running', () => {
  test('without Go', async () => {
    expect(await start({ go: 'missing' })).toEqual(
      refusal(
        /^The Temporal server is built from source once and the Go compiler is missing; install Go from https:\/\/go\.dev\/dl .*, or set TEMPORAL_ADDRESS to a Temporal server that runs already\.$/,
      ),
    );
  });

  test('on a port that another program has', async () => {
    const port = Number(ports['PORT']);
    const taken = await listening(port);
    const told = await start({});
    taken.close();
    expect(told).toEqual(
      refusal(
        new RegExp(
          `^Port ${String(port)} \\(web application and API\\) is taken by another program; end that program or choose another port, for example PORT=${String(port + 1)}\\.$`,
        ),
      ),
    );
  });

  // Root may write everywhere but where there can be no folder.
  test('in a folder that cannot be written', async () => {
    const file = join(place, 'file');
    writeFileSync(file, '');
    expect(await start({ settings: { LOIVE_HOME: join(file, 'home') } })).toEqual(
      refusal(
        /^The folder \S+\/file\/home cannot be written \(ENOTDIR: .*\); give this user the right to it, or choose another folder with LOIVE_HOME\.$/,
      ),
    );
  });

  test('with a database that does not answer, before anything is built', async () => {
    const DATABASE_URL = `postgresql://loive:geheim@127.0.0.1:${closedPort}/loive`;
    expect(await start({ settings: { DATABASE_URL } })).toEqual(
      refusal(
        new RegExp(
          `^The database of DATABASE_URL \\(127\\.0\\.0\\.1:${closedPort}/loive\\) cannot be reached \\(connect ECONNREFUSED .*\\); start it or correct DATABASE_URL, or leave it unset to use the embedded one\\.$`,
        ),
      ),
    );
  });

  test('with a Temporal server that does not answer, before anything else is begun', async () => {
    const settings = {
      DATABASE_URL: onServer(world().databaseUrl, 'loive_not_there_yet'),
      TEMPORAL_ADDRESS: `127.0.0.1:${closedPort}`,
    };
    expect(await start({ settings, go: 'missing' })).toEqual(
      refusal(
        new RegExp(
          `^The Temporal server of TEMPORAL_ADDRESS \\(127\\.0\\.0\\.1:${closedPort}\\) cannot be reached \\(.+\\); start it or correct TEMPORAL_ADDRESS and its TLS settings, or leave it unset to use the embedded one\\.$`,
        ),
      ),
    );
  });

  test('with settings that are wrong: a sentence for each of them, all at once', async () => {
    const settings = { PORT: '70000', TEMPORAL_ADDRESS: 'nowhere', LOG_LEVEL: 'loud' };
    expect(await start({ settings })).toEqual({
      ...refusal(
        /^PORT must be a port number from 1 to 65535; it is "70000"\.$/,
        /^TEMPORAL_ADDRESS must look like host:7233; it is "nowhere"\.$/,
        /^LOG_LEVEL must be one of fatal, error, .*; it is "loud"\.$/,
      ),
      code: 78,
    });
  });
});

function listening(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
