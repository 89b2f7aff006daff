import { at } from '../../domain/time/plain-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { readClock, readDay } from '../time/date-entry.js';
import { clockName, inputName, type Answers, type Entered, type Question } from './question.js';

export type AnswerProblem = 'required' | 'unchosen' | 'date' | 'time' | 'number';

export interface Read {
  readonly answers: Answers;
  readonly problems: Readonly<Record<string, AnswerProblem>>;
}

type Value = Answers[string];
type Reader = (entered: Entered, question: Question, now: Instant) => Value | AnswerProblemMark | undefined;

/** Told apart from any answer by being an object. */
interface AnswerProblemMark {
  readonly problem: AnswerProblem;
}

const problem = (of: AnswerProblem): AnswerProblemMark => ({ problem: of });

const readers = {
  // Not trimmed and not changed while it is typed: input methods for Vietnamese rewrite what stands there.
  text: (entered, { id }) => nonEmpty(composed(textOf(entered, inputName(id))).trim()),
  line: (entered, { id }) =>
    nonEmpty(
      cleaned(textOf(entered, inputName(id)))
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  choice: (entered, { id }) => nonEmpty(textOf(entered, inputName(id))),
  choices: (entered, { id }) => {
    const ticked = entered[inputName(id)];
    return typeof ticked === 'object' && ticked !== null && ticked.length > 0 ? [...ticked] : undefined;
  },
  boolean: (entered, { id }) => ({ true: true, false: false })[textOf(entered, inputName(id))],
  number: (entered, { id }) => {
    const typed = textOf(entered, inputName(id)).trim();
    if (typed === '') return undefined;
    // 1.234,5 as it is written in Việt Nam
    const value = Number(typed.replaceAll(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.'));
    return Number.isFinite(value) ? value : problem('number');
  },
  date: (entered, { id }, now) => {
    const typed = textOf(entered, inputName(id)).trim();
    return typed === '' ? undefined : (readDay(typed, now) ?? problem('date'));
  },
  instant: (entered, { id }, now) => {
    const [typedDay, typedClock] = [
      textOf(entered, inputName(id)).trim(),
      textOf(entered, clockName(id)).trim(),
    ];
    if (typedDay === '' && typedClock === '') return undefined;
    const day = readDay(typedDay, now);
    if (day === undefined) return problem('date');
    const [hour, minute] = (readClock(typedClock) ?? '').split(':');
    return hour === undefined || minute === undefined
      ? problem('time')
      : at(day, Number(hour), Number(minute));
  },
  place: (entered, { id }) => nonEmpty(textOf(entered, inputName(id))),
  agency: (entered, { id }) => nonEmpty(textOf(entered, inputName(id))),
} satisfies Record<Question['type'], Reader>;

/** Is the answer chosen from what is offered, and not typed? */
const isChosen = ({ type }: Question): boolean => chosenTypes.has(type);

const chosenTypes: ReadonlySet<Question['type']> = new Set([
  'choice',
  'choices',
  'boolean',
  'place',
  'agency',
]);

/** Reads what was typed into what the API takes, and finds what is missing or cannot be read. */
export function readAnswers(questions: readonly Question[], entered: Entered, now: Instant): Read {
  const answers: Answers = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const question of questions) {
    const reader: Reader = readers[question.type];
    const value = reader(entered, question, now);
    if (value === undefined) {
      if (question.required) problems[question.id] = isChosen(question) ? 'unchosen' : 'required';
    } else if (typeof value === 'object' && 'problem' in value) problems[question.id] = value.problem;
    else answers[question.id] = value;
  }
  return { answers, problems };
}

function textOf(entered: Entered, name: string): string {
  const value = entered[name];
  return typeof value === 'string' ? value : '';
}

/** A longer text is its author's: nothing in it is rewritten, and what cannot be taken the API names. */
const composed = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/g, '\n');

/** Marks that nobody sees and nobody typed: they come along with what is pasted, and hide a name from every search. */
const unseen = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/gu;
const controls = /[^\P{Cc}\n\t]/gu;

/** A pasted name as it was meant: without what nobody sees, control characters as spaces. */
const cleaned = (text: string): string => composed(text).replaceAll(unseen, '').replaceAll(controls, ' ');

const nonEmpty = (text: string): string | undefined => (text === '' ? undefined : text);
