import type { Agent } from 'supertest';
import type { CaseView } from '../../../api/contract/case.js';
import { procedureOf } from '../../../domain/procedure/catalogue.js';
import { aReport, change, command, said } from '../api-world.js';
import { at, Desk, seen, taskOf } from './desk.js';

let desk: Desk;
let commune: Agent;
let coordinator: Agent;
let police: Agent;
let refused: Desk['refused'];
/** The coordinator is about to ask the police for verification. */
let asking: CaseView;

beforeAll(async () => {
  desk = await Desk.open();
  ({ commune, coordinator, police, refused } = desk);
  asking = await desk.opened({ receivedAt: new Date(Date.now() - 3 * 86_400_000).toISOString() });
  await desk.registered(asking);
  asking = await desk.notified(asking);
  for (const [step, outcome] of [
    ['receive-case', 'received'],
    ['initial-verification', 'no-paper'],
  ] as const)
    asking = said(await answering(asking, { step, outcome }).send()).case as CaseView;
});
afterAll(() => desk.api.stop());

interface Answering {
  readonly step: string;
  readonly outcome: string;
  readonly fields?: object;
}

/** The coordinator's answer, when it is sent. */
const answering = (view: CaseView, { step, outcome, fields = {} }: Answering) => ({
  send: () =>
    command(coordinator, view, { type: 'complete-task', taskId: taskOf(view, step), outcome, fields }),
});

/** As it is shown in a sentence. */
const dayWords = (ahead: number): string => {
  const day = new Date(Date.now() + (ahead * 24 + 7) * 3_600_000).toISOString().slice(0, 10);
  return day.split('-').reverse().join('/');
};
const day = (ahead: number): string => dayWords(ahead).split('/').reverse().join('-');

describe('days that cannot be', () => {
  const planned = (value: string) => () =>
    command(coordinator, asking, {
      type: 'record-fact',
      fact: 'plannedReturnOn',
      value,
      ground: { code: 'person-told-us' },
    });

  test.each(['2020-01-01', day(-4), '9999-12-31', day(732)])(
    'a return planned for %s is not planned between receipt and two years from now',
    async (value) => {
      const document = await refused(planned(value), 422, 'field-invalid');
      expect(at(document)).toEqual(['/value day-between']);
      expect(document.errors[0]?.message).toContain(dayWords(-3));
    },
  );

  test('a plan that was typed in late is taken, and one for next year', async () => {
    for (const value of [day(-2), day(360)]) {
      const answer = await planned(value)();
      expect([answer.status, said(answer).errors]).toEqual([200, undefined]);
      asking = said(answer).case as CaseView;
    }
  });

  const letter = (days: object) => ({
    type: 'accept-task',
    taskId: taskOf(asking, 'inform-rights'),
    occurredAt: new Date().toISOString(),
    onBehalfOf: { agencyId: holderOf(asking, 'inform-rights'), ground: 'letter', ...days },
  });

  test.each([
    [{ sentOn: day(1) }, 'sentOn'],
    [{ receivedOn: day(1) }, 'receivedOn'],
    [{ sentOn: day(0), receivedOn: day(-1) }, 'sentOn'],
  ])('a letter of %j is refused: it is sent, then received, and neither tomorrow', async (days, field) => {
    const document = await refused(() => command(coordinator, asking, letter(days)), 422, 'field-invalid');
    expect(at(document)).toEqual([`/onBehalfOf/${field} day-between`]);
  });

  test('whoever may not record letters at all is told that, not what is wrong with the letter', async () => {
    const supervisor = await desk.api.as('supervisor');
    const future = new Date(Date.now() + 86_400_000).toISOString();
    for (const wrong of [letter({ sentOn: day(1) }), { ...letter({}), occurredAt: future }])
      await refused(() => command(supervisor, asking, wrong), 403, 'not-permitted');
    await refused(
      () => command(commune, asking, { ...letter({}), occurredAt: future }),
      403,
      'not-permitted',
    );
  });

  test('a report from before any law has no procedure, also in a rehearsal', async () => {
    for (const rehearsal of [true, false]) {
      const report = aReport({ receivedAt: '2005-03-01T02:00:00Z', rehearsal });
      const document = await refused(() => change(commune, '/cases', report), 422, 'field-invalid');
      expect(at(document)).toEqual(['/receivedAt no-procedure']);
      expect(document.errors[0]?.message).toMatch(/có quy trình là \d\d\/\d\d\/201\d/);
      expect(document.detail).not.toContain('Trường hợp thật');
    }
  });
});

const holderOf = (view: CaseView, stepId: string) =>
  view.tasks.find((each) => each.stepId === stepId && each.completedAt === undefined)?.agency?.id;

test('somebody lives in a commune: a province is no residence', async () => {
  const step = { step: 'request-verification', outcome: 'requested' };
  const document = await refused(
    () => answering(asking, { ...step, fields: { residence: 'p:01' } }).send(),
    422,
    'field-invalid',
  );
  expect(at(document)).toEqual(['/fields/residence place-commune']);
  for (const kind of ['residence', 'reception', 'rescue'])
    expect(
      at(
        await refused(
          () => command(coordinator, asking, { type: 'record-place', kind, place: 'p:01' }),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/place place-commune']);
});

describe('what does not fit says what would', () => {
  test.each([null, { is: 'c:00070' }])('%j is no answer to a question', async (residence) => {
    const step = { step: 'request-verification', outcome: 'requested', fields: { residence } };
    const document = await refused(() => answering(asking, step).send(), 422, 'field-invalid');
    expect(at(document)).toEqual(['/fields/residence wrong-type']);
    expect(document.errors[0]?.message).toContain('string, number, boolean, array');
  });

  test('a thing that is ticked twice is told apart from one that is not in the list', async () => {
    const { form } = procedureOf('vn-2025@1').steps['request-verification']?.outcomes['requested'] ?? {};
    const [one = ''] = Object.keys(form?.find(({ id }) => id === 'evidence')?.options ?? {});
    const step = { step: 'request-verification', outcome: 'requested' };
    for (const [evidence, code] of [
      [[one, one], 'twice'],
      [[one, 'hearsay'], 'not-listed'],
    ] as const) {
      const fields = { residence: 'c:00070', evidence };
      const document = await refused(
        () => answering(asking, { ...step, fields }).send(),
        422,
        'field-invalid',
      );
      expect(at(document)).toEqual([`/fields/evidence ${code}`]);
    }
  });

  test('an extension until a day that is past, and a time before the case', async () => {
    const step = { step: 'request-verification', outcome: 'requested', fields: { residence: 'c:00070' } };
    expect((await answering(asking, step).send()).status).toBe(200);
    const view = await seen(police, asking.id);
    const taskId = taskOf(view, 'police-verification');
    const extend = { type: 'extend-deadline', taskId, ground: { code: 'complex' }, until: day(-1) };
    const past = await refused(() => command(police, view, extend), 422, 'field-invalid');
    expect(at(past)).toEqual(['/until day-from']);
    const due = view.tasks.find(({ id }) => id === taskId)?.due?.date ?? '';
    const next = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
    expect(past.errors[0]?.message).toContain(next.split('-').reverse().join('/'));
    const early = {
      type: 'add-note',
      text: 'mẫu',
      visibility: 'agencies',
      occurredAt: '2026-01-01T00:00:00Z',
    };
    const before = await refused(() => command(coordinator, view, early), 422, 'field-invalid');
    expect([at(before), before.errors[0]?.message]).toEqual([
      ['/occurredAt day-from'],
      expect.stringContaining(dayWords(-3)),
    ]);
  });
});
