import { lookOf, readProcedureSearch } from '../../web/procedure/procedure-search.js';

describe('what the address of a procedure asks to be shown', () => {
  it('is taken as far as it is known', () => {
    expect(readProcedureSearch({ case: 'c', look: 'load' })).toEqual({ case: 'c', look: 'load' });
    expect(readProcedureSearch({ case: 7, look: 'upside-down', other: 'x' })).toEqual({});
  });

  it.each([
    [{}, 'plain'],
    [{ case: 'c' }, 'case'],
    [{ look: 'case' }, 'plain'],
    [{ case: 'c', look: 'case' }, 'case'],
    [{ case: 'c', look: 'plain' }, 'plain'],
    [{ case: 'c', look: 'load' }, 'load'],
  ] as const)('%j is shown as %s: a place of a case needs a case', (search, look) => {
    expect(lookOf(search)).toBe(look);
  });
});
