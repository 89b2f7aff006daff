import { roleOn } from '../../../domain/procedure/succession.js';
import { plainDate } from '../../../domain/time/plain-date.js';

const lastDay = plainDate('2025-06-30');
const firstDay = plainDate('2025-07-01');

describe('the succession of roles', () => {
  test.each([
    ['district-labour-office', 'health-authority'],
    ['district-chair', 'health-authority'],
    ['district-police', 'provincial-police'],
    ['provincial-labour-department', 'health-authority'],
  ])('%s is succeeded by %s when the district level is dissolved', (role, successor) => {
    expect(roleOn(role, lastDay)).toBe(role);
    expect(roleOn(role, firstDay)).toBe(successor);
  });

  test('the Ministry of Labour passes its duties on in March 2025', () => {
    expect(roleOn('ministry-labour', plainDate('2025-02-28'))).toBe('ministry-labour');
    expect(roleOn('ministry-labour', plainDate('2025-03-01'))).toBe('ministry-health');
  });

  test.each(['commune-committee', 'health-authority', 'legal-aid-centre'])('%s stays itself', (role) => {
    expect(roleOn(role, plainDate('2014-03-25'))).toBe(role);
    expect(roleOn(role, plainDate('2030-01-01'))).toBe(role);
  });
});
