import { readCasesSearch } from '../../web/cases/cases-search.js';
import { readOverdueSearch } from '../../web/overdue/overdue-search.js';
import { asQuery, asSearch, isSameQuery } from '../../web/views/view-query.js';

describe('a saved view', () => {
  it('holds filters, never a search text', () => {
    expect(asQuery({ phase: 'shelter', rehearsal: true, q: 'HN-2026', agency: undefined })).toEqual({
      phase: 'shelter',
      rehearsal: 'true',
    });
  });

  it('comes back as the filters that it was', () => {
    const cases = { phase: 'shelter', due: 'overdue', rehearsal: true, sort: 'due' } as const;
    expect(readCasesSearch(asSearch(asQuery(cases)))).toEqual(cases);
    const overdue = { level: 3, agency: 'a7f0abd7-47b2-8825-abdb-90aa50e791b2', late: 'longer' } as const;
    expect(readOverdueSearch(asSearch(asQuery(overdue)))).toEqual(overdue);
  });

  it('is the shown one when all its filters are set and no other', () => {
    expect(isSameQuery({ a: '1' }, { a: '1' })).toBe(true);
    expect(isSameQuery({ a: '1' }, { a: '1', b: '2' })).toBe(false);
    expect(isSameQuery({ a: '1' }, { a: '2' })).toBe(false);
  });
});
