import { retitled } from '../../web/forms/known-titles.js';

const english = {
  nameVi: 'Sở Y tế Hà Nội',
  superiorId: 'a1',
  'superiorId~title': "People's Committee of Ha Noi City",
  areas: ['p:01', 'c:00070'],
  'areas~title': ['Thành phố Hà Nội (until 30/06/2025)', 'Phường Hoàn Kiếm'],
};
const entered = {
  ...english,
  'superiorId~title': 'Ủy ban nhân dân thành phố Hà Nội',
  'areas~title': ['Thành phố Hà Nội (đến 30/06/2025)', 'Phường Hoàn Kiếm'],
};

describe('when the language of a form changes', () => {
  it('what it came with takes its name in the new one', () => {
    expect(retitled(english, entered)).toEqual({
      'superiorId~title': "People's Committee of Ha Noi City",
      'areas~title': ['Thành phố Hà Nội (until 30/06/2025)', 'Phường Hoàn Kiếm'],
    });
    expect(retitled(english, english)).toEqual({});
  });

  it('what was chosen since, or taken away, stays so', () => {
    const changed = {
      ...entered,
      superiorId: 'b2',
      'superiorId~title': 'Bộ Y tế',
      areas: ['c:99999', 'p:01'],
      'areas~title': ['Xã Mới', 'Thành phố Hà Nội (đến 30/06/2025)'],
    };
    expect(retitled(english, changed)).toEqual({
      'areas~title': ['Xã Mới', 'Thành phố Hà Nội (until 30/06/2025)'],
    });
    expect(
      retitled(english, { ...entered, superiorId: '', 'superiorId~title': '', areas: [], 'areas~title': [] }),
    ).toEqual({});
  });
});
