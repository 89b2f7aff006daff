import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agent } from 'supertest';
import { currentCalendar } from '../../activities/current-calendar.js';
import { rewriteReadRows } from '../../activities/rewrite-read-rows.js';
import type { CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';
import { caseId } from '../../domain/ids.js';
import { instant } from '../../domain/time/instant.js';
import { addMonths, dateOf, startOfDay } from '../../domain/time/plain-date.js';
import { TestCase } from '../support/case-world.js';
import { aReport, apiWorld, base, change, command, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let commune: Agent;
let coordinator: Agent;
beforeAll(async () => {
  api = await apiWorld();
  commune = await api.as('commune');
  coordinator = await api.as('coordinator');
});
afterAll(() => api.stop());

/** An adult whom the coordinating agency has received. */
async function received(): Promise<TestCase> {
  const { id } = (await change(commune, '/cases', aReport())).body as CaseView;
  const subject = new TestCase(api.world, caseId(id));
  await subject.complete('register-report', 'registered', { isMinor: false });
  await subject.complete('inform-rights', 'informed');
  await subject.complete('notify-authority', 'notified');
  await subject.complete('receive-case', 'received');
  return subject;
}

describe('the list of cases judges the next deadline as its task does', () => {
  const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
  const first = ({ tasks }: CaseView): TaskView['due'] =>
    tasks
      .filter(({ status }) => status === 'offered')
      .flatMap(({ due }) => due ?? [])
      .sort((one, other) => one.at.localeCompare(other.at))[0] ?? null;
  const listed = async ({ code }: CaseView, due: string): Promise<readonly unknown[]> =>
    said(await coordinator.get(`${base}/cases?q=${code}&due=${due}`)).items;

  test.each([
    [0, 'ok', 'on-track'],
    [20, 'soon', 'soon'],
    [30, 'overdue', 'overdue'],
  ])('a limit of 24 hours, after %i of them', async (hours, filter, state) => {
    const answer = await change(commune, '/cases', aReport({ receivedAt: hoursAgo(hours) }));
    const view = answer.body as CaseView;
    const due = first(view);
    expect([due?.unit, due?.state]).toEqual(['hour', state]);
    for (const each of ['ok', 'soon', 'overdue'])
      expect([each, await listed(view, each)]).toEqual([
        each,
        each === filter
          ? [
              expect.objectContaining({
                due: state,
                nextDueAt: due?.at,
                nextLimit: { unit: 'hour', serviceLevel: true },
              }),
            ]
          : [],
      ]);
    expect((await listed(view, filter))[0]).not.toHaveProperty('nextDueDate');
  });

  test('a limit in days, and the same after the migration or the rebuild of rows that lack it', async () => {
    const { id } = await received();
    const view = (await coordinator.get(`${base}/cases/${id}`)).body as CaseView;
    const due = first(view);
    expect(due?.date).toBeDefined();
    const same = { due: due?.state, nextDueAt: due?.at, nextDueDate: due?.date };
    const filter = due?.state === 'soon' ? 'soon' : 'ok';
    const nextLimit = { unit: due?.unit, serviceLevel: due?.serviceLevel };
    expect(await listed(view, filter)).toEqual([expect.objectContaining({ ...same, nextLimit })]);
    expect(view).toMatchObject({ nextDueAt: due?.at, nextDueDate: due?.date });

    const days = () =>
      api.database.caseRow.findMany({ select: { id: true, nextDueDate: true }, orderBy: { id: 'asc' } });
    const before = await days();
    await api.database.caseRow.updateMany({ data: { nextDueDate: null } });
    await api.database.$executeRawUnsafe(fillsNextDueDate);
    expect(await days()).toEqual(before);
    await api.database.caseRow.updateMany({ data: { nextDueDate: null } });
    const calendar = await currentCalendar(api.database);
    for (const row of before) await rewriteReadRows(api.database, caseId(row.id), calendar);
    expect(await days()).toEqual(before);
  });
});

/** What the migration that added the column does with the rows that were there. */
const migrationSql = readFileSync(
  join(__dirname, '../../prisma/migrations/20261128192500_next_due_date/migration.sql'),
  'utf8',
);
const fillsNextDueDate = migrationSql.slice(migrationSql.indexOf('UPDATE'));

describe('a case says what lies ahead of it', () => {
  const wishes = {
    wantsMedical: false,
    wantsPsychological: false,
    wantsLegalAid: false,
    wantsVocational: false,
    wantsGoHome: true,
  };
  /** An adult who has a victim paper, as far as the plan of the return. */
  const planned = async (wantsShelter: boolean): Promise<TestCase> => {
    const subject = await received();
    await subject.complete('assess-protection', 'no-measure');
    await subject.complete('needs-assessment', 'assessed', { ...wishes, wantsShelter });
    await subject.complete('initial-verification', 'has-paper', {
      paper: 'police-certificate',
      confirmedOn: dateOf(instant(new Date().toISOString())),
    });
    return subject;
  };
  const seenBy = async (agent: Agent, id: string): Promise<CaseView> =>
    (await agent.get(`${base}/cases/${id}`)).body as CaseView;

  test('when nobody has to act: which duty opens by itself, for whom and when', async () => {
    const subject = await planned(false);
    const residence = { placeRevision: await subject.place('residence') };
    await subject.complete('plan-return', 'settles-here', { residence });
    const view = await seenBy(coordinator, subject.id);
    expect(view.tasks.filter(({ status }) => status === 'offered')).toEqual([]);
    expect(view.coming).toEqual([
      {
        stepId: 'follow-up',
        title: 'Thăm hỏi, theo dõi sau khi trở về',
        role: 'Ủy ban nhân dân cấp xã',
        opensAt: startOfDay(addMonths(dateOf(instant(new Date().toISOString())), 1)),
      },
    ]);
    expect((await seenBy(commune, subject.id)).coming).toEqual([]);
    const inList = async (agent: Agent): Promise<unknown> =>
      said(await agent.get(`${base}/cases?q=${view.code}`)).items[0];
    const [{ title, opensAt } = { title: '', opensAt: '' }] = view.coming;
    expect(await inList(coordinator)).toMatchObject({ due: null, coming: { title, opensAt } });
    expect(await inList(commune)).not.toHaveProperty('coming');
  });

  test('why it cannot be closed yet: duties that are open, or what every closing waits for', async () => {
    const subject = await planned(true);
    const early = await seenBy(coordinator, subject.id);
    expect(early.permitted.map(({ type }) => type)).not.toContain('close-case');
    expect(early.refused).toMatchObject([
      { type: 'close-case', code: 'wrong-state', because: 'Chưa có lý do kết thúc nào đủ điều kiện.' },
    ]);
    expect(early.refused[0]?.waitsFor).toContainEqual({
      title: 'Đã chuyển chế độ bảo trợ xã hội',
      because: 'Được chọn khi kế hoạch trở về: “Chuyển chế độ bảo trợ xã hội”.',
    });
    await subject.complete('plan-return', 'passes-to-care');
    const view = await seenBy(coordinator, subject.id);
    expect(view.refused).toMatchObject([
      {
        type: 'close-case',
        code: 'mandatory-steps-open',
        waitsFor: [
          {
            title: 'Chọn cơ sở tiếp nhận',
            taskId: view.tasks.find(({ stepId }) => stepId === 'choose-facility')?.id,
          },
        ],
      },
    ]);
    const tried = await command(coordinator, view, {
      type: 'close-case',
      outcome: 'in-social-protection',
      ground: { code: 'path-complete' },
    });
    expect(said(tried).code).toBe('mandatory-steps-open');
    expect((await seenBy(commune, subject.id)).refused).toEqual([]);
  });
});
