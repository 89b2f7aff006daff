import type { Question } from '../../web/forms/question.js';
import { answerWords } from '../../web/register/answer-words.js';

const asks = (id: string, type: Question['type']): Question => ({ id, title: id, type, required: false });
const words = (question: Question, typed: string, more: Record<string, string> = {}): string =>
  answerWords(question, { entered: { [question.id]: typed, ...more }, t: ((key: string) => key) as never });

describe('what is checked before a case is registered', () => {
  it('is the day and the time as they were read, not as they were typed', () => {
    expect(words(asks('occurredAt', 'instant'), '5-3-26', { 'occurredAt~clock': '9h30' })).toBe(
      '05/03/2026 09:30',
    );
    expect(words(asks('occurredAt', 'instant'), '31/2/2026', { 'occurredAt~clock': '9h30' })).toBe(
      '31/2/2026 9h30',
    );
    expect(words(asks('consent:expiresOn', 'date'), '1.12.2026')).toBe('01/12/2026');
    expect(words(asks('person:birthDate', 'line'), '3/2/04')).toBe('03/02/2004');
    expect(words(asks('person:birthDate', 'line'), '2004')).toBe('2004');
    expect(words(asks('person:birthDate', 'line'), '18-20 tuổi')).toBe('18-20 tuổi');
  });

  it('is a pasted name as it is sent', () => {
    expect(words(asks('person:fullName', 'line'), '  Nguyễn\u200B  Thị\tMẫu ')).toBe('Nguyễn Thị Mẫu');
    expect(words(asks('person:fullName', 'line'), ' ')).toBe('');
  });
});
