import type { Answers, Question } from '../forms/question.js';

const typed: readonly Question['type'][] = ['text', 'line'];

/** The answers with every typed text replaced: what follows from an act never depends on its words. */
export function masked(answers: Answers, questions: readonly Question[]): Answers {
  const texts = questions.filter(({ type }) => typed.includes(type)).map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, texts.includes(id) ? '…' : value]),
  );
}
