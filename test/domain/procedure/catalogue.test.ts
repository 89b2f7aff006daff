import {
  findProcedure,
  procedureInForceOn,
  procedureOf,
  procedures,
} from '../../../domain/procedure/catalogue.js';
import { refOf } from '../../../domain/procedure/procedure.js';
import { plainDate } from '../../../domain/time/plain-date.js';

const inForceOn = (day: string) => {
  const procedure = procedureInForceOn(plainDate(day));
  return procedure === undefined ? undefined : refOf(procedure);
};

describe('the catalogue of procedures', () => {
  test('a case names the version it is pinned to', () => {
    expect(procedures.map(refOf).sort()).toEqual(['vn-2014@1', 'vn-2025@1']);
    expect(procedureOf('vn-2014@1').coordinatingRole).toBe('district-labour-office');
    expect(procedureOf('vn-2025@1').coordinatingRole).toBe('health-authority');
  });

  test('a version that was never published is no procedure', () => {
    expect(findProcedure('vn-2025@2')).toBeUndefined();
    expect(() => procedureOf('vn-2025@2')).toThrow('vn-2025@2');
  });

  test('the law changes at the turn of 30 June 2025', () => {
    expect(inForceOn('2014-03-24')).toBeUndefined();
    expect(inForceOn('2014-03-25')).toBe('vn-2014@1');
    expect(inForceOn('2025-06-30')).toBe('vn-2014@1');
    expect(inForceOn('2025-07-01')).toBe('vn-2025@1');
    expect(inForceOn('2026-11-24')).toBe('vn-2025@1');
    expect(procedureOf('vn-2014@1').inForce.to).toBe('2025-06-30');
  });
});
