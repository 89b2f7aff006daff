import { procedureOf } from '../../../domain/procedure/catalogue.js';
import type { Procedure } from '../../../domain/procedure/procedure.js';
import { roleOn } from '../../../domain/procedure/succession.js';
import { plainDate } from '../../../domain/time/plain-date.js';

const vn2014 = procedureOf('vn-2014@1');
const vn2025 = procedureOf('vn-2025@1');

/** id, amount, unit, direction, roll, confidence: as in the deadline register. */
type Row = readonly [string, number, string, string, string, string];

const both: readonly Row[] = [
  ['SA.FILE', 10, 'working-day', 'forward', 'none', 'A'],
  ['CH.EMERG', 12, 'hour', 'forward', 'none', 'A'],
  ['CH.PLAN', 5, 'working-day', 'forward', 'none', 'A'],
  ['CH.APPROVE', 2, 'working-day', 'forward', 'none', 'A'],
  ['CR.PROC', 3, 'calendar-day', 'forward', 'forward', 'A'],
  ['CR.RESOLVE', 20, 'calendar-day', 'forward', 'forward', 'A'],
  ['CR.ASKEXT', 5, 'calendar-day', 'backward', 'backward', 'A'],
  ['SA.STOP', 7, 'working-day', 'forward', 'none', 'A'],
  ['LA.NOTICE', 24, 'hour', 'forward', 'none', 'A'],
  ['LA.APPOINT', 3, 'working-day', 'forward', 'none', 'A'],
  ['LA.PROOF', 5, 'working-day', 'forward', 'none', 'A'],
  ['LA.PROOF_FAR', 10, 'working-day', 'forward', 'none', 'A'],
];

const in2014: readonly Row[] = [
  ['R14.A.INITIAL', 3, 'calendar-day', 'forward', 'forward', 'A'],
  ['R14.A.VERIFY', 20, 'calendar-day', 'forward', 'forward', 'A'],
  ['R14.A.VERIFY_X.LAW', 2, 'month', 'forward', 'forward', 'A'],
  ['R14.A.VERIFY_X.JC', 60, 'calendar-day', 'forward', 'forward', 'A'],
  ['R14.S.FILE', 12, 'month', 'forward', 'forward', 'A'],
  ['R14.S.COMMUNE', 3, 'working-day', 'forward', 'none', 'A'],
  ['R14.S.APPRAISE', 5, 'working-day', 'forward', 'none', 'A'],
  ['R14.S.DECIDE', 3, 'working-day', 'forward', 'none', 'A'],
  ['R14.H.STAY60', 60, 'calendar-day', 'forward', 'none', 'A'],
  ['R14.H.CHILD20', 20, 'calendar-day', 'backward', 'backward', 'A'],
  // Of Circular 84/2019 only a summary was read.
  ['R14.H.STAY3M', 3, 'month', 'forward', 'none', 'B'],
  ['SA.STAY3M', 3, 'month', 'forward', 'none', 'A'],
];

const in2025: readonly Row[] = [
  ['R25.A.INITIAL', 3, 'calendar-day', 'forward', 'forward', 'A'],
  ['R25.S.DECIDE', 9, 'working-day', 'forward', 'none', 'A'],
  ['R25.H.STAY120', 120, 'calendar-day', 'forward', 'none', 'B'],
];

const rowOf = ({ limits }: Procedure, id: string) => {
  const limit = limits[id];
  return limit && [id, limit.amount, limit.unit, limit.direction, limit.roll, limit.confidence];
};

describe('the deadline register', () => {
  test.each([...both, ...in2014])('vn-2014: %s', (...row) => {
    expect(rowOf(vn2014, row[0])).toEqual(row);
  });

  test.each([...both, ...in2025])('vn-2025: %s', (...row) => {
    expect(rowOf(vn2025, row[0])).toEqual(row);
  });

  test('a number that was not confirmed is never law: the police verification of 2025', () => {
    expect(vn2025.limits).not.toHaveProperty('R25.A.VERIFY');
    expect(vn2025.serviceLevels['R25.A.VERIFY']).toMatchObject({
      amount: 20,
      unit: 'calendar-day',
      confidence: 'C',
    });
    expect(vn2025.steps['police-verification']).toMatchObject({ limits: [], serviceLevel: 'R25.A.VERIFY' });
  });

  test('law and circular differ on the extension of 2014: both are kept', () => {
    const extension = vn2014.steps['police-verification']?.extension;
    expect(extension).toMatchObject({ times: 1, limits: ['R14.A.VERIFY_X.LAW', 'R14.A.VERIFY_X.JC'] });
    expect(vn2014.limits['R14.A.VERIFY_X.LAW']?.starts).toBe('offered');
    expect(vn2014.limits['R14.A.VERIFY_X.JC']?.starts).toBe('extended');
  });

  test('one of the three stays of 2014 is law on every day, never two', () => {
    expect(vn2014.limits['R14.H.STAY60']?.validTo).toBe('2019-12-31');
    expect(vn2014.limits['R14.H.STAY3M']).toMatchObject({ validFrom: '2020-01-01', validTo: '2021-06-30' });
    expect(vn2014.limits['SA.STAY3M']?.validFrom).toBe('2021-07-01');
  });

  test.each([
    ['SA.FILE', '2021-07-01'],
    ['SA.STOP', '2021-07-01'],
    ['R14.A.INITIAL', '2012-01-01'],
    ['R14.A.VERIFY_X.LAW', '2012-01-01'],
    ['R14.A.VERIFY_X.JC', '2014-03-25'],
    ['R14.S.DECIDE', '2013-04-15'],
    ['R14.H.STAY60', '2013-04-15'],
    ['R14.H.CHILD20', '2014-02-15'],
    ['R25.A.INITIAL', '2025-07-01'],
    ['R25.S.DECIDE', '2025-07-01'],
    ['R25.H.STAY120', '2025-07-01'],
    // The register does not tell since when these are law.
    ['LA.NOTICE', undefined],
    ['CR.PROC', undefined],
    ['CH.EMERG', undefined],
  ])('%s is law since %s', (id, day) => {
    const limits = [vn2014, vn2025].flatMap((procedure) => procedure.limits[id] ?? []);
    expect(limits.length).toBeGreaterThan(0);
    expect(limits.map(({ validFrom }) => validFrom)).toEqual(limits.map(() => day));
  });

  test('every role of the old law has a holder under the new one', () => {
    const today = plainDate('2026-11-24');
    const roles = Object.keys(vn2014.roles).map((role) => roleOn(role, today));
    expect(roles.filter((role) => !Object.hasOwn(vn2025.roles, role))).toEqual([]);
  });
});
