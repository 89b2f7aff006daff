import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Client } from 'pg';
import type { Response } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { startProgram, untilEnd } from '../support/script.js';
import { until } from '../support/until.js';
import { onServer, world } from '../support/world-access.js';
import { aConsent, said, aReport, apiWorld, base, change, command, type ApiWorld } from './api-world.js';

/** Nobody is called so, and no other text of the system holds them. */
const planted = {
  fullName: 'Zyxkanari Thị Hoa Quỳnh',
  otherNames: 'Bíhiệukanari',
  birthDate: '1987-10-29',
  phone: '0999 111 222 333 7',
  address: 'Ngõ Kanarisố 98765',
  idNumber: '0019870029111777',
  language: 'Kanaritiếng Dao',
  safeContact: 'Gọi cô Kanariliên hệ',
  story: 'Lời kể kanarichuyện riêng',
};
const texts = [
  'Ghi chú kanarimột',
  'Căn cứ kanarihai',
  'Mẫu đơn kanariba',
  'Công văn kanaribốn',
  'Lỗi kanarinăm',
  'Phiếu kanarisáu, người làm chứng kanaribảy',
];
/** What has the form of a code may still be somebody's name. */
const slug = 'zyxkanari-hoa-quynh-0999111222';
const canaries = [...Object.values(planted), ...texts, slug];

let api: ApiWorld;
let worker: ChildProcess;
let workerLog = '';
let serverLogs: readonly GrowingLog[];
const answers: Response[] = [];
beforeAll(async () => {
  serverLogs = world().logFiles.map(growingLog);
  api = await apiWorld({ worker: 'later' });
  const { temporalAddress: address, bundle } = world();
  const { temporal, test } = api.world;
  const plan = { databaseUrl: test.url, address, taskQueue: temporal.taskQueue, bundle };
  worker = startProgram('test/support/worker-process.ts', [JSON.stringify(plan)], {});
  for (const stream of [worker.stdout, worker.stderr])
    stream?.on('data', (chunk: Buffer) => (workerLog += chunk.toString('utf8')));
  await until('the worker is ready', () => Promise.resolve(workerLog.includes('ready\n')));
  await plant();
});
afterAll(async () => {
  const ended = untilEnd(worker);
  worker.kill('SIGTERM');
  await ended;
  await api.stop();
});

/** What a log says from now on. */
interface GrowingLog {
  readonly path: string;
  readonly said: () => string;
}

function growingLog(path: string): GrowingLog {
  const before = existsSync(path) ? statSync(path).size : 0;
  // A log that grew too long has begun anew.
  const since = (all: Buffer): Buffer => (all.length < before ? all : all.subarray(before));
  return { path, said: () => since(readFileSync(path)).toString('utf8') };
}

