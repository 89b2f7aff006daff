import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { caseActions, extentOf, policy } from '../../domain/access/policy.js';
import { relations, type Relation } from '../../domain/access/relation.js';
import { hash } from '@node-rs/argon2';
import { apiRoutes } from '../../api/routes/all.js';
import type { CaseView } from '../../api/contract/case.js';
import { derivedUuid } from '../../domain/ids.js';
import { passwordCost } from '../../api/sign-in-desk.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { said, aReport, apiWorld, base, change, command, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let view: CaseView;

/**
 * One case, registered by the hotline, received by the commune, with the authority. Who is what to it:
 * `shelter` and `police` are nothing; `supervisor.other` supervises another province.
 */
const personas = {
  coordinator: 'coordinator',
  supervisor: 'supervisor',
  commune: 'holder',
  hotline: 'registrar',
  auditor: 'auditor',
  admin: 'stranger',
  police: 'stranger',
  shelter: 'stranger',
  'coordinator.2014': 'stranger',
  'supervisor.other': 'stranger',
} as const satisfies Record<string, Relation | 'stranger'>;
type Persona = keyof typeof personas;
const names = Object.keys(personas) as Persona[];

beforeAll(async () => {
  api = await apiWorld();
  await addSupervisorOfAnotherProvince();
  const registered = await change(
    await api.as('hotline'),
    '/cases',
    aReport({ person: { fullName: 'Người Mẫu', story: 'mẫu' }, facts: { isMinor: false } }),
  );
  expect(registered.status).toBe(201);
  const commune = await api.as('commune');
  view = (await commune.get(`${base}/cases/${said(registered).id}`)).body as CaseView;
});
afterAll(() => api.stop());

async function addSupervisorOfAnotherProvince(): Promise<void> {
  const agency = await api.database.agency.findFirstOrThrow({
    where: { code: { startsWith: 'CB-' }, level: 'province', sector: 'health' },
  });
  await api.database.account.create({
    data: {
      id: derivedUuid('account:supervisor.other'),
      username: 'supervisor.other',
      title: 'Lãnh đạo Sở Y tế tỉnh khác',
      passwordHash: await hash(demoPassphrase, passwordCost),
      agencyId: agency.id,
      roles: ['supervisor'],
    },
  });
}

/** What the policy lets a relation do, as the status of the answer. */
const expected = (persona: Persona, action: (typeof caseActions)[number]): number => {
  const relation = personas[persona];
  if (relation === 'stranger') return 404;
  return extentOf(action, [relation]) === 'none' ? 403 : 200;
};

const reads = [
  ['see-case', ''],
  ['see-timeline', '/timeline'],
  ['see-deadlines', '/deadlines'],
  ['see-accesses', '/accesses'],
  ['see-person', '/person?purpose=handle-task'],
] as const;

