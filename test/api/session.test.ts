import request from 'supertest';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { said, aReport, apiWorld, base, change, type ApiWorld } from './api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.stop());

const signIn = (username: string, password = demoPassphrase) =>
  request(api.app).post(`${base}/session`).send({ username, password });

describe('signing in', () => {
  test('gives a cookie that scripts cannot read and other sites cannot send, and says who I am', async () => {
    const answer = await signIn('coordinator');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      username: 'coordinator',
      roles: ['coordinator'],
      permissions: expect.arrayContaining(['register-case']),
    });
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^loive=.*Path=\/;.*HttpOnly; SameSite=Strict$/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('what lies in the table of sessions opens none', async () => {
    const answer = await signIn('hotline');
    const [cookie = ''] = answer.headers['set-cookie'] as unknown as string[];
    const id =
      decodeURIComponent(cookie.split('=')[1] ?? '')
        .slice(2)
        .split('.')[0] ?? '';
    const rows = await api.database.session.findMany();
    expect(id.length).toBeGreaterThan(20);
    expect(rows.map(({ sid }) => sid)).not.toContain(id);
  });

  test('a wrong password and an unknown name get the same answer', async () => {
    const [wrong, unknown] = [await signIn('auditor', 'wrong'), await signIn('nobody', 'wrong')];
    for (const answer of [wrong, unknown]) {
      expect([answer.status, said(answer).code]).toEqual([401, 'sign-in-failed']);
      expect({ ...answer.body, traceId: '' }).toEqual({ ...wrong.body, traceId: '' });
    }
  });

  test('after five failures an account waits, also with the right password; others do not', async () => {
    for (let failure = 0; failure < 5; failure++)
      expect((await signIn('legal-aid', 'wrong')).status).toBe(401);
    const waiting = await signIn('legal-aid');
    expect([waiting.status, said(waiting).code]).toEqual([429, 'too-many']);
    expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('border')).status).toBe(200);
  });
});

describe('a session', () => {
  test('ends when the account is disabled: the very next request is refused', async () => {
    const agent = await api.as('police');
    expect((await agent.get(`${base}/me`)).status).toBe(200);
    await api.database.account.update({ where: { username: 'police' }, data: { disabledAt: new Date() } });
    const answer = await agent.get(`${base}/me`);
    expect([answer.status, said(answer).code]).toEqual([401, 'no-session']);
    expect((await signIn('police')).status).toBe(401);
  });

  test('loses a right at once when it is taken away', async () => {
    const agent = await api.as('supervisor');
    expect((await agent.get(`${base}/escalations`)).status).toBe(200);
    await api.database.account.update({ where: { username: 'supervisor' }, data: { roles: [] } });
    expect((await agent.get(`${base}/escalations`)).status).toBe(403);
    await api.database.account.update({ where: { username: 'supervisor' }, data: { roles: ['supervisor'] } });
  });

  test('ends with signing out', async () => {
    const agent = request.agent(api.app);
    await agent.post(`${base}/session`).send({ username: 'admin', password: demoPassphrase });
    const ended = await agent.delete(`${base}/session`);
    expect(ended.status).toBe(204);
    const [cookie] = ended.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^loive=; Path=\/; Expires=Thu, 01 Jan 1970 .*HttpOnly; SameSite=Strict$/);
    expect((await agent.get(`${base}/me`)).status).toBe(401);
  });

  test('gets a new id at sign-in: one that was planted is worth nothing', async () => {
    const planted = 'loive=s%3Aplanted.signature';
    const answer = await request(api.app)
      .post(`${base}/session`)
      .set('Cookie', planted)
      .send({ username: 'commune', password: demoPassphrase });
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).not.toContain('planted');
    expect((await request(api.app).get(`${base}/me`).set('Cookie', planted)).status).toBe(401);
  });
});

describe('requests from elsewhere', () => {
  test.each([
    ['Origin', 'https://elsewhere.example'],
    ['Origin', 'null'],
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Site', 'same-site'],
  ])('%s: %s may change nothing', async (header, value) => {
    const agent = await api.as('commune');
    const answer = await change(agent, '/cases', aReport()).set(header, value);
    expect([answer.status, said(answer).code]).toEqual([403, 'cross-site']);
  });
});

describe('answers', () => {
  test('are in Vietnamese, and in English when that is asked for', async () => {
    const vi = await request(api.app).get(`${base}/me`);
    const en = await request(api.app).get(`${base}/me`).set('Accept-Language', 'en-GB,en;q=0.9,vi;q=0.1');
    expect([said(vi).title, said(en).title]).toEqual(['Chưa đăng nhập', 'Not signed in']);
  });

  test('allow our own files only, and tell no server', async () => {
    const answer = await request(api.app).get('/docs');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|https:/);
    expect(answer.headers['x-powered-by']).toBeUndefined();
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'])
      expect((await request(api.app).get(`/docs/${file}`)).status).toBe(200);
  });

  test('the document lists every route that is mounted', async () => {
    const document = said(await request(api.app).get('/openapi.json'));
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/cases', '/api/v1/cases/{id}/commands', '/readyz']),
    );
  });

  test('health, readiness and version stand outside and need no session', async () => {
    expect((await request(api.app).get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await request(api.app).get('/readyz')).body).toEqual({
      status: 'ready',
      database: true,
      engine: true,
    });
    expect((await request(api.app).get('/version')).body).toMatchObject({ name: 'loive' });
  });
});
