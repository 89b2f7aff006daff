import { findAgency } from '../../prisma/find-agency.js';
import { procedures } from '../../domain/procedure/catalogue.js';
import { type PlainDate, plainDate } from '../../domain/time/plain-date.js';
import { demoAccounts, demoAccountsPresent, seedDemoAccounts } from '../../prisma/seed/demo-accounts.js';
import { foldedName } from '../../prisma/seed/folded-name.js';
import { agencyIdOf, seedReference } from '../../prisma/seed/reference.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let world: TestDatabase;
beforeAll(async () => {
  world = await seededDatabase('reference', seedReference);
}, 60_000);
afterAll(() => world.drop());

describe('the reference data', () => {
  test('every commune in force has its committee and police, every province its bodies', async () => {
    const { database } = world;
    const count = (role: string) =>
      database.agency.count({ where: { validTo: null, roles: { some: { role } } } });
    expect(await count('commune-committee')).toBe(3321);
    expect(await count('commune-police')).toBe(3321);
    expect(await count('health-authority')).toBe(34);
    expect(await count('provincial-police')).toBe(34);
    expect(await count('legal-aid-centre')).toBe(34);
    expect(await count('social-facility')).toBe(64);
    expect(await count('district-labour-office')).toBe(0);
  });

  test('the 63 provinces of before the reform lead to the 34 of today', async () => {
    const rows = await world.database.placeSuccession.findMany({
      where: { placeCode: { startsWith: 'op:' } },
    });
    expect(rows).toHaveLength(63);
    expect(new Set(rows.map((row) => row.successorCode)).size).toBe(34);
    expect(rows.find((row) => row.placeCode === 'op:80')?.successorCode).toBe('p:80'); // Long An, Tây Ninh
    expect(rows.find((row) => row.placeCode === 'op:72')?.successorCode).toBe('p:80');
  });

  test('every superior and every area exists', async () => {
    const dangling = await world.database.$queryRaw<{ code: string }[]>`
      select code from agency where superior_id is not null
        and not exists (select from agency above where above.id = agency.superior_id)
      union all
      select place_code from agency_area where place_code <> 'vn'
        and not exists (select from place where code = place_code)`;
    expect(dangling).toEqual([]);
  });

  test('facilities are masked and nobody else is', async () => {
    const masked = await world.database.agency.findMany({
      where: { masked: true },
      select: { sector: true },
    });
    expect(masked).toHaveLength(64);
    expect(masked.every((each) => each.sector === 'facility')).toBe(true);
  });

  test('names fold to what a search types', () => {
    expect(foldedName('Xã Đắk Song')).toBe('xa dak song');
    expect(foldedName('Tỉnh Bà Rịa - Vũng Tàu')).toBe('tinh ba ria vung tau');
    expect(foldedName('Xã Ia H’Drai')).toBe(foldedName("xa ia h'drai"));
  });
});

describe('every role of both procedures has an agency in Hà Nội', () => {
  const cases = procedures.flatMap((procedure) =>
    Object.keys(procedure.roles).flatMap((role) =>
      daysOf(procedure.inForce).map((day) => [procedure.id, role, day] as const),
    ),
  );

  test.each(cases)('%s: %s on %s', async (_, role, day) => {
    const placeCode = day < '2025-07-01' ? 'oc:00037' : 'c:00070';
    const wanted = { role, placeCode, on: plainDate(day), excluded: [], avoid: [] };
    expect(await findAgency(world.database, wanted)).toBeDefined();
  });

  /** First day, the days around the changes of 2025, and today for what is still in force or goes on under it. */
  function daysOf({ from }: { from: PlainDate }): string[] {
    const days = ['2018-03-12', '2025-02-28', '2025-03-01', '2025-06-30', '2025-07-01', '2026-11-24'];
    return [from, ...days.filter((day) => day > from)];
  }
});

describe('seeding again', () => {
  test('changes nothing, and leaves what an administrator changed', async () => {
    const { database } = world;
    const id = agencyIdOf('HN-STP');
    await database.agency.update({ where: { id }, data: { nameVi: 'Sở Tư pháp thành phố Hà Nội' } });
    await database.agencyArea.deleteMany({ where: { agencyId: id } });
    const before = await counts();
    expect(await seedReference(database)).toEqual({ places: 0, agencies: 0, calendars: 0 });
    expect(await counts()).toEqual(before);
    const after = await database.agency.findUniqueOrThrow({ where: { id } });
    expect(after.nameVi).toBe('Sở Tư pháp thành phố Hà Nội');
  });

  test('adds each demo account once, and says that they are there', async () => {
    const { database } = world;
    expect(await demoAccountsPresent(database)).toBe(false);
    expect(await seedDemoAccounts(database)).toBe(Object.keys(demoAccounts).length);
    expect(await seedDemoAccounts(database)).toBe(0);
    expect(await demoAccountsPresent(database)).toBe(true);
    const accounts = await database.account.findMany();
    expect(
      accounts.every((account) => account.passwordHash.startsWith('$argon2id$v=19$m=65536,t=3,p=1$')),
    ).toBe(true);
    const agencies = await database.agency.findMany({ select: { id: true } });
    const known = new Set(agencies.map((agency) => agency.id));
    expect(accounts.every((account) => account.agencyId === null || known.has(account.agencyId))).toBe(true);
  });

  async function counts() {
    const { database } = world;
    return {
      places: await database.place.count(),
      successions: await database.placeSuccession.count(),
      agencies: await database.agency.count(),
      roles: await database.agencyRole.count(),
      areas: await database.agencyArea.count(),
    };
  }
});
