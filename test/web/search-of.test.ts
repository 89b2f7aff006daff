import { searchOf } from '../../web/register/search-of.js';

const typed = { name: '', birthYear: '', phone: '' };

describe('a search for somebody who may be known already', () => {
  it('needs a name or a telephone number', () => {
    expect(searchOf({ ...typed, birthYear: '2004' })).toBeUndefined();
    expect(searchOf({ ...typed, name: '   ' })).toBeUndefined();
  });

  it('takes the year out of a birthday, and a name as it was meant', () => {
    expect(searchOf({ name: ' Nguyễn  Sen '.normalize('NFD'), birthYear: '27/3/2004', phone: '' })).toEqual({
      fullName: 'Nguyễn Sen',
      birthYear: 2004,
    });
  });

  it('leaves out a year that is none', () => {
    expect(searchOf({ ...typed, phone: '0900 000 000', birthYear: 'không rõ' })).toEqual({
      phone: '0900 000 000',
    });
  });
});
