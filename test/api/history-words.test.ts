import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CaseView } from '../../api/contract/case.js';
import type { EventView } from '../../api/contract/event.js';
import type { TaskView } from '../../api/contract/task.js';
import { others } from '../browser/prepared-case.js';
import { aReport, apiWorld, base, change, command, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let server: Server;
beforeAll(async () => {
  api = await apiWorld();
  server = await new Promise<Server>((resolve) => {
    const listening = api.app.listen(0, '127.0.0.1', () => {
      resolve(listening);
    });
  });
}, 120_000);
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await api.stop();
});

const caseAs = async (who: string, id: string): Promise<CaseView> =>
  (await (await api.as(who)).get(`${base}/cases/${id}`)).body as CaseView;

async function act(who: string, id: string, body: object): Promise<EventView | undefined> {
  const answer = await command(await api.as(who), await caseAs(who, id), body);
  expect([answer.status, answer.status === 200 ? '' : answer.body]).toEqual([200, '']);
  return (said(answer).events as EventView[])[0];
}

const timeline = async (who: string, id: string): Promise<EventView[]> =>
  said(await (await api.as(who)).get(`${base}/cases/${id}/timeline?limit=100`))
    .items as unknown as EventView[];

test('a facility that was chosen and declined: by its name for those who may know it, with the reason in words', async () => {
  const { port } = server.address() as AddressInfo;
  const { caseId, task } = await others(`http://127.0.0.1:${String(port)}`).until('shelter-admission', {
    facts: { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese', wantsShelter: true },
  });
  const { tasks } = await caseAs('coordinator', caseId);
  const chosen = tasks.find(({ stepId }) => stepId === 'choose-facility');
  const answered = async (who: string): Promise<EventView | undefined> =>
    ((await (await api.as(who)).get(`${base}/tasks/${chosen?.id ?? ''}`)).body as TaskView).answered;
  const name = tasks.find(({ id }) => id === task.id)?.agency?.name ?? '';
  expect(name).not.toBe('');
  for (const who of ['coordinator', 'supervisor'])
    expect((await answered(who))?.answers?.[0]).toMatchObject({ title: 'Cơ sở', words: name });
  const declined = await act('shelter', caseId, {
    type: 'decline-task',
    taskId: task.id,
    reason: 'no-place',
  });
  expect(declined).toMatchObject({ type: 'task-declined', detail: 'Lý do: Không còn chỗ' });
  const inEnglish = await (
    await api.as('coordinator')
  )
    .get(`${base}/cases/${caseId}/timeline?limit=100`)
    .set('Accept-Language', 'en');
  expect(JSON.stringify(inEnglish.body)).toContain('"detail":"Reason: No free place"');
  expect(JSON.stringify(await timeline('supervisor', caseId))).toContain(name);
  expect(JSON.stringify([await answered('auditor'), await timeline('auditor', caseId)])).not.toContain(name);
});

test('a report to superiors: its level, what was done about it and until when; a new agency and why', async () => {
  const coordinator = await api.as('coordinator');
  const registered = await change(coordinator, '/cases', aReport({ rehearsal: true }));
  const { id } = registered.body as CaseView;
  await change(coordinator, `/rehearsals/${id}/fast-forward`, { days: 9 });
  const view = await caseAs('supervisor', id);
  const [escalation] = view.escalations;
  // Nothing in the law says by when a report is received: neither the card nor the history tells the target as law.
  expect(escalation).toMatchObject({ serviceLevel: true });
  const told = (await timeline('supervisor', id)).filter(({ data }) => data['taskId'] === escalation?.taskId);
  const detailsOf = (type: string) => told.filter((event) => event.type === type).map(({ detail }) => detail);
  expect(detailsOf('task-opened')).toEqual([
    expect.stringMatching(/^Giao cho: .* · Hạn: .* \(mốc nội bộ\)$/),
  ]);
  expect(detailsOf('rung-reached')).toContain('Quá mốc nội bộ, không phải thời hạn luật định');
  expect(new Set(detailsOf('escalation-raised'))).toEqual(
    new Set(['Quá mốc nội bộ, không phải thời hạn luật định']),
  );
  const taskId = escalation?.taskId ?? '';
  const title = view.tasks.find((task) => task.id === taskId)?.title ?? '';
  const past = await command(await api.as('supervisor'), view, {
    type: 'acknowledge-escalation',
    escalationId: escalation?.id,
    action: 'wait-until',
    until: view.openedAt,
  });
  expect([past.status, said(past).errors]).toMatchObject([422, [{ pointer: '/until', code: 'day-from' }]]);
  const acknowledged = await act('supervisor', id, {
    type: 'acknowledge-escalation',
    escalationId: escalation?.id,
    action: 'wait-until',
    until: new Date(Date.now() + 11 * 86_400_000).toISOString(),
  });
  expect(acknowledged?.title).toBe(
    `Đã xử lý báo cáo cấp trên mức ${String(escalation?.level ?? 0)}: ${title}`,
  );
  expect(acknowledged?.detail).toMatch(/^Chờ thêm · Đến \d\d\/\d\d\/\d{4} \d\d:\d\d$/);
  const [, later] = view.escalations;
  await act('supervisor', id, {
    type: 'acknowledge-escalation',
    escalationId: later?.id,
    action: 'nudged',
  });
  const acted = `${base}/escalations?acknowledged=true&rehearsal=true&limit=1`;
  const supervisor = await api.as('supervisor');
  const newest = said(await supervisor.get(acted));
  const before = said(await supervisor.get(`${acted}&cursor=${String(newest.next)}`));
  expect([newest, before].map(({ items }) => items[0])).toMatchObject([
    { id: later?.id },
    { id: escalation?.id },
  ]);
  const { id: agencyId } = await api.database.agency.findFirstOrThrow({ where: { code: 'HN-UBND-00004' } });
  await act('coordinator', id, { type: 'record-place', kind: 'reception', place: 'c:00004' });
  const reassigned = await act('coordinator', id, {
    type: 'reassign-task',
    taskId,
    agencyId,
    ground: { code: 'misdirected' },
  });
  expect(reassigned?.detail).toMatch(/^Cơ quan mới: Ủy ban nhân dân .* · Căn cứ: Giao nhầm cơ quan$/);
});
