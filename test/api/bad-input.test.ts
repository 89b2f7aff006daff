import { randomUUID } from 'node:crypto';
import type { Agent, Response } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { ProblemDocument } from '../../api/contract/problem.js';
import { dimensions } from '../../domain/history/dimension.js';
import { caseId } from '../../domain/ids.js';
import { caseWorkflowId } from '../../workflows/contract.js';
import { said, aReport, apiWorld, base, change, command, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let commune: Agent;
let coordinator: Agent;
let police: Agent;

beforeAll(async () => {
  api = await apiWorld();
  commune = await api.as('commune');
  coordinator = await api.as('coordinator');
  police = await api.as('police');
});
afterAll(() => api.stop());

const opened = async (more: Record<string, unknown> = {}): Promise<CaseView> => {
  const answer = await change(commune, '/cases', aReport(more));
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body as CaseView;
};
const seen = async (agent: Agent, id: string): Promise<CaseView> =>
  (await agent.get(`${base}/cases/${id}`)).body as CaseView;
const taskOf = (view: CaseView, stepId: string): string => {
  const task = view.tasks.find((each) => each.stepId === stepId && each.completedAt === undefined);
  if (task === undefined)
    throw new Error(`${stepId} is not among ${view.tasks.map((each) => each.stepId).join()}`);
  return task.id;
};

/** Everything that a request could have written. */
async function written(): Promise<Record<string, number>> {
  const { database } = api;
  return {
    cases: await database.caseRow.count(),
    events: await database.caseEvent.count(),
    texts: await database.sealedText.count(),
    persons: await database.personField.count(),
    places: await database.casePlace.count(),
    commands: await database.command.count(),
  };
}

/** A clear problem document, no 5xx, nothing half-written. */
async function refused(
  send: () => Promise<Response>,
  status: number,
  code: string,
): Promise<ProblemDocument> {
  const before = await written();
  const answer = await send();
  expect([answer.status, said(answer).code, said(answer).errors]).toEqual([status, code, expect.anything()]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const document = ProblemDocument.parse(answer.body);
  expect(document.detail.length).toBeGreaterThan(20);
  // Codes are for programs; the sentence has their names.
  expect((document.allowed ?? []).filter((each) => document.detail.split(/[ ,.]+/).includes(each))).toEqual(
    [],
  );
  expect(await written()).toEqual(before);
  return document;
}
const at = (document: ProblemDocument): string[] =>
  document.errors.map((each) => `${each.pointer} ${each.code}`);

describe('what cannot be read', () => {
  const raw = (body: string | Buffer, type = 'application/json') =>
    commune.post(`${base}/cases`).set('Idempotency-Key', randomUUID()).set('Content-Type', type).send(body);

  test('bytes that are no UTF-8: a name is kept as it was written or not at all', async () => {
    const name = Buffer.from([0x4e, 0x67, 0xff]);
    const body = Buffer.concat([Buffer.from('{"person":{"fullName":"'), name, Buffer.from('"}}')]);
    await refused(() => raw(body).serialize((bytes): string => bytes as string), 400, 'malformed');
  });

  test.each(['{', '{"channel":', '"text"', 'null', '', '[1,'])('malformed JSON %s', async (body) => {
    await refused(
      () => raw(body),
      body === '' || body === '{}' ? 422 : 400,
      body === '' ? 'field-required' : 'malformed',
    );
  });
  test('a list where an object is wanted', async () => {
    await refused(() => raw('[]'), 422, 'field-invalid');
  });
  test('a body of 1 MB', async () => {
    await refused(
      () => raw(JSON.stringify(aReport({ person: { story: 'x'.repeat(1_000_000) } }))),
      413,
      'too-large',
    );
  });
  test('another content type', async () => {
    await refused(
      () => raw('channel=self-report', 'application/x-www-form-urlencoded'),
      415,
      'unsupported-media-type',
    );
  });
  test('another character set', async () => {
    await refused(() => raw('{}', 'application/json; charset=utf-16'), 415, 'unsupported-media-type');
  });
  test('an address that cannot be decoded, and one that is nowhere', async () => {
    await refused(() => commune.get(`${base}/cases/%E0%A4%A`), 404, 'not-found');
    await refused(() => commune.get(`${base}/nowhere`), 404, 'not-found');
  });
});

describe('fields that are not right', () => {
  test('unknown keys are refused by name, at any depth', async () => {
    const document = await refused(
      () => change(commune, '/cases', { ...aReport({ person: { fullname: 'x' } }), extra: 1, __proto__x: 2 }),
      422,
      'field-invalid',
    );
    expect(at(document)).toEqual(
      expect.arrayContaining(['/extra unknown-key', '/person/fullname unknown-key']),
    );
  });
  test('an own key named __proto__ is refused', async () => {
    const body = `{"__proto__":{"urgent":true},${JSON.stringify(aReport()).slice(1)}`;
    await refused(
      () =>
        commune
          .post(`${base}/cases`)
          .set('Idempotency-Key', randomUUID())
          .set('Content-Type', 'application/json')
          .send(body),
      422,
      'field-invalid',
    );
  });
  test.each([
    ['channel', 7],
    ['receivedAt', 1_700_000_000],
    ['receivedPlace', ['c:00070']],
    ['facts', 'isMinor'],
    ['person', []],
    ['urgent', 'yes'],
    ['exclusions', {}],
  ])('wrong type of %s', async (field, value) => {
    const document = await refused(
      () => change(commune, '/cases', aReport({ [field]: value })),
      422,
      'field-invalid',
    );
    expect(document.errors[0]?.pointer).toBe(`/${field}`);
  });
  test('what is missing is named', async () => {
    const document = await refused(() => change(commune, '/cases', {}), 422, 'field-required');
    expect(at(document)).toEqual(['/channel required', '/receivedAt required', '/receivedPlace required']);
  });
  test.each([
    ['a lone surrogate', '"\\ud800"'],
    ['half of a pair turned round', '"\\udc00\\ud800"'],
    ['a NUL', '"a\\u0000b"'],
    ['an escape', '"a\\u001bb"'],
    ['a bidi override', '"a\\u202eb"'],
  ])('%s in a text', async (_what, text) => {
    const body = JSON.stringify(aReport({ person: { fullName: '?' } })).replace('"?"', text);
    const document = await refused(
      () =>
        commune
          .post(`${base}/cases`)
          .set('Idempotency-Key', randomUUID())
          .set('Content-Type', 'application/json')
          .send(body),
      422,
      'field-invalid',
    );
    expect(at(document)).toEqual(['/person/fullName characters']);
  });
  test.each([
    '2026-02-30T09:00:00Z',
    '30/02/2026',
    '2026-13-01T00:00:00Z',
    '2026-01-01',
    '2026-01-01T24:00:00Z',
  ])('a time that does not exist: %s', async (receivedAt) => {
    expect(
      at(await refused(() => change(commune, '/cases', aReport({ receivedAt })), 422, 'field-invalid')),
    ).toEqual(['/receivedAt instant']);
  });
  test('a birthday on 30 February', async () => {
    const document = await refused(
      () => change(commune, '/cases', aReport({ person: { birthDate: '2001-02-30' } })),
      422,
      'field-invalid',
    );
    expect(document.errors[0]?.pointer).toBe('/person/birthDate');
  });
  test('a place that was abolished, one that never was, and one that is no code', async () => {
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ receivedPlace: 'oc:00004' })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/receivedPlace place-abolished']);
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ receivedPlace: 'c:99999' })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/receivedPlace place-unknown']);
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ receivedPlace: "c:00070' or 1=1" })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/receivedPlace place']);
  });
  test('facts that the procedure does not have, or not with this value', async () => {
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ facts: { shoeSize: 38 } })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/facts/shoeSize unknown-key']);
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ facts: { isMinor: 'maybe' } })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/facts/isMinor wrong-type']);
    const listed = await refused(
      () => change(commune, '/cases', aReport({ facts: { receivedBy: 'the army' } })),
      422,
      'field-invalid',
    );
    expect(listed.errors).toMatchObject([
      { pointer: '/facts/receivedBy', code: 'not-listed', allowed: expect.arrayContaining(['coast-guard']) },
    ]);
    expect(listed.errors[0]?.message).toContain('Cảnh sát biển');
    await refused(
      () => change(commune, '/cases', aReport({ facts: { hasVictimPaper: true } })),
      409,
      'fact-not-allowed',
    );
  });
  test('a report from the future', async () => {
    const receivedAt = new Date(Date.now() + 3_600_000).toISOString();
    await refused(
      () => change(commune, '/cases', aReport({ receivedAt, person: { fullName: 'Người Mẫu' } })),
      409,
      'occurred-in-future',
    );
  });
  test('a procedure that is not in force, except in a rehearsal', async () => {
    const document = await refused(
      () => change(commune, '/cases', aReport({ procedure: 'vn-2014@1' })),
      409,
      'procedure-not-in-force',
    );
    expect(document.allowed).toEqual(['vn-2025@1']);
    await refused(() => change(commune, '/cases', aReport({ procedure: 'vn-1999@1' })), 422, 'field-invalid');
  });
  test('query fields of lists are checked too', async () => {
    await refused(() => coordinator.get(`${base}/cases?limit=101`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/cases?cursor=abc`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/cases?status=open&status=closed`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/cases?sort=name`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/tasks?agency=1`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/places?on=2025-02-30`), 422, 'field-invalid');
  });
  test('a value that is not in the list is told with those that are', async () => {
    const document = await refused(
      () => coordinator.get(`${base}/statistics/counts?by=sex,zz`),
      422,
      'field-invalid',
    );
    expect([at(document), document.allowed]).toEqual([['/by not-listed'], [...dimensions]]);
    expect(document.detail).toContain('nhóm tuổi');
    const nameless = await refused(() => coordinator.get(`${base}/cases?sort=name`), 422, 'field-invalid');
    expect([at(nameless), nameless.allowed]).toEqual([['/sort not-listed'], ['opened', 'due']]);
    expect(nameless.detail).not.toContain(':');
  });
  test('with another fault beside it, each is told at its place', async () => {
    const document = await refused(
      () => coordinator.get(`${base}/statistics/counts?by=zz&from=2023`),
      422,
      'field-invalid',
    );
    expect([at(document), document.allowed]).toEqual([['/by not-listed', '/from day'], undefined]);
  });
});

describe('a limit that would end in the Tết holidays', () => {
  const preview = async (query: string): Promise<Response> =>
    coordinator.get(`${base}/limits/preview?${query}&from=2026-02-13T02:00:00Z`);

  test('ends on the first working day after them, and says why', async () => {
    const answer = await coordinator.get(
      `${base}/limits/preview?amount=3&unit=calendar-day&roll=forward&from=2026-02-13T02:00:00Z`,
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      explanation: { rawDate: '2026-02-16', rolled: { from: '2026-02-16', to: said(answer).dueDate } },
    });
    expect(said(answer).dueDate > '2026-02-20').toBe(true);
  });
  test.each([
    { what: 'hours never roll', query: 'amount=3&unit=hour&roll=forward', allowed: ['none'] },
    {
      what: 'a notice is never made shorter',
      query: 'amount=20&unit=calendar-day&direction=backward&roll=forward',
      allowed: ['none', 'backward'],
    },
  ])('$what: the way to roll is refused, with the ways there are', async ({ query, allowed }) => {
    const document = await refused(() => preview(query), 422, 'field-invalid');
    expect([at(document), document.allowed]).toEqual([['/roll not-listed'], allowed]);
  });
  test('nobody counts two hundred years', async () => {
    const document = await refused(() => preview('amount=3000&unit=month'), 422, 'field-invalid');
    expect([at(document), document.allowed]).toEqual([['/amount invalid'], undefined]);
  });
});

describe('keys and versions', () => {
  test('a missing key, one that is no UUID, a missing and an unreadable version', async () => {
    await refused(() => commune.post(`${base}/cases`).send(aReport()), 422, 'key-missing');
    await refused(
      () => change(commune, '/cases', aReport()).set('Idempotency-Key', 'not-a-uuid'),
      422,
      'field-invalid',
    );
    const view = await opened();
    const body = { type: 'accept-task', taskId: taskOf(view, 'register-report') };
    await refused(() => change(commune, `/cases/${view.id}/commands`, body), 428, 'if-match-missing');
    await refused(
      () => change(commune, `/cases/${view.id}/commands`, body).set('If-Match', '*'),
      422,
      'field-invalid',
    );
  });
  test('the same key with another body, on another path, or of another user', async () => {
    const key = randomUUID();
    const report = aReport();
    expect((await change(commune, '/cases', report).set('Idempotency-Key', key)).status).toBe(201);
    await refused(
      () => change(commune, '/cases', { ...report, urgent: true }).set('Idempotency-Key', key),
      422,
      'idempotency-key-reused',
    );
    await refused(
      () => change(coordinator, '/cases', report).set('Idempotency-Key', key),
      422,
      'idempotency-key-reused',
    );
    const view = await seen(commune, key);
    await refused(
      () =>
        command(commune, view, { type: 'accept-task', taskId: taskOf(view, 'register-report') }).set(
          'Idempotency-Key',
          key,
        ),
      422,
      'idempotency-key-reused',
    );
  });
  test('the same key with the same body, its fields in another order, has one effect and the same answer', async () => {
    const key = randomUUID();
    const report = aReport({ person: { fullName: 'Người Mẫu 02' } });
    const first = await change(commune, '/cases', report).set('Idempotency-Key', key);
    const before = await written();
    const again = await change(commune, '/cases', Object.fromEntries(Object.entries(report).reverse())).set(
      'Idempotency-Key',
      key,
    );
    expect([again.status, said(again).id, said(again).code]).toEqual([201, said(first).id, said(first).code]);
    expect(await written()).toEqual(before);
  });
  test('a stale version is refused with the current one, and what was sealed is taken back', async () => {
    const view = await opened();
    const taskId = taskOf(view, 'register-report');
    expect((await command(commune, view, { type: 'accept-task', taskId })).status).toBe(200);
    const document = await refused(
      () =>
        command(commune, view, {
          type: 'complete-task',
          taskId,
          outcome: 'not-proceeding',
          fields: { note: 'văn bản mẫu' },
        }),
      412,
      'stale-version',
    );
    expect(document.currentVersion).toBeGreaterThan(view.version);
  });
  test('a version that nobody has seen yet is refused before the engine hears of it', async () => {
    const view = await opened();
    const run = api.world.temporal.client.workflow.getHandle(caseWorkflowId(caseId(view.id)));
    const before = (await run.fetchHistory()).events?.length;
    const document = await refused(
      () =>
        command(
          commune,
          { id: view.id, version: 999_999 },
          { type: 'accept-task', taskId: taskOf(view, 'register-report') },
        ),
      412,
      'stale-version',
    );
    expect(document.currentVersion).toBe(view.version);
    expect((await run.fetchHistory()).events?.length).toBe(before);
  });
});

describe('tasks and cases that are not theirs', () => {
  test('an unknown task, an unknown case, an unknown command', async () => {
    const view = await opened();
    await refused(
      () => command(coordinator, view, { type: 'nudge', taskId: randomUUID() }),
      404,
      'unknown-task',
    );
    await refused(
      () => command(coordinator, { id: randomUUID(), version: 1 }, { type: 'nudge', taskId: randomUUID() }),
      404,
      'not-found',
    );
    await refused(() => command(coordinator, view, { type: 'delete-case' }), 422, 'field-invalid');
    await refused(() => command(coordinator, view, { type: 'pass-time' }), 422, 'field-invalid');
    await refused(() => commune.get(`${base}/cases/1`), 404, 'not-found');
    await refused(() => commune.get(`${base}/tasks/${randomUUID()}`), 404, 'not-found');
  });
  test("someone else's case is not there for a stranger, whatever is asked", async () => {
    const view = await opened();
    const taskId = taskOf(view, 'register-report');
    for (const path of ['', '/timeline', '/deadlines', '/person?purpose=contact']) {
      await refused(() => police.get(`${base}/cases/${view.id}${path}`), 404, 'not-found');
    }
    await refused(() => police.get(`${base}/tasks/${taskId}`), 404, 'not-found');
    await refused(() => command(police, view, { type: 'accept-task', taskId }), 404, 'not-found');
    expect(said(await police.get(`${base}/cases`)).items.map(({ id }) => id)).not.toContain(view.id);
  });
  test("another agency's task is refused to the coordinator, and unknown to an agency with tasks of its own", async () => {
    const view = await opened();
    const taskId = taskOf(view, 'register-report');
    await refused(() => command(coordinator, view, { type: 'accept-task', taskId }), 409, 'not-your-task');
    const later = await registered(view);
    const theirs = taskOf(await seen(coordinator, view.id), 'inform-rights');
    expect(later.tasks.length).toBeGreaterThan(1);
    const authority = await notified(view);
    const receive = taskOf(authority, 'receive-case');
    await refused(
      () => command(commune, authority, { type: 'accept-task', taskId: receive }),
      404,
      'unknown-task',
    );
    expect(theirs).not.toBe(receive);
  });
});

/** The commune wrote the report down: an adult. */
async function registered(view: CaseView, more: Record<string, unknown> = {}): Promise<CaseView> {
  const fields = { isMinor: false, ...more };
  const answer = await command(commune, await seen(commune, view.id), {
    type: 'complete-task',
    taskId: taskOf(view, 'register-report'),
    outcome: 'registered',
    fields,
  });
  expect([answer.status, said(answer).errors]).toEqual([200, undefined]);
  return said(answer).case as CaseView;
}

/** The commune told the health authority. */
async function notified(view: CaseView): Promise<CaseView> {
  const now = await seen(commune, view.id);
  const answer = await command(commune, now, {
    type: 'complete-task',
    taskId: taskOf(now, 'notify-authority'),
    outcome: 'notified',
    fields: {},
  });
  expect(answer.status).toBe(200);
  return seen(coordinator, view.id);
}

describe('times of occurrence', () => {
  test('in the future, before the case, and missing where a letter is recorded', async () => {
    const view = await opened();
    const taskId = taskOf(view, 'register-report');
    const complete = { type: 'complete-task', taskId, outcome: 'not-proceeding', fields: { note: 'mẫu' } };
    const future = new Date(Date.now() + 86_400_000).toISOString();
    await refused(
      () => command(commune, view, { ...complete, occurredAt: future }),
      409,
      'occurred-in-future',
    );
    await refused(
      () => command(commune, view, { ...complete, occurredAt: '2020-01-01T00:00:00Z' }),
      422,
      'field-invalid',
    );
    await refused(
      () => command(commune, view, { ...complete, occurredAt: '2026-02-30T00:00:00Z' }),
      422,
      'field-invalid',
    );
    const holder = view.tasks[0]?.agency?.id;
    const letter = { agencyId: holder, ground: 'letter', reference: '12/UBND' };
    expect(
      at(
        await refused(
          () => command(coordinator, view, { ...complete, onBehalfOf: letter }),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/occurredAt on-behalf-of']);
    const other = { ...letter, agencyId: randomUUID() };
    await refused(
      () => command(coordinator, view, { ...complete, occurredAt: view.openedAt, onBehalfOf: other }),
      422,
      'field-invalid',
    );
    await refused(
      () => command(commune, view, { ...complete, occurredAt: view.openedAt, onBehalfOf: letter }),
      403,
      'not-permitted',
    );
    const done = await command(coordinator, view, {
      ...complete,
      occurredAt: view.openedAt,
      onBehalfOf: letter,
    });
    expect(said(done).events[0]).toMatchObject({
      type: 'task-completed',
      at: view.openedAt,
      onBehalfOf: { ground: 'letter' },
    });
  });
});

describe('answers of a form', () => {
  test('unknown outcome, missing, unknown and wrong fields', async () => {
    const view = await opened();
    const taskId = taskOf(view, 'register-report');
    const complete = (outcome: string, fields: object) => () =>
      command(commune, view, { type: 'complete-task', taskId, outcome, fields });
    const unknown = await refused(complete('lost', {}), 409, 'unknown-outcome');
    expect(unknown.allowed).toEqual(['registered', 'not-proceeding']);
    expect(at(await refused(complete('registered', {}), 422, 'field-required'))).toEqual([
      '/fields/isMinor required',
    ]);
    expect(
      at(await refused(complete('registered', { isMinor: false, shoeSize: 38 }), 422, 'field-invalid')),
    ).toEqual(['/fields/shoeSize unknown-key']);
    expect(at(await refused(complete('registered', { isMinor: 'false' }), 422, 'field-invalid'))).toEqual([
      '/fields/isMinor wrong-type',
    ]);
    await refused(complete('registered', { isMinor: false, note: 7 }), 422, 'field-invalid');
    await refused(complete('registered', { isMinor: { is: false } }), 422, 'field-invalid');
    await refused(complete('constructor', {}), 409, 'unknown-outcome');
  });
  test('a duty is not declined, and says what to do instead', async () => {
    const view = await opened();
    const document = await refused(
      () =>
        command(commune, view, {
          type: 'decline-task',
          taskId: taskOf(view, 'register-report'),
          reason: 'no-capacity',
          note: 'mẫu',
        }),
      409,
      'cannot-decline-duty',
    );
    expect(document.allowed).toEqual(['return-misdirected']);
  });
});

describe('answers that come late', () => {
  test('to a recalled task: refused, with a note as the way that is left', async () => {
    const view = await opened();
    await registered(view, { reportsCrime: true });
    const now = await seen(coordinator, view.id);
    const taskId = taskOf(now, 'pass-crime-report');
    const recall = { type: 'recall-task', taskId, ground: { code: 'not-needed', text: 'mẫu' } };
    expect((await command(coordinator, now, recall)).status).toBe(200);
    const held = await seen(commune, view.id);
    const document = await refused(
      () =>
        command(commune, held, {
          type: 'complete-task',
          taskId,
          outcome: 'passed',
          fields: { letter: 'mẫu' },
        }),
      409,
      'wrong-state',
    );
    expect(document.allowed).toContain('add-note');
    const note = await command(commune, held, {
      type: 'add-note',
      text: 'Trả lời muộn (mẫu)',
      visibility: 'agencies',
    });
    expect(note.status).toBe(200);
  });

  test('to a closed case: refused, with note and reopening named; the note is kept', async () => {
    const view = await opened();
    const ended = await command(commune, view, {
      type: 'complete-task',
      taskId: taskOf(view, 'register-report'),
      outcome: 'not-proceeding',
      fields: {},
    });
    expect(ended.status).toBe(200);
    const now = await seen(coordinator, view.id);
    const close = now.permitted.find(({ type }) => type === 'close-case');
    expect(close?.outcomes).toEqual(['withdrawn']);
    const closed = await command(coordinator, now, {
      type: 'close-case',
      outcome: 'withdrawn',
      ground: { code: 'person-asked' },
    });
    expect([closed.status, said(closed).case?.status]).toEqual([200, 'closed']);
    const after = await seen(coordinator, view.id);
    const document = await refused(
      () =>
        command(coordinator, after, {
          type: 'record-fact',
          fact: 'isMinor',
          value: true,
          ground: { code: 'new-evidence', text: 'mẫu' },
        }),
      409,
      'case-closed',
    );
    expect(document.allowed).toEqual(['add-note', 'reopen-case']);
    // Whoever may not reopen it is not sent to do so.
    const theirs = await refused(
      () => command(commune, after, { type: 'accept-task', taskId: taskOf(view, 'register-report') }),
      409,
      'case-closed',
    );
    expect(theirs.allowed).toEqual(['add-note']);
    expect(theirs.detail).not.toContain('mở lại');
    expect(
      (
        await command(coordinator, after, {
          type: 'add-note',
          text: 'Tin muộn (mẫu)',
          visibility: 'coordinators',
        })
      ).status,
    ).toBe(200);
    const again = await seen(coordinator, view.id);
    const reopened = await command(coordinator, again, {
      type: 'reopen-case',
      ground: { code: 'new-evidence' },
    });
    expect([reopened.status, said(reopened).case?.status]).toEqual([200, 'open']);
  });
});

describe('what is recorded about the person', () => {
  const recording = async (more: Record<string, unknown>, code = 'field-invalid') => {
    const view = await seen(coordinator, (await opened()).id);
    const body = { type: 'record-fact', ground: { code: 'person-told-us' }, ...more };
    const status = code === 'field-invalid' ? 422 : 409;
    return await refused(() => command(coordinator, view, body), status, code);
  };

  test('a value that is in no list is told with those that are, by their names', async () => {
    const document = await recording({ fact: 'receivedBy', value: 'the army' });
    expect(document.errors).toMatchObject([
      { pointer: '/value', code: 'not-listed', allowed: expect.arrayContaining(['border-guard', 'other']) },
    ]);
    expect(document.errors[0]?.message).toMatch(/Ủy ban nhân dân cấp xã, Công an, Bộ đội Biên phòng/);
  });

  test.each([
    ['confirmedOn', '2026-02-30', 'day'],
    ['isMinor', 'yes', 'wrong-type'],
  ])('%s: %s', async (fact, value, code) => {
    expect(at(await recording({ fact, value }))).toEqual([`/value ${code}`]);
  });

  test('a command that there is not is told with those that there are', async () => {
    const document = await recording({ type: 'promote' });
    expect([at(document), document.allowed]).toEqual([
      ['/type not-listed'],
      expect.arrayContaining(['nudge']),
    ]);
    expect(document.detail).toContain('đôn đốc');
  });
});

describe('two clients at once', () => {
  test('the same command with the same key has one effect and one answer', async () => {
    const view = await opened();
    const key = randomUUID();
    const body = { type: 'accept-task', taskId: taskOf(view, 'register-report') };
    const answers = await Promise.all(
      [1, 2, 3].map(() => command(commune, view, body).set('Idempotency-Key', key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [first] = answers;
    for (const answer of answers) expect(said(answer).events).toEqual(said(first).events);
    expect(await api.database.caseEvent.count({ where: { caseId: view.id, type: 'task-accepted' } })).toBe(1);
  });
  test('the same registration sent twice is one case with one record', async () => {
    const key = randomUUID();
    const report = aReport({ person: { fullName: 'Người Mẫu 03', phone: '0000 000 003' } });
    const answers = await Promise.all(
      [1, 2].map(() => change(commune, '/cases', report).set('Idempotency-Key', key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await api.database.personField.count({ where: { caseId: key } })).toBe(2);
    expect(await api.database.casePlace.count({ where: { caseId: key } })).toBe(1);
  });
  test('with different keys one is accepted, the other told that something changed', async () => {
    const view = await opened();
    const body = {
      type: 'complete-task',
      taskId: taskOf(view, 'register-report'),
      outcome: 'registered',
      fields: { isMinor: false, note: 'mẫu' },
    };
    const answers = await Promise.all([1, 2].map(() => command(commune, view, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body: { code } }) => code as string | undefined)).toContain('wrong-state');
    expect(await api.database.sealedText.count({ where: { caseId: view.id } })).toBe(1);
  });
});
