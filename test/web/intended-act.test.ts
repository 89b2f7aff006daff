import { IntendedAct, type Act } from '../../web/api/intended-act.js';
import { newKey } from '../../web/api/new-key.js';
import { Refused, Unanswered } from '../../web/api/problem.js';
import { isUuid } from '../../domain/ids.js';

type Answer = () => Response;

const done: Answer = () => Response.json({ ok: true });
const refused: Answer = () =>
  Response.json(
    { title: 'Không', status: 409, code: 'wrong-state', detail: '', errors: [], traceId: 't', type: 't' },
    { status: 409, headers: { 'content-type': 'application/problem+json' } },
  );
const away: Answer = () => new Response('', { status: 503 });
const cut: Answer = () => {
  throw new TypeError('Failed to fetch');
};

/** The network between browser and API, with what it answers one after the other. */
function network(...answers: readonly Answer[]) {
  const sent: { key: string | null; body: unknown }[] = [];
  const left = [...answers];
  globalThis.fetch = (_address, init) => {
    sent.push({ key: new Headers(init?.headers).get('idempotency-key'), body: init?.body });
    return Promise.resolve().then(left.shift() ?? done);
  };
  return sent;
}

const act = (note: string): Act => ({ method: 'POST', path: '/cases/x/commands', body: { note } });
const atOnce = (): Promise<void> => Promise.resolve();
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

describe('one intended act', () => {
  it('has one key over all its retries, however the answers were lost', async () => {
    const sent = network(cut, away, done);
    await expect(new IntendedAct(atOnce).send(act('a'))).resolves.toEqual({ ok: true });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(sent).toHaveLength(3);
  });

  it('keeps its key when a person sends the same again after patience ran out', async () => {
    const sent = network(cut, cut, cut, cut, done);
    const intended = new IntendedAct(atOnce);
    await expect(intended.send(act('a'))).rejects.toBeInstanceOf(Unanswered);
    await intended.send(act('a'));
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it('takes a new key for new content after a refusal', async () => {
    const sent = network(refused, done);
    const intended = new IntendedAct(atOnce);
    await expect(intended.send(act('a'))).rejects.toBeInstanceOf(Refused);
    await intended.send(act('b'));
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
  });

  it('settles what is unknown before it sends something else, and does not act twice', async () => {
    const sent = network(cut, cut, cut, cut, done);
    const intended = new IntendedAct(atOnce);
    await expect(intended.send(act('a'))).rejects.toBeInstanceOf(Unanswered);
    await intended.send(act('b'));
    expect(sent.map(({ body }) => body)).not.toContain(JSON.stringify({ note: 'b' }));
  });

  it('sends the new content when the unknown one proves to be refused', async () => {
    const sent = network(cut, cut, cut, cut, refused, done);
    const intended = new IntendedAct(atOnce);
    await expect(intended.send(act('a'))).rejects.toBeInstanceOf(Unanswered);
    await intended.send(act('b'));
    expect(sent.at(-1)?.body).toBe(JSON.stringify({ note: 'b' }));
  });

  it('begins anew after it was done: the same content is a second act', async () => {
    const sent = network(done, done);
    const intended = new IntendedAct(atOnce);
    await intended.send(act('a'));
    await intended.send(act('a'));
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
  });

  it('has a key that the API takes', () => {
    expect(isUuid(newKey())).toBe(true);
  });
});
