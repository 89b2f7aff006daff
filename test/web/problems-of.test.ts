import { placeIn, refusedIn } from '../../web/forms/problems-of.js';
import type { Question } from '../../web/forms/question.js';

const questions: readonly Question[] = [
  { id: 'areas', title: 'Địa bàn', type: 'choices', required: false },
  {
    id: 'roles',
    title: 'Vai trò',
    type: 'choices',
    required: false,
    options: [{ id: 'hotline', title: 'Tổng đài 111' }],
  },
  { id: 'validTo', title: 'Ngày cuối', type: 'date', required: true },
];
const sent = {
  areas: ['p:01', 'oc:00004'],
  'areas~title': ['Thành phố Hà Nội', 'Phường Trúc Bạch'],
  roles: ['hotline'],
};
const shown = (pointer: string) =>
  refusedIn(questions, [{ pointer, message: 'không còn hiệu lực', code: 'x' }], (each) =>
    placeIn(each, questions, sent),
  ).map(({ title, message }) => `${title}: ${message}`);

describe('what the API refuses in a form', () => {
  it('names the one of several areas that it is about', () => {
    expect(shown('/areas/1')).toEqual(['Địa bàn: Phường Trúc Bạch: không còn hiệu lực']);
  });

  it('names the option that was ticked', () => {
    expect(shown('/roles/0')).toEqual(['Vai trò: Tổng đài 111: không còn hiệu lực']);
  });

  it('stands at its question where the answer has no parts', () => {
    expect(shown('/validTo')).toEqual(['Ngày cuối: không còn hiệu lực']);
  });
});
