import { z } from 'zod';
import { deadlineOf, isLate, type DaysExplanation, type DaysOff } from '../../../domain/time/deadline.js';
import { addMinutes, fromEpochMs, epochMs, instant } from '../../../domain/time/instant.js';
import { limitDirections, limitRolls, limitUnits } from '../../../domain/time/limit.js';
import { plainDate } from '../../../domain/time/plain-date.js';
import { dataRows, official } from './official-calendar.js';

const Vector = z.object({
  id: z.string(),
  amount: z.coerce.number(),
  unit: z.enum(limitUnits),
  direction: z.enum(limitDirections),
  roll: z.enum(limitRolls),
  event_at: z.string().transform(instant),
  due_date: z.union([z.literal('').transform(() => undefined), z.string().transform(plainDate)]),
  due_at: z.string().transform(instant),
  note: z.string(),
});

const vectors = z.array(Vector).parse(dataRows('deadline-vectors.csv'));
const inDays = vectors.filter((vector) => vector.unit !== 'hour');

const computed = (vector: z.infer<typeof Vector>) => deadlineOf(vector, vector.event_at, official);

function explained(vector: z.infer<typeof Vector>): DaysExplanation {
  const { explanation } = computed(vector);
  if (explanation.counted !== 'days') throw new Error('a limit in days was explained in hours');
  return explanation;
}

/** `skips 1 compensatory, 3 holiday` in the words of the file. */
const inWords = (days: DaysOff): string =>
  Object.entries(days)
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, count]) => `${String(count)} ${kind}`)
    .join(', ');

test('the file holds sixty worked rows', () => {
  expect(vectors).toHaveLength(60);
});

test.each(vectors)('$id: $amount $unit $direction from $event_at falls due on $due_at', (vector) => {
  const deadline = computed(vector);
  expect([deadline.dueDate, deadline.dueAt]).toEqual([vector.due_date, vector.due_at]);
  expect(deadline.calendar).toBe('official');
  expect(deadline.incompleteCalendar).toBeUndefined();
});

test.each(vectors)('$id: the last millisecond is in time, the due instant is late', (vector) => {
  const { dueAt } = computed(vector);
  expect(isLate(dueAt, fromEpochMs(epochMs(dueAt) - 1))).toBe(false);
  expect(isLate(dueAt, dueAt)).toBe(true);
  expect(isLate(dueAt, addMinutes(dueAt, 1))).toBe(true);
});

test.each(inDays)('$id: the explanation tells what was passed over, as the note does', (vector) => {
  const { skipped, workedWeekendDays } = explained(vector);
  expect(inWords(skipped)).toBe(/skips ([^;]+?)(?:;|$)/.exec(vector.note)?.[1] ?? '');
  expect(workedWeekendDays.join()).toBe(/counts worked Saturday (\S+)/.exec(vector.note)?.[1] ?? '');
});

test.each(inDays)('$id: the explanation tells whence it was rolled, as the note does', (vector) => {
  const { rolled, rawDayOff } = explained(vector);
  const told = /raw (\S+) \w+ \((\w+)\) ->/.exec(vector.note);
  expect([rolled?.from, rolled?.to, rolled && rawDayOff]).toEqual(
    told === null ? [undefined, undefined, undefined] : [told[1], vector.due_date, told[2]],
  );
});

test('the explanation is plain data that survives a journey as JSON', () => {
  for (const vector of vectors) {
    const { explanation } = computed(vector);
    expect(JSON.parse(JSON.stringify(explanation))).toStrictEqual(explanation);
  }
});
