import type { AdminAgency } from '../../api/contract/admin-agency.js';
import {
  agencyChanges,
  agencyFields,
  areaNames,
  areasAsOf,
  rolesOf,
  stateOfAgency,
} from '../../web/admin/agency-questions.js';
import type { ProcedureSummary } from '../../api/contract/directory.js';

const area = (code: string) => ({ code, name: code, within: null, validFrom: null, validTo: null });
const agency: AdminAgency = {
  id: 'f00ed379-7d1e-84f3-aeba-c48c5da699fc',
  code: 'HN-TEST',
  nameVi: 'Cơ sở mẫu',
  nameEn: 'Sample facility',
  level: 'province',
  sector: 'facility',
  roles: ['social-facility', 'hotline'],
  areas: [area('p:01'), area('c:00070')],
  validFrom: '2026-01-01',
  validTo: null,
  superior: null,
  successor: null,
  capacity: 20,
  masked: true,
};
const same = {
  nameVi: 'Cơ sở mẫu',
  nameEn: 'Sample facility',
  level: 'province',
  sector: 'facility',
  roles: ['hotline', 'social-facility'],
  areas: ['c:00070', 'p:01'],
  validFrom: '2026-01-01',
  capacity: 20,
  masked: true,
};

describe('a changed agency', () => {
  it('sends nothing that is as it was, in whatever order roles and areas stand', () => {
    expect(agencyChanges(agency, same)).toEqual({});
  });

  it('sends what was emptied as nothing, and the areas that are left', () => {
    const { validFrom: _day, capacity: _room, roles: _roles, ...rest } = same;
    expect(agencyChanges(agency, { ...rest, areas: ['p:01'] })).toEqual({
      validFrom: null,
      capacity: null,
      roles: [],
      areas: ['p:01'],
    });
  });
});

it('names each area once, as it is on that day: one that went on under its name stands under two codes', () => {
  const before = { ...area('p:01'), name: 'Thành phố Hà Nội', validTo: '2025-06-30' };
  const since = { ...area('vn:01'), name: 'Thành phố Hà Nội', validFrom: '2025-07-01' };
  const gone = { ...area('d:002'), name: 'Quận Hoàn Kiếm', validTo: '2025-06-30' };
  expect(areaNames([before, since, gone], '2026-11-29')).toEqual(['Thành phố Hà Nội']);
  expect(areaNames([before, since, gone], '2025-06-30')).toEqual(['Thành phố Hà Nội', 'Quận Hoàn Kiếm']);
});

it('a new agency says of every list and day that it has none', () => {
  expect(agencyFields({ nameVi: 'Cơ sở mẫu' })).toEqual({
    nameVi: 'Cơ sở mẫu',
    roles: [],
    areas: [],
    validFrom: null,
    superiorId: null,
    capacity: null,
  });
});

it.each([
  [null, null, '2026-11-24', 'agencies.in-force'],
  ['2025-07-01', null, '2026-11-24', 'agencies.in-force'],
  ['2027-01-01', null, '2027-01-01', 'agencies.future'],
  [null, '2026-11-24', '2026-11-24', 'agencies.ends'],
  [null, '2025-06-30', '2025-06-30', 'agencies.ended'],
])('an agency from %s to %s: its areas are those of %s, it is %s', (...row) => {
  const [validFrom, validTo, day, state] = row;
  expect([
    areasAsOf({ validFrom, validTo }, '2026-11-24'),
    stateOfAgency({ validFrom, validTo }, '2026-11-24'),
  ]).toEqual([day, state]);
});

it('a role of several procedures is offered once, as the newest calls it', () => {
  const asked = (...roles: ProcedureSummary['roles']) => ({ roles }) as unknown as ProcedureSummary;
  expect(
    rolesOf([
      asked({ id: 'a', title: 'Sở Y tế' }),
      asked({ id: 'a', title: 'Sở Lao động' }, { id: 'b', title: 'Công an' }),
    ]),
  ).toEqual([
    { id: 'b', title: 'Công an' },
    { id: 'a', title: 'Sở Y tế' },
  ]);
});
