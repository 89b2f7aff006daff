import { randomUUID } from 'node:crypto';
import type { Agent, Response } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import type { ConsentView } from '../../api/contract/consent.js';
import type { EventView } from '../../api/contract/event.js';
import { agencyIdOf } from '../../prisma/seed/reference.js';
import { aConsent, apiWorld, aReport, base, change, command, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let coordinator: Agent;
let commune: Agent;
beforeAll(async () => {
  api = await apiWorld();
  [coordinator, commune] = await Promise.all([api.as('coordinator'), api.as('commune')]);
});
afterAll(() => api.stop());

const lawyers = agencyIdOf('HN-TGPL');
const shelter = agencyIdOf('HN-TGXH');
const adult = { facts: { isMinor: false } };
const child = { facts: { isMinor: true } };
const heard = { givenBy: 'guardian', childView: 'agrees' } as const;

const seen = async (agent: Agent, { id }: { readonly id: string }): Promise<CaseView> =>
  (await agent.get(`${base}/cases/${id}`)).body as CaseView;
const registered = async (more: object = adult, agent = coordinator): Promise<CaseView> => {
  const answer = await change(agent, '/cases', aReport({ ...more }));
  expect([answer.status, said(answer).errors]).toEqual([201, undefined]);
  return seen(coordinator, said(answer));
};
const recorded = async (view: CaseView, more: object = {}, agent = coordinator): Promise<CaseView> => {
  const answer = await command(agent, view, { type: 'record-consent', ...aConsent, ...more });
  expect([answer.status, said(answer).errors]).toEqual([200, undefined]);
  return seen(coordinator, view);
};
const withdraw = (agent: Agent, view: CaseView, consentId: string | undefined) =>
  command(agent, view, { type: 'withdraw-consent', consentId });
const only = ({ consents }: CaseView): ConsentView => {
  const [consent, ...others] = consents;
  if (consent === undefined || others.length > 0) throw new Error('not exactly one consent');
  return consent;
};
const problem = (answer: Response) => [
  answer.status,
  said(answer).code,
  (said(answer).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).join(),
];

describe('a consent', () => {
  test('is recorded, stands in the case with all its terms, and is withdrawn by one command', async () => {
    const view = await recorded(await registered(), { expiresOn: '2099-12-31' });
    expect(only(view)).toMatchObject({
      standing: 'in-force',
      scope: ['identity', 'needs'],
      recipients: [{ agency: { id: lawyers, name: 'Trung tâm trợ giúp pháp lý nhà nước thành phố Hà Nội' } }],
      purpose: 'legal-aid',
      expiresOn: '2099-12-31',
      givenBy: 'person',
      proof: 'signed',
      recordedBy: { name: 'Sở Y tế Hà Nội' },
    });
    const answer = await withdraw(coordinator, view, only(view).id);
    expect([answer.status, only((answer.body as { case: CaseView }).case)]).toMatchObject([
      200,
      { standing: 'withdrawn', withdrawnAt: expect.any(String) },
    ]);
    const again = await withdraw(coordinator, await seen(coordinator, view), only(view).id);
    expect(problem(again)).toEqual([409, 'consent-withdrawn', '']);
  });

  test('has its evidence sealed; whoever reads it is written down', async () => {
    const view = await recorded(await registered());
    const path = `${base}/cases/${view.id}/texts/${String(only(view).evidenceTextId)}?purpose=handle-task`;
    const opened = await coordinator.get(path);
    expect(opened.body).toMatchObject({ kind: 'evidence', text: aConsent.evidence });
    expect(await api.database.audit.count({ where: { caseId: view.id, action: 'read-text' } })).toBe(1);
    expect((await commune.get(path)).status).toBe(404); // its task needs none of it
    expect((await api.database.sealedText.findFirstOrThrow({ where: { caseId: view.id } })).kind).toBe(
      'evidence',
    );
  });

  test('is told in the history in both languages, and to an auditor without whom it names', async () => {
    const view = await recorded(await registered());
    await withdraw(coordinator, view, only(view).id);
    const told = async (agent: Agent, language: string) => {
      const answer = await agent.get(`${base}/cases/${view.id}/timeline`).set('Accept-Language', language);
      return (answer.body as { items: EventView[] }).items
        .filter(({ type }) => type.startsWith('consent-'))
        .map(({ title, detail, data }) => [title, detail, 'recipients' in data]);
    };
    expect(await told(coordinator, 'vi')).toEqual([
      ['Rút sự đồng ý', 'Trợ giúp pháp lý', false],
      ['Ghi nhận sự đồng ý', 'Trợ giúp pháp lý · Trung tâm trợ giúp pháp lý nhà nước thành phố Hà Nội', true],
    ]);
    expect(await told(await api.as('auditor'), 'en')).toEqual([
      ['Consent withdrawn', 'Legal aid', false],
      ['Consent recorded', 'Legal aid', false],
    ]);
    expect(await told(commune, 'vi')).toEqual([]);
  });

  test('that was due to end yesterday is expired today', async () => {
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
    const report = {
      ...adult,
      receivedAt: day(9),
      consents: [{ ...aConsent, expiresOn: day(2).slice(0, 10) }],
    };
    expect(only(await registered(report)).standing).toBe('expired');
  });
});

describe('who may', () => {
  test('an agency that holds a task records what the person told it, but nothing in its own favour', async () => {
    const view = await registered();
    const own = { recipients: [{ agencyId: agencyIdOf('HN-UBND-00070') }] };
    const inOwnFavour = await command(commune, view, { type: 'record-consent', ...aConsent, ...own });
    expect(problem(inOwnFavour)).toEqual([422, 'field-invalid', '/recipients/0/agencyId recipient-own']);
    const after = await recorded(view, {}, commune);
    expect(only(after).recordedBy?.name).toBe('Ủy ban nhân dân phường Hoàn Kiếm');
    expect(only(await seen(commune, view)).evidenceTextId).toBeDefined();
  });

  test('an agency sees what it recorded itself, and no consent for others', async () => {
    const view = await recorded(await recorded(await registered(), {}, commune), { purpose: 'shelter' });
    expect(view.consents.map(({ purpose }) => purpose).sort()).toEqual(['legal-aid', 'shelter']);
    const theirs = await seen(commune, view);
    expect([
      only(theirs).purpose,
      theirs.permitted.filter(({ type }) => type === 'withdraw-consent'),
    ]).toEqual(['legal-aid', [{ type: 'withdraw-consent', consentId: only(theirs).id }]]);
    const other = view.consents.find(({ purpose }) => purpose === 'shelter')?.id;
    expect(problem(await withdraw(commune, view, other))).toEqual([404, 'unknown-consent', '']);
  });

  test('a recipient sees that it may be told, and not who else is; a protected one has no name for it', async () => {
    const recipients = [{ agencyId: shelter }, { agencyId: agencyIdOf('HN-UBND-00070') }];
    const view = await recorded(await registered(), { recipients });
    const theirs = only(await seen(commune, view));
    expect(theirs.recipients).toEqual([
      { agency: { id: agencyIdOf('HN-UBND-00070'), name: 'Ủy ban nhân dân phường Hoàn Kiếm' } },
    ]);
    expect(theirs.evidenceTextId).toBeUndefined();
    expect(JSON.stringify(await seen(commune, view))).not.toContain(shelter);
    const told = await commune.get(`${base}/cases/${view.id}/timeline`);
    expect(said(told).items.map(({ type }) => type)).toContain('consent-recorded');
    expect(JSON.stringify(told.body)).not.toContain(shelter);
    const audited = only(await seen(await api.as('auditor'), view));
    expect(audited.recipients.map(({ agency }) => agency?.id ?? null)).toContain(null);
  });

  test('the hotline, which holds no task, takes back what a caller gave there', async () => {
    const hotline = await api.as('hotline');
    const view = await registered({ ...adult, consents: [aConsent] }, hotline);
    const theirs = await seen(hotline, view);
    expect(theirs.permitted).toEqual([{ type: 'withdraw-consent', consentId: only(view).id }]);
    expect((await withdraw(hotline, view, only(view).id)).status).toBe(200);
    const note = { type: 'add-note', text: 'mẫu', visibility: 'agencies' };
    expect((await command(hotline, await seen(coordinator, view), note)).status).toBe(403);
  });

  test('strangers learn nothing of it', async () => {
    const view = await recorded(await registered());
    for (const stranger of ['legal-aid', 'police', 'shelter'])
      expect((await withdraw(await api.as(stranger), view, only(view).id)).status).toBe(404);
  });
});

describe('at the registration', () => {
  test('what the person agreed to is recorded with the case, in the same act', async () => {
    const family = {
      ...aConsent,
      purpose: 'family-contact',
      recipients: [{ relative: 'sibling' }, { relative: 'grandparent' }],
    };
    const view = await registered({
      ...child,
      consents: [
        { ...aConsent, ...heard },
        { ...family, ...heard },
      ],
    });
    expect(view.consents.map(({ purpose, standing }) => `${purpose} ${standing}`).sort()).toEqual([
      'family-contact in-force',
      'legal-aid in-force',
    ]);
    expect(view.consents.find(({ purpose }) => purpose === 'family-contact')?.recipients).toEqual([
      { relative: 'sibling' },
      { relative: 'grandparent' },
    ]);
  });

  test('sent twice it is recorded once', async () => {
    const key = randomUUID();
    const report = aReport({ ...adult, consents: [aConsent] });
    const answers = await Promise.all(
      [1, 2].map(() => change(coordinator, '/cases', report).set('Idempotency-Key', key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await seen(coordinator, { id: key })).consents).toHaveLength(1);
    expect(await api.database.sealedText.count({ where: { caseId: key } })).toBe(1);
  });

  test.each([
    [
      'a child that agrees alone',
      { ...child, consents: [aConsent] },
      [422, 'field-invalid', '/consents/0/givenBy not-listed'],
    ],
    [
      'a child that was not heard',
      { ...child, consents: [{ ...aConsent, givenBy: 'parent' }] },
      [422, 'field-required', '/consents/0/childView required'],
    ],
    [
      'whoever must not know',
      {
        ...adult,
        exclusions: [{ agencyId: lawyers, ground: { code: 'suspected-involvement' } }],
        consents: [aConsent],
      },
      [409, 'agency-excluded', ''],
    ],
    [
      'a second one that ends before the receipt',
      { ...adult, consents: [aConsent, { ...aConsent, expiresOn: '2020-01-01' }] },
      [422, 'field-invalid', '/consents/1/expiresOn day-from'],
    ],
  ])('with %s nothing is registered, and nothing is left', async (_what, report, refusal) => {
    const key = randomUUID();
    const answer = await change(coordinator, '/cases', aReport(report)).set('Idempotency-Key', key);
    expect(problem(answer)).toEqual(refusal);
    expect(await api.database.caseRow.count({ where: { id: key } })).toBe(0);
    expect(await api.database.sealedText.count({ where: { caseId: key } })).toBe(0);
  });
});

describe('what is no consent', () => {
  let view: CaseView;
  beforeAll(async () => {
    view = await registered();
  });
  test.each([
    ['no scope', { scope: [] }, '/scope too-short'],
    ['an unknown scope', { scope: ['everything'] }, '/scope/0 not-listed'],
    ['a scope twice', { scope: ['health', 'health'] }, '/scope twice'],
    ['nobody', { recipients: [] }, '/recipients too-short'],
    [
      'an unknown agency',
      { recipients: [{ agencyId: randomUUID() }] },
      '/recipients/0/agencyId agency-unknown',
    ],
    ['neither agency nor relative', { recipients: [{}] }, '/recipients/0 one-of'],
    [
      'both at once',
      { recipients: [{ agencyId: lawyers, relative: 'parent' }], purpose: 'family-contact' },
      '/recipients/0 one-of',
    ],
    [
      'the same agency twice',
      { recipients: [{ agencyId: lawyers }, { agencyId: lawyers }] },
      '/recipients twice',
    ],
    ['a relative for legal aid', { recipients: [{ relative: 'parent' }] }, '/recipients/0 recipient-purpose'],
    ['an agency as family', { purpose: 'family-contact' }, '/recipients/0 recipient-purpose'],
    ['a name as a recipient', { recipients: [{ relative: 'Cô Hai' }] }, '/recipients/0/relative not-listed'],
    ['no purpose', { purpose: undefined }, '/purpose required'],
    ['a purpose of its own', { purpose: 'whatever' }, '/purpose not-listed'],
    ['30 February', { expiresOn: '2027-02-30' }, '/expiresOn day'],
    ['a day before it was given', { expiresOn: '2020-01-01' }, '/expiresOn day-from'],
    ['no evidence', { evidence: '' }, '/evidence too-short'],
    ['an unknown proof', { proof: 'rumour' }, '/proof not-listed'],
    ['an unknown giver', { givenBy: 'neighbour' }, '/givenBy not-listed'],
    ['a parent for an adult', { givenBy: 'parent' }, '/givenBy not-listed'],
    ['a view of a child that is none', { childView: 'agrees' }, '/childView invalid'],
    ['a control character', { evidence: 'a\u0007b' }, '/evidence characters'],
    ['an unknown key', { silent: true }, '/silent unknown-key'],
  ])('%s', async (_what, more, error) => {
    const answer = await command(coordinator, view, { type: 'record-consent', ...aConsent, ...more });
    expect([answer.status, said(answer).errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      [error],
    ]);
    const now = await seen(coordinator, view);
    expect([now.version, now.consents]).toEqual([view.version, []]);
    expect(await api.database.sealedText.count({ where: { caseId: view.id } })).toBe(0);
  });

  test('a withdrawal of what is none, and one without a name', async () => {
    expect(problem(await withdraw(coordinator, view, randomUUID()))).toEqual([404, 'unknown-consent', '']);
    expect(problem(await withdraw(coordinator, view, 'constructor'))).toEqual([
      422,
      'field-invalid',
      '/consentId uuid',
    ]);
    expect(problem(await withdraw(coordinator, view, undefined))).toEqual([
      422,
      'field-required',
      '/consentId required',
    ]);
  });
});

test('a consent is withdrawn after the case is closed, too', async () => {
  let view = await recorded(await registered());
  const taskId = view.tasks[0]?.id;
  const refused = { type: 'complete-task', taskId, outcome: 'not-proceeding', fields: {} };
  expect((await command(commune, view, refused)).status).toBe(200);
  view = await seen(coordinator, view);
  const closing = view.permitted.find(({ type }) => type === 'close-case');
  const [outcome] = closing?.outcomes ?? [];
  const closed = await command(coordinator, view, {
    type: 'close-case',
    outcome,
    ground: { code: 'person-asked' },
  });
  expect([closed.status, said(closed).errors]).toEqual([200, undefined]);
  view = await seen(coordinator, view);
  expect(view.status).toBe('closed');
  expect(problem(await command(coordinator, view, { type: 'record-consent', ...aConsent }))[1]).toBe(
    'case-closed',
  );
  expect((await withdraw(coordinator, view, only(view).id)).status).toBe(200);
  expect(only(await seen(coordinator, view)).standing).toBe('withdrawn');
});