/** One case with every kind of sealed value in it, and requests that fail with such values in every part. */
async function plant(): Promise<void> {
  const commune = await api.as('commune');
  const coordinator = await api.as('coordinator');
  const [note, groundText, formText, letter, wrong, evidence] = texts;
  const consent = { ...aConsent, evidence };
  const registered = await change(commune, '/cases', aReport({ person: planted, consents: [consent] }));
  answers.push(registered);
  const view = registered.body as CaseView;
  const taskId = view.tasks[0]?.id;
  const seen = async () => (await coordinator.get(`${base}/cases/${view.id}`)).body as CaseView;
  answers.push(
    await command(commune, view, {
      type: 'complete-task',
      taskId,
      outcome: 'registered',
      fields: { isMinor: false, note: formText },
    }),
    await command(commune, await seen(), { type: 'add-note', text: note, visibility: 'agencies' }),
    await command(coordinator, await seen(), {
      type: 'record-fact',
      fact: 'sex',
      value: 'female',
      ground: { code: 'person-told-us', text: groundText },
    }),
    await command(coordinator, await seen(), { type: 'record-consent', ...consent }),
  );
  const rights = (await seen()).tasks.find((each) => each.stepId === 'inform-rights');
  const onBehalfOf = { agencyId: rights?.agency?.id, ground: 'letter', reference: letter };
  const told = {
    type: 'complete-task',
    taskId: rights?.id,
    outcome: 'informed',
    occurredAt: new Date().toISOString(),
    onBehalfOf,
  };
  answers.push(await command(coordinator, await seen(), told));
  expect(answers.map((answer) => [answer.status, said(answer).errors])).toEqual([
    [201, undefined],
    ...Array.from({ length: 5 }, () => [200, undefined]),
  ]);

  const { fullName, phone } = planted;
  const begun = await commune
    .put(`${base}/drafts/${randomUUID()}`)
    .send({ kind: 'registration', content: { sections: { person: planted }, at: 1 } });
  const search = await commune.post(`${base}/cases/search`).send({ fullName, phone });
  expect([begun.status, search.status, said(search).items.length]).toEqual([200, 200, 1]);
  answers.push(begun, search);
  const good = answers.length;

  answers.push(
    await change(commune, '/cases', { ...aReport(), [planted.fullName]: wrong }),
    await change(
      commune,
      '/cases',
      aReport({
        channel: planted.fullName,
        facts: { [planted.phone]: wrong },
        receivedPlace: planted.address,
      }),
    ),
    await change(commune, '/cases', aReport({ person: { ...planted, phone: `${planted.phone}\u0007` } })),
    await command(coordinator, await seen(), { type: 'record-consent', ...consent, purpose: slug }),
    await command(coordinator, await seen(), {
      type: 'record-consent',
      ...consent,
      recipients: [{ relative: slug }],
    }),
    await command(coordinator, await seen(), {
      type: 'record-consent',
      ...consent,
      givenBy: planted.fullName,
    }),
    await command(commune, await seen(), {
      type: 'complete-task',
      taskId,
      outcome: wrong ?? '',
      fields: { [planted.idNumber]: planted.story },
    }),
    await command(coordinator, await seen(), {
      type: 'close-case',
      outcome: 'withdrawn',
      ground: { code: 'person-asked', text: groundText },
    }),
    ...(await namedInAGround(view)),
    await commune
      .post(`${base}/cases`)
      .set('Content-Type', 'application/json')
      .set('Idempotency-Key', randomUUID())
      .send(`{"x": "${planted.story}`),
    await commune.post(`${base}/session`).send({ username: planted.fullName, password: planted.story }),
    await coordinator.get(
      `${base}/cases/${encodeURIComponent(planted.fullName)}?q=${encodeURIComponent(planted.phone)}`,
    ),
  );
  expect(answers.slice(good).every(({ status }) => status >= 400 && status < 500)).toBe(true);
}

/** Every command that gives a reason, with a name instead of one. */
async function namedInAGround({ id }: CaseView): Promise<Response[]> {
  const [commune, coordinator] = await Promise.all([api.as('commune'), api.as('coordinator')]);
  const now = (await coordinator.get(`${base}/cases/${id}`)).body as CaseView;
  const taskId = now.tasks.find(({ status }) => status === 'offered')?.id;
  const agencyId = randomUUID();
  const bodies = [
    { type: 'reassign-task', taskId, agencyId },
    { type: 'recall-task', taskId },
    { type: 'extend-deadline', taskId },
    { type: 'correct-outcome', taskId, outcome: 'registered' },
    { type: 'record-fact', fact: 'sex', value: 'male' },
    { type: 'exclude', relative: 'spouse' },
    { type: 'close-case', outcome: 'withdrawn' },
    { type: 'reopen-case' },
    { type: 'unpark-case' },
  ];
  const given: Response[] = [
    await change(
      commune,
      '/cases',
      aReport({ exclusions: [{ relative: 'spouse', ground: { code: slug } }] }),
    ),
  ];
  for (const body of bodies) given.push(await command(coordinator, now, { ...body, ground: { code: slug } }));
  // More time is the commune's to ask for, and a parked case the administrator's.
  const notTheirs = new Map([
    ['extend-deadline', [409, 'not-your-task']],
    ['unpark-case', [403, 'not-permitted']],
  ]);
  expect(given.map((answer) => [answer.status, said(answer).code])).toEqual([
    [422, 'field-invalid'],
    ...bodies.map(({ type }) => notTheirs.get(type) ?? [422, 'field-invalid']),
  ]);
  return given;
}

