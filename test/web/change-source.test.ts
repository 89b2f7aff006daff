import type { LiveChange } from '../../api/contract/live.js';
import { ChangeSource } from '../../web/live/change-source.js';
import { isTouched } from '../../web/live/touched.js';

/** The server's side of one connection. */
class Connection {
  readyState = 0;
  readonly #listeners = new Map<string, (event: { data?: unknown }) => void>();
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }
  close(): void {
    this.readyState = 2;
  }
  say(type: string, data?: object): void {
    this.#listeners.get(type)?.(data === undefined ? {} : { data: JSON.stringify(data) });
  }
  refuse(): void {
    this.readyState = 2;
    this.say('error');
  }
}

function screen() {
  const connections: Connection[] = [];
  const heard: (LiveChange | 'missed')[] = [];
  const waits: { ms: number; call: () => void }[] = [];
  const source = new ChangeSource({
    open: () => {
      const connection = new Connection();
      connections.push(connection);
      return connection;
    },
    listener: { changed: (change) => heard.push(change), missed: () => heard.push('missed') },
    later: (ms, call) => {
      waits.push({ ms, call });
      return () => undefined;
    },
    chance: () => 1,
  });
  source.start();
  return { source, connections, heard, waits, now: () => connections.at(-1) };
}

const change = { caseId: 'c', version: 4 };

describe('changes that come by themselves', () => {
  it('are handed on', () => {
    const { now, heard, source } = screen();
    now()?.say('open');
    now()?.say('changed', change);
    expect(heard).toEqual([change]);
    expect(source.isLive).toBe(true);
  });

  it('may have been missed when the connection was away', () => {
    const { now, heard, source } = screen();
    now()?.say('open');
    now()?.say('error');
    expect(source.isLive).toBe(false);
    now()?.say('open');
    expect(heard).toEqual(['missed']);
  });

  it('are asked for again after a refusal, each time after a longer wait, of one minute at most', () => {
    const { connections, waits, now } = screen();
    for (let refusal = 0; refusal < 6; refusal++) {
      now()?.refuse();
      waits.at(-1)?.call();
    }
    expect(waits.map(({ ms }) => ms)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    expect(connections).toHaveLength(7);
  });

  it('begin with a short wait again once they came', () => {
    const { waits, now } = screen();
    now()?.refuse();
    waits.at(-1)?.call();
    now()?.say('open');
    now()?.refuse();
    expect(waits.map(({ ms }) => ms)).toEqual([5_000, 5_000]);
  });

  it('end with the session', () => {
    const { source, now, waits } = screen();
    source.stop();
    now()?.say('error');
    expect(waits).toEqual([]);
  });
});

describe('a change of a case', () => {
  const touched = (queryKey: readonly unknown[], data?: unknown) =>
    isTouched({ queryKey, state: { data } }, [change]);

  it.each([
    [['list', '/tasks', {}, 'vi']],
    [['list', '/cases', {}, 'vi']],
    [['list', '/cases/c/timeline', {}, 'vi']],
    [['dashboard', {}, 'vi']],
  ])('touches %j', (key) => {
    expect(touched(key)).toBe(true);
  });

  it('touches the case and its tasks, unless they are shown as they are now', () => {
    expect(touched(['case', 'c', 'vi'], { version: 3 })).toBe(true);
    expect(touched(['case', 'c', 'vi'], { version: 4 })).toBe(false);
    expect(touched(['task', 't', 'vi'], { caseVersion: 3, subject: { id: 'c' } })).toBe(true);
    expect(touched(['task', 't', 'vi'], { caseVersion: 3, subject: { id: 'other' } })).toBe(false);
  });

  it('touches nothing of another case, and nothing that lasts', () => {
    expect(touched(['case', 'other', 'vi'], { version: 1 })).toBe(false);
    expect(touched(['list', '/cases/other/timeline', {}, 'vi'])).toBe(false);
    expect(touched(['procedures', 'vi'])).toBe(false);
  });
});
