import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import { aReport, base, change } from '../api-world.js';
import { at, Desk } from './desk.js';

let desk: Desk;
let commune: Agent;
let refused: Desk['refused'];

beforeAll(async () => {
  desk = await Desk.open();
  ({ commune, refused } = desk);
});
afterAll(() => desk.api.stop());

describe('what cannot be read', () => {
  const raw = (body: string | Buffer, type = 'application/json') =>
    commune.post(`${base}/cases`).set('Idempotency-Key', randomUUID()).set('Content-Type', type).send(body);

  test('bytes that are no UTF-8: a name is kept as it was written or not at all', async () => {
    const name = Buffer.from([0x4e, 0x67, 0xff]);
    const body = Buffer.concat([Buffer.from('{"person":{"fullName":"'), name, Buffer.from('"}}')]);
    await refused(() => raw(body).serialize((bytes): string => bytes as string), 400, 'malformed');
  });

  test.each(['{', '{"channel":', '"text"', 'null', '', '[1,'])('malformed JSON %s', async (body) => {
    await refused(
      () => raw(body),
      body === '' || body === '{}' ? 422 : 400,
      body === '' ? 'field-required' : 'malformed',
    );
  });
  test('a list where an object is wanted', async () => {
    await refused(() => raw('[]'), 422, 'field-invalid');
  });
  test('a body of 1 MB', async () => {
    await refused(
      () => raw(JSON.stringify(aReport({ person: { story: 'x'.repeat(1_000_000) } }))),
      413,
      'too-large',
    );
  });
  test('another content type', async () => {
    await refused(
      () => raw('channel=self-report', 'application/x-www-form-urlencoded'),
      415,
      'unsupported-media-type',
    );
  });
  test('another character set', async () => {
    await refused(() => raw('{}', 'application/json; charset=utf-16'), 415, 'unsupported-media-type');
  });
  test('an address that cannot be decoded, and one that is nowhere', async () => {
    await refused(() => commune.get(`${base}/cases/%E0%A4%A`), 404, 'not-found');
    await refused(() => commune.get(`${base}/nowhere`), 404, 'not-found');
  });
});

describe('fields that are not right', () => {
  test('unknown keys are refused by name, at any depth', async () => {
    const document = await refused(
      () => change(commune, '/cases', { ...aReport({ person: { fullname: 'x' } }), extra: 1, __proto__x: 2 }),
      422,
      'field-invalid',
    );
    expect(at(document)).toEqual(
      expect.arrayContaining(['/extra unknown-key', '/person/fullname unknown-key']),
    );
  });
  test('an own key named __proto__ is refused', async () => {
    const body = `{"__proto__":{"urgent":true},${JSON.stringify(aReport()).slice(1)}`;
    await refused(
      () =>
        commune
          .post(`${base}/cases`)
          .set('Idempotency-Key', randomUUID())
          .set('Content-Type', 'application/json')
          .send(body),
      422,
      'field-invalid',
    );
  });
  test.each([
    ['channel', 7],
    ['receivedAt', 1_700_000_000],
    ['receivedPlace', ['c:00070']],
    ['facts', 'isMinor'],
    ['person', []],
    ['urgent', 'yes'],
    ['exclusions', {}],
  ])('wrong type of %s', async (field, value) => {
    const document = await refused(
      () => change(commune, '/cases', aReport({ [field]: value })),
      422,
      'field-invalid',
    );
    expect(document.errors[0]?.pointer).toBe(`/${field}`);
  });
  test('what is missing is named', async () => {
    const document = await refused(() => change(commune, '/cases', {}), 422, 'field-required');
    expect(at(document)).toEqual(['/channel required', '/receivedAt required', '/receivedPlace required']);
  });
  test.each([
    ['a lone surrogate', '"\\ud800"'],
    ['half of a pair turned round', '"\\udc00\\ud800"'],
    ['a NUL', '"a\\u0000b"'],
    ['an escape', '"a\\u001bb"'],
    ['a bidi override', '"a\\u202eb"'],
  ])('%s in a text', async (_what, text) => {
    const body = JSON.stringify(aReport({ person: { fullName: '?' } })).replace('"?"', text);
    const document = await refused(
      () =>
        commune
          .post(`${base}/cases`)
          .set('Idempotency-Key', randomUUID())
          .set('Content-Type', 'application/json')
          .send(body),
      422,
      'field-invalid',
    );
    expect(at(document)).toEqual(['/person/fullName characters']);
  });
  test.each([
    '2026-02-30T09:00:00Z',
    '30/02/2026',
    '2026-13-01T00:00:00Z',
    '2026-01-01',
    '2026-01-01T24:00:00Z',
  ])('a time that does not exist: %s', async (receivedAt) => {
    expect(
      at(await refused(() => change(commune, '/cases', aReport({ receivedAt })), 422, 'field-invalid')),
    ).toEqual(['/receivedAt instant']);
  });
  test('a birthday on 30 February', async () => {
    const document = await refused(
      () => change(commune, '/cases', aReport({ person: { birthDate: '2001-02-30' } })),
      422,
      'field-invalid',
    );
    expect(document.errors[0]?.pointer).toBe('/person/birthDate');
  });
  test('a place that was abolished, one that never was, and one that is no code', async () => {
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ receivedPlace: 'oc:00004' })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/receivedPlace place-abolished']);
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ receivedPlace: 'c:99999' })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/receivedPlace place-unknown']);
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ receivedPlace: "c:00070' or 1=1" })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/receivedPlace place']);
  });
  test('facts that the procedure does not have, or not with this value', async () => {
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ facts: { shoeSize: 38 } })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/facts/shoeSize unknown-key']);
    expect(
      at(
        await refused(
          () => change(commune, '/cases', aReport({ facts: { isMinor: 'maybe' } })),
          422,
          'field-invalid',
        ),
      ),
    ).toEqual(['/facts/isMinor wrong-type']);
    const listed = await refused(
      () => change(commune, '/cases', aReport({ facts: { receivedBy: 'the army' } })),
      422,
      'field-invalid',
    );
    expect(listed.errors).toMatchObject([
      { pointer: '/facts/receivedBy', code: 'not-listed', allowed: expect.arrayContaining(['coast-guard']) },
    ]);
    expect(listed.errors[0]?.message).toContain('Cảnh sát biển');
    await refused(
      () => change(commune, '/cases', aReport({ facts: { hasVictimPaper: true } })),
      409,
      'fact-not-allowed',
    );
  });
  test('a report from the future', async () => {
    const receivedAt = new Date(Date.now() + 3_600_000).toISOString();
    await refused(
      () => change(commune, '/cases', aReport({ receivedAt, person: { fullName: 'Người Mẫu' } })),
      409,
      'occurred-in-future',
    );
  });
  test('a procedure that is not in force, except in a rehearsal', async () => {
    const document = await refused(
      () => change(commune, '/cases', aReport({ procedure: 'vn-2014@1' })),
      409,
      'procedure-not-in-force',
    );
    expect(document.allowed).toEqual(['vn-2025@1']);
    await refused(() => change(commune, '/cases', aReport({ procedure: 'vn-1999@1' })), 422, 'field-invalid');
  });
});
