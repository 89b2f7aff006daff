import { instant } from '../../domain/time/instant.js';
import { changesOf, enteredOf } from '../../web/case/person-changes.js';

const asked = { fields: ['fullName', 'birthDate', 'phone'], now: instant('2026-11-24T09:00:00Z') } as const;
const person = { fullName: 'Sen', birthDate: '2004-03-05' };

describe('a correction of the sealed record', () => {
  it('sends nothing where nothing was changed, though the birthday is shown as it is spoken', () => {
    const entered = enteredOf(person);
    expect(entered['birthDate']).toBe('05/03/2004');
    expect(changesOf(person, { fullName: 'Sen', birthDate: '05/03/2004' }, asked)).toEqual({});
  });

  it('erases what was emptied and adds what was not known', () => {
    expect(changesOf(person, { birthDate: '2004', phone: '0900' }, asked)).toEqual({
      fullName: null,
      birthDate: '2004',
      phone: '0900',
    });
  });

  it('takes a year alone as it is, and keeps it', () => {
    expect(enteredOf({ birthDate: '2004' })['birthDate']).toBe('2004');
    expect(changesOf({ birthDate: '2004' }, { birthDate: '2004' }, asked)).toEqual({});
  });
});
