import { type AgencyWanted, findAgency } from '../../prisma/find-agency.js';
import { agencyId, derivedUuid } from '../../domain/ids.js';
import { plainDate } from '../../domain/time/plain-date.js';
import { agencyIdOf, seedReference } from '../../prisma/seed/reference.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let world: TestDatabase;
beforeAll(async () => {
  world = await seededDatabase('reference', seedReference);
}, 60_000);
afterAll(() => world.drop());

const hoanKiem = 'c:00070';
const phucTan = 'oc:00037';
const agency = (code: string) => agencyId(agencyIdOf(code));

/** Code of the agency found; by default on a day after the reform. */
async function found(role: string, placeCode: string | undefined, more: Partial<AgencyWanted> = {}) {
  const wanted = { role, placeCode, on: plainDate('2026-11-24'), excluded: [], avoid: [], ...more };
  const id = await findAgency(world.database, wanted);
  if (id === undefined) return undefined;
  return (await world.database.agency.findUniqueOrThrow({ where: { id } })).code;
}

const on = (day: string) => ({ on: plainDate(day) });

describe('the nearest agency with the role gets the task', () => {
  test.each([
    ['commune-committee', hoanKiem, 'HN-UBND-00070'],
    ['commune-police', hoanKiem, 'HN-CA-00070'],
    ['health-authority', hoanKiem, 'HN-SYT'],
    ['ministry-health', hoanKiem, 'BYT'],
    ['hotline', undefined, 'TD111'],
    ['border-post', 'c:06184', 'LS-DBP-HUUNGHI'],
    ['border-post', 'c:06529', 'LS-BDBP'],
    ['border-post', hoanKiem, 'BDBP'],
    ['legal-aid-centre', 'p:15', 'LCA-TGPL'],
  ])('%s for %s is %s', async (role, place, code) => {
    expect(await found(role, place)).toBe(code);
  });

  test('a role that nobody holds there finds no agency', async () => {
    expect(await found('health-authority', undefined)).toBeUndefined();
    expect(await found('commune-committee', 'p:01')).toBeUndefined();
    expect(await found('no-such-role', hoanKiem)).toBeUndefined();
  });
});

describe('the reform of 1 July 2025 moves duties to the successor from that day on', () => {
  test.each([
    ['district-labour-office', '2025-06-30', 'HN-LDTBXH-D002'],
    ['district-labour-office', '2025-07-01', 'HN-SYT'],
    ['district-police', '2025-06-30', 'HN-CA-D002'],
    ['district-police', '2025-07-01', 'HN-CA'],
    ['district-chair', '2025-06-30', 'HN-UBND-D002'],
  ])('%s on %s is %s', async (role, day, code) => {
    expect(await found(role, phucTan, on(day))).toBe(code);
  });

  test('from an abolished commune of a merged province the way leads to the new province', async () => {
    expect(await found('provincial-police', 'd:080', on('2025-06-30'))).toBe('LCA-CA-CU');
    expect(await found('provincial-police', 'd:080', on('2025-07-01'))).toBe('LCA-CA');
    expect(await found('provincial-police', 'op:15', on('2025-06-30'))).toBe('YB-CA-CU');
    expect(await found('provincial-police', 'op:15', on('2025-07-01'))).toBe('LCA-CA');
  });

  test('a commune committee that was dissolved gets nothing any more', async () => {
    expect(await found('commune-committee', phucTan, on('2025-06-30'))).toBe('HN-UBND-O00037');
    expect(await found('commune-committee', phucTan, on('2025-07-01'))).toBeUndefined();
  });
});

describe('exclusions and former refusals', () => {
  test('an excluded agency is never named', async () => {
    expect(await found('provincial-police', hoanKiem, { excluded: [agency('HN-CA')] })).toBeUndefined();
    expect(await found('social-facility', hoanKiem, { excluded: [agency('HN-HTNN')] })).toBe('HN-TGXH');
  });

  test('one that declined is asked again only if there is nobody else', async () => {
    expect(await found('social-facility', hoanKiem, { avoid: [agency('HN-HTNN')] })).toBe('HN-TGXH');
    expect(await found('provincial-police', hoanKiem, { avoid: [agency('HN-CA')] })).toBe('HN-CA');
    const farther = { avoid: [agency('LS-DBP-HUUNGHI')] };
    expect(await found('border-post', 'c:06184', farther)).toBe('LS-BDBP');
  });
});

describe('two agencies equally near', () => {
  test('the one with fewer open tasks, then the first by code', async () => {
    expect(await found('social-facility', hoanKiem)).toBe('HN-HTNN');
    await openTask(1, 'HN-HTNN');
    expect(await found('social-facility', hoanKiem)).toBe('HN-TGXH');
    await openTask(2, 'HN-TGXH');
    await openTask(3, 'HN-TGXH');
    expect(await found('social-facility', hoanKiem)).toBe('HN-HTNN');
  });

  test('tasks that ended and rehearsals do not count', async () => {
    await openTask(4, 'HN-HTNN', { isOpen: false });
    await openTask(5, 'HN-HTNN', { rehearsal: true });
    await openTask(6, 'HN-HTNN', { rehearsal: true });
    expect(await found('social-facility', hoanKiem)).toBe('HN-HTNN');
  });
});

async function openTask(number: number, agencyCode: string, more: { isOpen?: false; rehearsal?: true } = {}) {
  const caseId = derivedUuid('case');
  await world.database.task.create({
    data: {
      id: derivedUuid(`task ${String(number)}`),
      caseId,
      subjectId: caseId,
      subjectCode: 'HN-2026-000001',
      procedure: 'vn-2025@1',
      stepId: 'admission',
      ordinal: number,
      phase: 'shelter',
      track: 'main',
      kind: 'request',
      status: 'offered',
      role: 'social-facility',
      agencyId: agencyIdOf(agencyCode),
      offeredAt: new Date('2026-11-01T00:00:00Z'),
      isOpen: true,
      rehearsal: false,
      changedVersion: 1,
      ...more,
    },
  });
}
