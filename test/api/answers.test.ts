import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnswerView, EventView } from '../../api/contract/event.js';
import type { CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';
import { others, type Prepared } from '../browser/prepared-case.js';
import { apiWorld, base, command, said, type ApiWorld } from './api-world.js';

/** A case at the police: the coordinator asked for verification, the police answered, with a letter and a note. */
let api: ApiWorld;
let server: Server;
let prepared: Prepared;
let asked: TaskView;
const note = 'Chỉ người liên quan được đọc.';

beforeAll(async () => {
  api = await apiWorld();
  server = await new Promise<Server>((resolve) => {
    const listening = api.app.listen(0, '127.0.0.1', () => {
      resolve(listening);
    });
  });
  const { port } = server.address() as AddressInfo;
  prepared = await others(`http://127.0.0.1:${String(port)}`).until('police-verification');
  asked = await taskOf('request-verification');
  await act('police', { type: 'extend-deadline', ground: { code: 'complex' } });
  await act('police', {
    type: 'complete-task',
    outcome: 'insufficient-grounds',
    fields: { letter: '12/CV-CA', note },
  });
}, 120_000);
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await api.stop();
});

async function seen(): Promise<CaseView> {
  return (await (await api.as('coordinator')).get(`${base}/cases/${prepared.caseId}`)).body as CaseView;
}

async function taskOf(stepId: string): Promise<TaskView> {
  const task = (await seen()).tasks.find((each) => each.stepId === stepId);
  if (task === undefined) throw new Error(`there is no task of ${stepId}`);
  return task;
}

async function act(who: string, body: object): Promise<EventView> {
  const ofCase = ['record-fact', 'exclude'].some((type) => JSON.stringify(body).includes(`"${type}"`));
  const asked = { ...(ofCase ? {} : { taskId: prepared.task.id }), ...body };
  const answer = await command(await api.as(who), await seen(), asked);
  expect([answer.status, answer.status === 200 ? '' : answer.body]).toEqual([200, '']);
  const [event] = said(answer).events as EventView[];
  if (event === undefined) throw new Error('nothing happened');
  return event;
}

async function answered(who: string, taskId: string): Promise<EventView | undefined> {
  const answer = await (await api.as(who)).get(`${base}/tasks/${taskId}`);
  expect(answer.status).toBe(200);
  return (answer.body as TaskView).answered;
}

async function timeline(who: string, query = ''): Promise<EventView[]> {
  const path = `${base}/cases/${prepared.caseId}/timeline?limit=100${query}`;
  return said(await (await api.as(who)).get(path)).items as unknown as EventView[];
}

const told = (answers: readonly AnswerView[] | undefined) =>
  answers?.map(({ title, words }) => [title, words]);

describe('what was answered in the form of an ended task', () => {
  test('is read by the coordinator field by field, in words, and can be said again as it was', async () => {
    const event = await answered('coordinator', asked.id);
    expect(event).toMatchObject({ type: 'task-completed', outcome: 'Đã gửi đề nghị' });
    expect(told(event?.answers)?.[0]).toEqual(['Nơi cư trú', 'Phường Hoàn Kiếm, Thành phố Hà Nội']);
    expect(event?.answers?.[0]?.value).toBe('c:00070');
  });

  test.each(['police', 'coordinator', 'supervisor'])(
    '%s reads the sealed parts of it one by one',
    async (who) => {
      const event = await answered(who, prepared.task.id);
      expect(event?.answers?.map(({ id, words }) => [id, words])).toEqual([
        ['letter', undefined],
        ['note', undefined],
      ]);
      const textId = event?.answers?.find(({ id }) => id === 'note')?.textId ?? '';
      const path = `${base}/cases/${prepared.caseId}/texts/${textId}?purpose=handle-task`;
      expect((await (await api.as(who)).get(path)).body).toMatchObject({ text: note });
    },
  );

  test('an auditor learns that it was answered and how it ended, not what stands in it', async () => {
    for (const taskId of [asked.id, prepared.task.id]) {
      const event = await answered('auditor', taskId);
      expect(event?.outcome).toBeDefined();
      expect([event?.answers, event?.data['fields'], event?.texts]).toEqual([undefined, undefined, []]);
    }
    expect(JSON.stringify(await timeline('auditor'))).not.toMatch(/textId":"|Phường Hoàn Kiếm|c:00070/);
  });

  test('a correction keeps the sealed parts that it leaves untouched, and asks for no letter a second time', async () => {
    const before = await answered('police', prepared.task.id);
    const sealed = (event: EventView | undefined) =>
      Object.fromEntries(event?.answers?.map(({ id, textId }) => [id, textId]) ?? []);
    const correct = (fields: object) =>
      act('police', {
        type: 'correct-outcome',
        outcome: 'insufficient-grounds',
        fields,
        ground: { code: 'entered-in-error' },
      });
    await correct({});
    expect(sealed(await answered('police', prepared.task.id))).toEqual(sealed(before));
    await correct({ note: 'Ghi lại.' });
    const after = sealed(await answered('coordinator', prepared.task.id));
    expect(after['letter']).toBe(sealed(before)['letter']);
    expect(after['note']).not.toBe(sealed(before)['note']);
    const path = `${base}/cases/${prepared.caseId}/texts/${after['letter'] ?? ''}?purpose=handle-task`;
    expect((await (await api.as('police')).get(path)).body).toMatchObject({ text: '12/CV-CA' });
    await correct({ note });
  });

  test('another agency of the case knows nothing of that task', async () => {
    expect((await (await api.as('commune')).get(`${base}/tasks/${asked.id}`)).status).toBe(404);
    const events = await timeline('commune');
    expect(events.length).toBeGreaterThan(0);
    expect(events.some(({ data }) => data['taskId'] === asked.id)).toBe(false);
  });

  test('stands in the history too, and an open task has none', async () => {
    const event = (await timeline('coordinator')).find(
      ({ type, data }) => type === 'task-completed' && data['taskId'] === asked.id,
    );
    expect(told(event?.answers)?.[0]).toEqual(['Nơi cư trú', 'Phường Hoàn Kiếm, Thành phố Hà Nội']);
    const open = (await seen()).tasks.find(({ status }) => status === 'offered');
    expect(open).toBeDefined();
    expect(await answered('coordinator', open?.id ?? '')).toBeUndefined();
  });

  test('is what was corrected last', async () => {
    const fields = { residence: 'c:00004' };
    await act('coordinator', {
      type: 'correct-outcome',
      taskId: asked.id,
      outcome: 'requested',
      fields,
      ground: { code: 'entered-in-error' },
    });
    const event = await answered('coordinator', asked.id);
    expect(event).toMatchObject({ type: 'outcome-corrected', detail: 'Căn cứ: Nhập sai' });
    expect(event?.answers?.[0]?.value).toBe('c:00004');
  });
});

