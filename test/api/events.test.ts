import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LiveChange } from '../../api/contract/live.js';
import type { CaseView } from '../../api/contract/case.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { aReport, apiWorld, base, change, command, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let server: Server;
let url: string;
beforeAll(async () => {
  api = await apiWorld();
  server = createServer(api.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${base}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await api.stop();
});

interface Stream {
  readonly answer: Response;
  /** Everything that came so far. */
  readonly heard: () => string;
  readonly changes: () => LiveChange[];
  /** Resolves when this was heard; the test's own time limit is the patience. */
  until(what: (heard: string) => boolean): Promise<void>;
  readonly ended: Promise<void>;
  leave(): void;
}

async function signIn(username: string): Promise<string> {
  const answer = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassphrase }),
  });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function listen(cookie: string): Promise<Stream> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/events`, { headers: { cookie }, signal: leaving.signal });
  let text = '';
  const waiting = new Set<() => void>();
  const ended = (async () => {
    try {
      for await (const chunk of answer.body ?? []) {
        text += Buffer.from(chunk).toString('utf8');
        for (const each of waiting) each();
      }
    } catch {
      // left by ourselves
    }
  })();
  return {
    answer,
    heard: () => text,
    changes: () =>
      [...text.matchAll(/^event: changed\ndata: (.+)$/gm)].map(([, data = '']) =>
        LiveChange.parse(JSON.parse(data)),
      ),
    until: (what) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!what(text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    ended,
    leave: () => leaving.abort(),
  };
}

/** Two more heartbeats: what was to come before them has come. */
async function settled(stream: Stream): Promise<void> {
  const beats = () => stream.heard().split('\n:\n').length;
  const before = beats();
  await stream.until(() => beats() >= before + 2);
}

describe('a live stream', () => {
  test('tells one user of what another changed, to everybody who may know and to nobody else', async () => {
    const coordinator = await listen(await signIn('coordinator'));
    const commune = await listen(await signIn('commune'));
    const stranger = await listen(await signIn('shelter'));
    expect(coordinator.answer.status).toBe(200);
    expect(coordinator.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(coordinator.answer.headers.get('cache-control')).toContain('no-transform');
    expect(coordinator.answer.headers.get('x-accel-buffering')).toBe('no');
    expect(coordinator.answer.headers.getSetCookie()).toEqual([]);

    const view = (
      await change(await api.as('commune'), '/cases', aReport({ person: { fullName: 'Zyxkanari' } }))
    ).body as CaseView;
    await Promise.all(
      [coordinator, commune].map((stream) => stream.until((heard) => heard.includes(view.id))),
    );
    const done = await command(await api.as('commune'), view, {
      type: 'complete-task',
      taskId: view.tasks[0]?.id,
      outcome: 'registered',
      fields: { isMinor: false },
    });
    expect(done.status).toBe(200);
    const { version } = (done.body as { case: CaseView }).case;
    await coordinator.until(() =>
      coordinator.changes().some((each) => each.caseId === view.id && each.version === version),
    );
    await settled(stranger);
    expect(stranger.heard()).toContain('retry: ');
    expect(stranger.heard()).not.toContain('event:');
    expect(coordinator.heard() + commune.heard()).not.toMatch(/kanari|HN-20/);
    for (const stream of [coordinator, commune, stranger]) stream.leave();
  });

  test('an agency that is excluded hears nothing more of the case', async () => {
    const view = (await change(await api.as('commune'), '/cases', aReport())).body as CaseView;
    const coordinator = await api.as('coordinator');
    const excluded = await command(coordinator, view, {
      type: 'exclude',
      agencyId: view.tasks[0]?.agency?.id,
      ground: { code: 'suspected-involvement' },
    });
    expect(excluded.status).toBe(200);
    const commune = await listen(await signIn('commune'));
    const witness = await listen(await signIn('coordinator'));
    const now = (excluded.body as { case: CaseView }).case;
    await command(coordinator, now, { type: 'add-note', text: 'mẫu', visibility: 'agencies' });
    await witness.until((heard) => heard.includes(view.id));
    await settled(commune);
    expect(commune.heard()).not.toContain(view.id);
    commune.leave();
    witness.leave();
  });

  test('ends when the account is disabled', async () => {
    const stream = await listen(await signIn('border'));
    await settled(stream);
    const { id } = await api.database.account.findUniqueOrThrow({ where: { username: 'border' } });
    const disabled = await (
      await api.as('admin')
    )
      .patch(`${base}/admin/users/${id}`)
      .send({ disabled: true });
    expect(disabled.status).toBe(200);
    await stream.ended;
  });

  test('ends when the session does, does not prolong it, and is refused without one', async () => {
    const cookie = await signIn('hotline');
    const ends = async () =>
      (
        await api.database.session.findMany({
          orderBy: { expire: 'desc' },
          select: { sid: true, expire: true },
        })
      ).map(({ sid, expire }) => `${sid} ${expire.toISOString()}`);
    const before = await ends();
    const stream = await listen(cookie);
    await settled(stream);
    const second = await listen(cookie);
    second.leave();
    await second.ended;
    await settled(stream);
    expect(await ends()).toEqual(before);
    expect((await fetch(`${url}/session`, { method: 'DELETE', headers: { cookie } })).status).toBe(204);
    await stream.ended;
    expect((await listen(cookie)).answer.status).toBe(401);
  });

  test('is one of six at most for one person', async () => {
    const cookie = await signIn('police');
    const streams = await Promise.all(Array.from({ length: 6 }, () => listen(cookie)));
    expect(streams.map(({ answer }) => answer.status)).toEqual(Array.from({ length: 6 }, () => 200));
    const seventh = await listen(cookie);
    expect([seventh.answer.status, seventh.answer.headers.get('retry-after')]).toEqual([429, '60']);
    const [first, ...others] = streams;
    first?.leave();
    await first?.ended;
    // The server learns of the leaving a moment later.
    let again = await listen(cookie);
    while (again.answer.status === 429) again = await listen(cookie);
    expect(again.answer.status).toBe(200);
    for (const stream of [...others, again]) stream.leave();
  });

  test('says that something may have been missed when its connection to the record was cut', async () => {
    const stream = await listen(await signIn('auditor'));
    await settled(stream);
    const cut = await api.database.$queryRaw<{ ended: boolean }[]>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and application_name = 'loive changes'`;
    expect(cut.length).toBeGreaterThan(0);
    await stream.until((heard) => heard.includes('event: resync\ndata: {}\n\n'));
    const view = (await change(await api.as('commune'), '/cases', aReport())).body as CaseView;
    await stream.until((heard) => heard.includes(`"caseId":"${view.id}"`));
    stream.leave();
  });
});