describe('one case, asked for by everybody', () => {
  test.each(names.flatMap((persona) => reads.map(([action, path]) => [persona, action, path] as const)))(
    '%s: %s',
    async (persona, action, path) => {
      const answer = await (await api.as(persona)).get(`${base}/cases/${view.id}${path}`);
      expect(answer.status).toBe(expected(persona, action));
      if (answer.status >= 400)
        expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${view.code}|Người Mẫu|self-report`));
    },
  );

  test.each(names)('%s: changing the person record', async (persona) => {
    const agent = await api.as(persona);
    const answer = await agent
      .patch(`${base}/cases/${view.id}/person?purpose=correct-record`)
      .send({ language: 'Tiếng Việt' });
    expect(answer.status).toBe(expected(persona, 'change-person'));
  });

  test.each(names)('%s: asking something of it', async (persona) => {
    const agent = await api.as(persona);
    const note = { type: 'add-note', text: 'mẫu', visibility: 'coordinators' };
    const before = await api.database.caseEvent.count({ where: { caseId: view.id } });
    const answer = await command(agent, { id: view.id, version: 1_000 }, note);
    const status = expected(persona, 'submit-command');
    expect(answer.status).toBe(status === 200 ? 412 : status);
    expect(await api.database.caseEvent.count({ where: { caseId: view.id } })).toBe(before);
  });

  test.each(names)('%s: moving its clock, which is no rehearsal', async (persona) => {
    const answer = await change(await api.as(persona), `/rehearsals/${view.id}/fast-forward`, { days: 1 });
    expect(answer.status).toBe(personas[persona] === 'stranger' ? 404 : 403);
  });

  test.each(names)(
    '%s: the list of cases and the list of tasks show what the single look-up shows',
    async (persona) => {
      const agent = await api.as(persona);
      const single = await agent.get(`${base}/cases/${view.id}`);
      const list = await agent.get(`${base}/cases?limit=100`);
      const listed =
        list.status === 200 && (said(list).items as { id: string }[]).some(({ id }) => id === view.id);
      expect(listed).toBe(single.status === 200);
      const tasks = single.status === 200 ? (single.body as CaseView).tasks.map(({ id }) => id) : [];
      for (const { id } of view.tasks) {
        expect((await agent.get(`${base}/tasks/${id}`)).status).toBe(tasks.includes(id) ? 200 : 404);
      }
    },
  );
});

describe('without a session', () => {
  test.each(
    apiRoutes
      .filter(({ permission }) => permission !== 'anyone')
      .map(({ method, path }) => [method, path] as const),
  )('%s %s is refused', async (method, path) => {
    const address = `${base}${path.replaceAll(/\{\w+\}/g, randomUUID())}`;
    const answer = await request(api.app)[method](address).set('Idempotency-Key', randomUUID());
    expect([answer.status, said(answer).code]).toEqual([401, 'no-session']);
  });
});

describe('what an agency sees of a case', () => {
  test('its own tasks, the facts they need, the province, and nobody is named that it need not know', async () => {
    const seen = (await (await api.as('commune')).get(`${base}/cases/${view.id}`)).body as CaseView;
    const agencies = new Set(seen.tasks.map(({ agency }) => agency?.id));
    expect(agencies.size).toBe(1);
    expect(seen.receivedPlace?.code).toBe('p:01');
    expect(seen.locked).toEqual([]);
    expect(seen.tasksSeen).toBe('own');
    const whole = (await (await api.as('coordinator')).get(`${base}/cases/${view.id}`)).body as CaseView;
    expect(whole.tasksSeen).toBe('all');
    expect(whole.receivedPlace?.code).toBe('c:00070');
    expect(Object.keys(whole.facts)).toEqual(expect.arrayContaining(Object.keys(seen.facts)));
  });

  test('of the registrar only that there is a case, and what it did itself', async () => {
    const seen = (await (await api.as('hotline')).get(`${base}/cases/${view.id}`)).body as CaseView;
    expect([seen.tasks, seen.facts, seen.permitted]).toEqual([[], {}, []]);
  });

  test('protected facilities have no name for those who need not know it, and cannot be found by it', async () => {
    const path = `${base}/agencies?role=social-facility&place=c:00070`;
    const known = await (await api.as('coordinator')).get(path);
    const [facility] = said(known).items as { id: string; name: string }[];
    expect(facility?.name).not.toContain('bảo mật');
    const masked = await (await api.as('police')).get(`${base}/agencies?role=social-facility&limit=100`);
    expect(JSON.stringify(masked.body)).not.toContain(facility?.name);
    const byName = await (
      await api.as('police')
    ).get(`${base}/agencies?q=${encodeURIComponent(facility?.name ?? '')}`);
    expect(JSON.stringify(byName.body)).not.toContain(facility?.id);
    const itself = await (await api.as('shelter')).get(`${base}/agencies?role=social-facility&limit=100`);
    expect(said(itself).items.filter(({ name }) => !String(name).includes('bảo mật')).length).toBe(1);
  });
});

describe('who looked', () => {
  test('is told newest first, page by page, with the purpose and the names of the fields, never a value', async () => {
    const coordinator = await api.as('coordinator');
    const read = await coordinator.get(`${base}/cases/${view.id}/person?purpose=contact`);
    expect(read.status).toBe(200);
    const path = `${base}/cases/${view.id}/accesses`;
    const supervisor = await api.as('supervisor');
    const [newest] = said(await supervisor.get(`${path}?kind=reads&limit=1`)).items;
    expect(newest).toMatchObject({
      action: 'read-person',
      title: 'xem thông tin cá nhân',
      purpose: 'contact',
      actor: { kind: 'user', title: 'Chuyên viên điều phối, Sở Y tế Hà Nội', agency: 'Sở Y tế Hà Nội' },
    });
    expect(newest?.['fields']).toContain('fullName');
    const whole = said(await supervisor.get(`${path}?limit=100`)).items;
    expect(JSON.stringify(whole)).not.toContain('Người Mẫu');
    const paged: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = said(await supervisor.get(`${path}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`));
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(3);
    for (const wrong of ['cursor=x1', 'kind=some', 'limit=0', 'who=me'])
      expect((await supervisor.get(`${path}?${wrong}`)).status).toBe(422);
  });
});

describe('the posts of an agency', () => {
  const officers = async (persona: string, username: string) => {
    const { agencyId } = await api.database.account.findUniqueOrThrow({ where: { username } });
    return (await api.as(persona)).get(`${base}/agencies/${String(agencyId)}/officers`);
  };

  test('are told to its own staff, to coordinators and supervisors, to nobody else', async () => {
    const own = await officers('police', 'police');
    expect(said(own).items).toEqual([
      { id: expect.any(String), title: 'Cán bộ xác minh, Công an thành phố Hà Nội', roles: ['officer'] },
    ]);
    for (const persona of ['coordinator', 'supervisor'])
      expect((await officers(persona, 'police')).body).toEqual(own.body);
    for (const persona of ['commune', 'admin', 'auditor'])
      expect((await officers(persona, 'police')).status).toBe(403);
  });
  test('of a protected facility: to itself and to those who know it; for others there is none', async () => {
    for (const persona of ['shelter', 'coordinator'])
      expect((await officers(persona, 'shelter')).status).toBe(200);
    for (const persona of ['police', 'auditor'])
      expect((await officers(persona, 'shelter')).status).toBe(404);
    expect(
      (await (await api.as('coordinator')).get(`${base}/agencies/${randomUUID()}/officers`)).status,
    ).toBe(404);
    expect((await (await api.as('coordinator')).get(`${base}/agencies/x/officers`)).status).toBe(404);
  });
  test('name nobody whose account is disabled', async () => {
    const id = randomUUID();
    const { agencyId } = await api.database.account.findUniqueOrThrow({ where: { username: 'police' } });
    await api.database.account.create({
      data: {
        id,
        username: 'gone',
        title: 'Cán bộ cũ',
        passwordHash: 'x',
        agencyId,
        roles: ['officer'],
        disabledAt: new Date(),
      },
    });
    expect(JSON.stringify((await officers('police', 'police')).body)).not.toContain(id);
  });
});

describe('who is excluded', () => {
  test('does not know of the case from the next request on, in no list and no count', async () => {
    const commune = await api.as('commune');
    const coordinator = await api.as('coordinator');
    const fresh = (await change(commune, '/cases', aReport())).body as CaseView;
    const count = async () => said(await commune.get(`${base}/dashboard`)).cases.open;
    const before = await count();
    const holder = fresh.tasks[0]?.agency?.id;
    const excluded = await command(coordinator, fresh, {
      type: 'exclude',
      agencyId: holder,
      ground: { code: 'suspected-involvement', text: 'mẫu' },
    });
    expect(excluded.status).toBe(200);
    for (const path of ['', '/timeline', '/person?purpose=handle-task']) {
      expect((await commune.get(`${base}/cases/${fresh.id}${path}`)).status).toBe(404);
    }
    expect(
      (await command(commune, fresh, { type: 'add-note', text: 'mẫu', visibility: 'agencies' })).status,
    ).toBe(404);
    const listed = await Promise.all(
      ['cases', 'tasks', 'tasks?box=done'].map((list) => commune.get(`${base}/${list}`)),
    );
    expect(JSON.stringify(listed.map(({ body }) => body as unknown))).not.toContain(fresh.id);
    expect(await count()).toBe(before - 1);
  });
});

describe('the policy', () => {
  test('denies what it does not list', () => {
    for (const action of caseActions) expect(extentOf(action, [])).toBe('none');
    expect(
      extentOf('see-person', ['supervisor', 'auditor', 'registrar', 'administrator', 'past-holder']),
    ).toBe('none');
  });
  test('gives the widest of several relations', () => {
    for (const action of caseActions) {
      const row: Partial<Record<Relation, string>> = policy[action];
      const widest = ['all', 'needed', 'own', 'none'].find((extent) =>
        relations.some((relation) => (row[relation] ?? 'none') === extent),
      );
      expect(extentOf(action, relations)).toBe(widest);
    }
  });
});
