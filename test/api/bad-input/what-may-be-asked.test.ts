import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import { said, base, command } from '../api-world.js';
import { at, Desk, seen, taskOf } from './desk.js';

let desk: Desk;
let commune: Agent;
let coordinator: Agent;
let police: Agent;
let refused: Desk['refused'];

beforeAll(async () => {
  desk = await Desk.open();
  ({ commune, coordinator, police, refused } = desk);
});
afterAll(() => desk.api.stop());

describe('tasks and cases that are not theirs', () => {
  test('an unknown task, an unknown case, an unknown command', async () => {
    const view = await desk.opened();
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
    const view = await desk.opened();
    const taskId = taskOf(view, 'register-report');
    for (const path of ['', '/timeline', '/deadlines', '/person?purpose=contact']) {
      await refused(() => police.get(`${base}/cases/${view.id}${path}`), 404, 'not-found');
    }
    await refused(() => police.get(`${base}/tasks/${taskId}`), 404, 'not-found');
    await refused(() => command(police, view, { type: 'accept-task', taskId }), 404, 'not-found');
    expect(said(await police.get(`${base}/cases`)).items.map(({ id }) => id)).not.toContain(view.id);
  });
  test("another agency's task is refused to the coordinator, and unknown to an agency with tasks of its own", async () => {
    const view = await desk.opened();
    const taskId = taskOf(view, 'register-report');
    await refused(() => command(coordinator, view, { type: 'accept-task', taskId }), 409, 'not-your-task');
    const later = await desk.registered(view);
    const theirs = taskOf(await seen(coordinator, view.id), 'inform-rights');
    expect(later.tasks.length).toBeGreaterThan(1);
    const authority = await desk.notified(view);
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
describe('times of occurrence', () => {
  test('in the future, before the case, and missing where a letter is recorded', async () => {
    const view = await desk.opened();
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
    const view = await desk.opened();
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
    const view = await desk.opened();
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
    const view = await desk.opened();
    await desk.registered(view, { reportsCrime: true });
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
    const view = await desk.opened();
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
