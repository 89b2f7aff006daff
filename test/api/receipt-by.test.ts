import type { Agent } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { aReport, apiWorld, base, change, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let coordinator: Agent;
beforeAll(async () => {
  api = await apiWorld();
  coordinator = await api.as('coordinator');
});
afterAll(() => api.stop());

/** Who must do what in a case that this account has just registered. */
async function dutiesAfter(
  username: string,
  facts: Record<string, string> = {},
): Promise<readonly (readonly [step: string, agency: string | undefined])[]> {
  const answer = await change(await api.as(username), '/cases', aReport({ facts }));
  expect(answer.status).toBe(201);
  const { id } = answer.body as CaseView;
  const view = (await coordinator.get(`${base}/cases/${id}`)).body as CaseView;
  return view.tasks.map(({ stepId, agency }) => [stepId, agency?.name]);
}

test('the police that register a report bring the person themselves, told so or not', async () => {
  const own = [['bring-from-police', 'Công an thành phố Hà Nội']];
  expect(await dutiesAfter('police')).toEqual(own);
  expect(await dutiesAfter('police', { receivedBy: 'police' })).toEqual(own);
});

test('what the commune writes down for the police is the duty of the police nearest to it', async () => {
  const [duty] = await dutiesAfter('commune', { receivedBy: 'police' });
  expect(duty?.[0]).toBe('bring-from-police');
  expect(duty?.[1]).toMatch(/^Công an phường/);
});

test('the police that write down what the commune received have nobody to bring', async () => {
  expect((await dutiesAfter('police', { receivedBy: 'commune' })).map(([step]) => step)).toEqual([
    'register-report',
  ]);
});

test('the Coast Guard has a body, and another organisation the commune that sees to it', async () => {
  expect(await dutiesAfter('commune', { receivedBy: 'coast-guard' })).toEqual([
    ['bring-from-coast-guard', 'Bộ Tư lệnh Cảnh sát biển Việt Nam'],
  ]);
  expect(await dutiesAfter('commune', { receivedBy: 'other' })).toEqual([
    ['bring-from-other', 'Ủy ban nhân dân phường Hoàn Kiếm'],
  ]);
});