describe('the history tells the substance', () => {
  test('of a recorded fact its value and its ground, in the words of the procedure', async () => {
    const ground = { code: 'person-told-us', text: 'Nói qua điện thoại' };
    const event = await act('coordinator', { type: 'record-fact', fact: 'isMinor', value: false, ground });
    expect(event.detail).toBe('Không · Căn cứ: Người được tiếp nhận cho biết');
    expect(event.texts.map(({ title }) => title)).toEqual(['Nói rõ thêm về căn cứ']);
    const [hidden] = await timeline('auditor', '&kind=case');
    expect([hidden?.type, hidden?.detail, hidden?.texts]).toEqual([
      'fact-recorded',
      'Căn cứ: Người được tiếp nhận cho biết',
      [],
    ]);
  });

  test('of a deadline set anew its day and its ground; of an opened task for whom', async () => {
    const events = await timeline('coordinator');
    const extended = events.find(({ type }) => type === 'deadlines-set');
    expect(extended?.detail).toMatch(
      /^Gia hạn · Hạn: hết ngày \d\d\/\d\d\/\d{4} \(mốc nội bộ\) · Căn cứ: Vụ việc phức tạp$/,
    );
    const opened = events.find(
      ({ type, data }) => type === 'task-opened' && data['taskId'] === prepared.task.id,
    );
    expect(opened?.detail).toMatch(/^Giao cho: Công an/);
  });

  test('of an exclusion who, to those who may know, and a user never by name', async () => {
    const relative = await act('coordinator', {
      type: 'exclude',
      relative: 'spouse',
      ground: { code: 'suspected-involvement' },
    });
    expect(relative.detail).toBe('Vợ, chồng · Căn cứ: Nghi có liên quan đến vụ việc');
    const { id: userId } = await api.database.account.findUniqueOrThrow({ where: { username: 'shelter' } });
    const user = await act('coordinator', {
      type: 'exclude',
      userId,
      ground: { code: 'conflict-of-interest' },
    });
    expect(user.detail).toBe('Một cán bộ · Căn cứ: Có xung đột lợi ích');
    for (const who of ['auditor', 'police', 'commune'])
      expect((await timeline(who)).filter(({ type }) => type === 'excluded')).toEqual([]);
  });
});

describe('the history by kind', () => {
  test('holds all of one kind and nothing else, page by page', async () => {
    const whole = await timeline('coordinator');
    const of = await timeline('coordinator', '&kind=deadline');
    expect(of.length).toBeGreaterThan(0);
    expect(of.every(({ type }) => ['deadlines-set', 'rung-reached'].includes(type))).toBe(true);
    const first = said(
      await (
        await api.as('coordinator')
      ).get(`${base}/cases/${prepared.caseId}/timeline?limit=1&kind=deadline`),
    );
    expect(first.items).toEqual([of[0]]);
    const kinds = await Promise.all(
      ['task', 'deadline', 'escalation', 'case'].map((kind) => timeline('coordinator', `&kind=${kind}`)),
    );
    expect(kinds.flat().length).toBe(whole.length);
  });

  test('an unknown kind is refused', async () => {
    const path = `${base}/cases/${prepared.caseId}/timeline?kind=gossip`;
    expect((await (await api.as('coordinator')).get(path)).status).toBe(422);
  });
});