describe('what was told in confidence', () => {
  test('is in no answer but the sealed record', () => {
    for (const { body, headers } of answers) expect(found(JSON.stringify([body, headers]))).toEqual([]);
  });

  test('is in no line of the log', () => {
    expect(api.logged()).toContain('"route":"/api/v1/cases/{id}/commands"');
    expect(found(api.logged())).toEqual([]);
    expect(api.logged()).not.toContain('?q=');
  });

  test('is in no line of the worker, which says what every save was told', () => {
    const { id } = answers[0]?.body as CaseView;
    for (const told of [`case:${id}`, 'the first save fails', '"type":"add-note"'])
      expect(workerLog).toContain(told);
    expect(found(workerLog)).toEqual([]);
  });

  test('is in no line of the servers', () => {
    expect(serverLogs.map(({ path }) => basename(path))).toEqual(['postgres.log', 'engine.log']);
    expect(serverLogs.map(({ said }) => found(said()))).toEqual([[], []]);
  });

  test('is in no address: neither where an answer sends, nor where a request went', () => {
    const { id } = answers[0]?.body as CaseView;
    const sent = answers.flatMap(({ headers }) => headers['location'] ?? []);
    expect(sent).toEqual([`/api/v1/cases/${id}`]);
    const routes = [...api.logged().matchAll(/"route":"([^"]*)"/g)].map(([, route]) => route);
    expect(routes).toContain('/api/v1/cases/{id}/commands');
    expect(found([...sent, ...routes].join('\n'))).toEqual([]);
  });

  test("is in no table of ours, not even in the sealed rows' own bytes", async () => {
    expect(await foundInDatabase(api.world.test.url)).toEqual([]);
  });

  test('is in no table of the engine; ids and codes of the case are there', async () => {
    const engine = await engineDatabases();
    expect(engine.length).toBeGreaterThan(0);
    const registered = answers[0]?.body as CaseView;
    const known = await Promise.all(
      engine.map((name) => tablesHolding(onServer(world().databaseUrl, name), [registered.id])),
    );
    expect(known.flat().length).toBeGreaterThan(0);
    for (const name of engine) expect(await foundInDatabase(onServer(world().databaseUrl, name))).toEqual([]);
  });

  test('comes out of the sealed record for whom it is meant, and that is written down', async () => {
    const coordinator = await api.as('coordinator');
    const { id } = answers[0]?.body as CaseView;
    const person = await coordinator.get(`${base}/cases/${id}/person?purpose=contact`);
    expect(said(person).person).toEqual(planted);
    const commune = await api.as('commune');
    const needed = await commune.get(`${base}/cases/${id}/person?purpose=handle-task`);
    expect(Object.keys(said(needed).person as object)).not.toContain('story');
    const audit = await api.database.audit.findMany({
      where: { caseId: id, action: 'read-person' },
      orderBy: { id: 'asc' },
    });
    expect(audit.map(({ purpose, fields }) => [purpose, fields.length])).toEqual([
      ['contact', 9],
      ['handle-task', said(needed).mayRead.length],
    ]);
    const timeline = await coordinator.get(`${base}/cases/${id}/timeline`);
    const note = said(timeline).items.find(({ type }) => type === 'note-added');
    const { textId } = note?.data as { textId: string };
    const text = await coordinator.get(`${base}/cases/${id}/texts/${textId}?purpose=handle-task`);
    expect(text.body).toMatchObject({ text: texts[0], kind: 'text' });
    expect(await api.database.audit.count({ where: { caseId: id, action: 'read-text' } })).toBe(1);
  });
});

/** Whole, without diacritics, or as bytes in hexadecimal. */
const spellings = (text: string): string[] => [
  text,
  text.normalize('NFD').replace(/\p{M}/gu, ''),
  Buffer.from(text, 'utf8').toString('hex'),
  Buffer.from(text, 'utf8').toString('base64').slice(0, -4),
  encodeURIComponent(text),
];
const found = (text: string): string[] =>
  canaries.filter((canary) => spellings(canary).some((each) => text.includes(each)));

const foundInDatabase = (url: string): Promise<string[]> => tablesHolding(url, canaries.flatMap(spellings));

async function tablesHolding(url: string, wanted: readonly string[]): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const holding: string[] = [];
    const needles = wanted.flatMap((each) => [each, Buffer.from(each, 'utf8').toString('hex')]);
    for (const { name } of tables.rows) {
      const hits = await client.query(
        `select 1 from ${name} each_row where exists (select from unnest($1::text[]) needle where position(needle in each_row::text) > 0) limit 1`,
        [needles],
      );
      if (hits.rows.length > 0) holding.push(name);
    }
    return holding;
  } finally {
    await client.end();
  }
}

async function engineDatabases(): Promise<string[]> {
  const client = new Client({ connectionString: world().databaseUrl });
  await client.connect();
  const all = await client.query<{ datname: string }>(
    `select datname from pg_database where datallowconn and datname not like 'test\\_%' and datname not like 'seeded\\_%'`,
  );
  await client.end();
  const engine: string[] = [];
  for (const { datname } of all.rows) {
    const each = new Client({ connectionString: onServer(world().databaseUrl, datname) });
    await each.connect();
    const answer = await each.query(
      `select 1 from pg_tables where tablename in ('history_node', 'executions_visibility')`,
    );
    await each.end();
    if (answer.rows.length > 0) engine.push(datname);
  }
  return engine;
}
