import { instant } from '../../domain/time/instant.js';
import { readAnswers } from '../../web/forms/answers.js';
import type { Question } from '../../web/forms/question.js';
import { registrationOf } from '../../web/register/registration.js';

const now = instant('2026-11-24T09:00:00Z');
const asks = (id: string, type: Question['type'], more: Partial<Question> = {}): Question => ({
  id,
  title: id,
  type,
  required: true,
  ...more,
});

const read = (question: Question, entered: Record<string, string | readonly string[]>) =>
  readAnswers([question], entered, now);

describe('answers as they are typed', () => {
  it('a name keeps its marks, composed, however the input method spelled them', () => {
    const spelled = 'Nguyễn  Thị Đào'.normalize('NFD');
    expect(read(asks('name', 'line'), { name: ` ${spelled} ` }).answers).toEqual({ name: 'Nguyễn Thị Đào' });
  });

  it.each([
    ['Nguyễn\u00A0Thị\u2003Sen', 'Nguyễn Thị Sen'],
    ['\uFEFFNguyễn\u200B Sen\u202C', 'Nguyễn Sen'],
    ['Nguyễn\u0000Sen\u0007', 'Nguyễn Sen'],
    ['Nguyễn\r\nSen', 'Nguyễn Sen'],
  ])('the pasted name %j is the name that was meant', (pasted, name) => {
    expect(read(asks('name', 'line'), { name: pasted }).answers).toEqual({ name });
  });

  it('a pasted text keeps its lines and is not rewritten: what cannot be taken, the API names', () => {
    const pasted = 'một\r\nhai\u0000\tba\u202E';
    expect(read(asks('note', 'text'), { note: pasted }).answers).toEqual({
      note: 'một\nhai\u0000\tba\u202E',
    });
  });

  it('a text keeps its lines', () => {
    expect(read(asks('note', 'text'), { note: 'một\nhai ' }).answers).toEqual({ note: 'một\nhai' });
  });

  it.each([
    ['12', 12],
    ['1.234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['0,5', 0.5],
    ['-3', -3],
  ])('the number %s is %d', (typed, value) => {
    expect(read(asks('n', 'number'), { n: typed }).answers).toEqual({ n: value });
  });

  it('a number that is none is told, not guessed', () => {
    expect(read(asks('n', 'number'), { n: '12a' }).problems).toEqual({ n: 'number' });
  });

  it('a day and a time become the moment in Việt Nam', () => {
    const { answers } = read(asks('at', 'instant'), { at: '20/11/2026', 'at~clock': '8h' });
    expect(answers).toEqual({ at: '2026-11-20T01:00:00.000Z' });
  });

  it('half a moment is told', () => {
    expect(read(asks('at', 'instant'), { at: '20/11/2026' }).problems).toEqual({ at: 'time' });
    expect(read(asks('at', 'instant'), { 'at~clock': '8:00' }).problems).toEqual({ at: 'date' });
  });

  it('no is an answer, nothing is none', () => {
    expect(read(asks('b', 'boolean'), { b: 'false' }).answers).toEqual({ b: false });
    expect(read(asks('b', 'boolean'), {}).problems).toEqual({ b: 'unchosen' });
    expect(read(asks('b', 'boolean', { required: false }), {})).toEqual({ answers: {}, problems: {} });
  });

  it('several may be ticked, and none is none', () => {
    expect(read(asks('c', 'choices'), { c: ['food', 'bed'] }).answers).toEqual({ c: ['food', 'bed'] });
    expect(read(asks('c', 'choices'), { c: [] }).problems).toEqual({ c: 'unchosen' });
  });
});

describe('a registration', () => {
  it('holds what was answered and nothing else', () => {
    const answers = {
      channel: 'self-report',
      receivedPlace: 'c:00070',
      urgent: false,
      'fact:isMinor': true,
      'person:fullName': 'Sen',
    };
    expect(registrationOf(answers, now)).toEqual({
      channel: 'self-report',
      receivedAt: now,
      receivedPlace: 'c:00070',
      facts: { isMinor: true },
      person: { fullName: 'Sen' },
    });
  });

  it.each([
    ['2004', '2004'],
    ['5/3/2004', '2004-03-05'],
    ['3/2004', '2004'],
    ['không rõ', 'không rõ'], // the API says what is wrong with it
  ])('takes the birthday %s as %s', (typed, sent) => {
    expect(registrationOf({ 'person:birthDate': typed }, now).person).toEqual({ birthDate: sent });
  });
});
