import { countingDeadline } from '../../domain/case/case-state.js';
import type { CommandData } from '../../domain/case/commands.js';
import {
  firstPossibleDay,
  impossibleDays,
  impossibleFacts,
  type ImpossibleDay,
} from '../../domain/case/possible-days.js';
import { precedesOffer } from '../../domain/case/task-offer.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { addDays, dateOf, type PlainDate } from '../../domain/time/plain-date.js';
import type { CommandBody, PublicCommandType } from '../contract/command.js';
import type { SealedValue } from '../contract/text.js';
import { fieldProblem, pointer, type Finding } from '../problem.js';
import { dayWords, momentWords } from '../read/day-words.js';
import type { Sight } from '../read/sight.js';
import { caseNow } from '../read/task-view.js';

/** Days and moments that cannot be: said here with what would be possible. */
export function checkDays(body: CommandBody, data: CommandData[PublicCommandType], sight: Sight): void {
  const { state, now, record } = sight;
  const procedure = procedureOf(state.procedure);
  const task = 'taskId' in body && body.taskId !== undefined ? state.tasks[body.taskId] : undefined;
  if (body.occurredAt !== undefined && task !== undefined && precedesOffer(body.occurredAt, task))
    throw fieldProblem({ pointer: '/occurredAt', code: 'before-offer' });
  const today = dateOf(caseNow(now, record.clockOffsetMs));
  checkLetterDays(body.onBehalfOf, today);
  const step = task === undefined ? undefined : procedure.steps[task.stepId];
  throwDays(
    impossibleDays(data, step, { procedure, today, receivedOn: dateOf(state.openedAt) }),
    ({ about }) => (body.type === 'record-fact' ? '/value' : pointer('fields', about)),
  );
}

/** A letter is sent, then received, and neither tomorrow. */
function checkLetterDays(letter: CommandBody['onBehalfOf'], today: PlainDate): void {
  const { sentOn, receivedOn } = letter ?? {};
  const days = [
    { about: 'receivedOn', day: receivedOn, from: firstPossibleDay, to: today },
    { about: 'sentOn', day: sentOn, from: firstPossibleDay, to: receivedOn ?? today },
  ];
  const impossible = days.filter(({ day, from, to }) => day !== undefined && (day < from || day > to));
  throwDays(impossible, ({ about }) => pointer('onBehalfOf', about));
}

/** From when on a time would be possible that the rules found not to be. */
export function possibleTime(
  named: string,
  body: CommandBody,
  { state, now, record }: Sight,
): Omit<Finding, 'pointer'> | undefined {
  const from = (words: string) => ({ code: 'day-from', values: { from: words } }) as const;
  if (named === 'occurredAt') return from(momentWords(state.openedAt));
  if (named !== 'until') return undefined;
  if (body.type !== 'extend-deadline') return from(momentWords(caseNow(now, record.clockOffsetMs)));
  const task = state.tasks[body.taskId];
  const due = task === undefined ? undefined : countingDeadline(task)?.dueDate;
  return due === undefined ? undefined : from(dayWords(addDays(due, 1)));
}

interface Opening {
  readonly data: CommandData['open-case'];
  readonly person?: { readonly birthDate?: SealedValue | null | undefined } | undefined;
}

export function checkOpeningDays({ data, person }: Opening, today: PlainDate): void {
  const judging = {
    procedure: procedureOf(data.procedure),
    today,
    receivedOn: dateOf(data.receivedAt),
  };
  throwDays(impossibleFacts(data.facts, judging), ({ about }) => pointer('facts', about));
  checkBirthDate(person?.birthDate, '/person/birthDate', today);
}

/** A day, or a year where only that is known. */
export function checkBirthDate(
  birthDate: SealedValue | null | undefined,
  where: string,
  today: PlainDate,
): void {
  const told = birthDate?.reveal();
  if (told === undefined) return;
  const { length } = told;
  if (told >= firstPossibleDay.slice(0, length) && told <= today.slice(0, length)) return;
  throw fieldProblem(dayFinding({ about: '', from: firstPossibleDay, to: today }, where));
}

function throwDays(days: readonly ImpossibleDay[], where: (day: ImpossibleDay) => string): void {
  if (days.length > 0) throw fieldProblem(...days.map((day) => dayFinding(day, where(day))));
}

const dayFinding = ({ from, to }: ImpossibleDay, where: string): Finding => ({
  pointer: where,
  code: 'day-between',
  values: { from: dayWords(from), to: dayWords(to) },
});
