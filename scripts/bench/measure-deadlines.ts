import { setTimeout as pause } from 'node:timers/promises';
import { Client as Sql } from 'pg';
import { type Door, openDoor } from '../../prisma/seed/demo/door.js';
import { completeTasks, startCases } from './case-user.js';
import { benchDatabase, type Ground } from './ground.js';
import { spreadOf, timed, together } from './spread.js';
import type { Measured } from './verdict.js';

const limits = { repeats: 0, missing: 0, spreadSeconds: 300, otherWork: 3 };
const users = 8;
const hourMs = 3_600_000;
const minuteMs = 60_000;
/** The first duty of a report is our own "at once": 24 hours, then it is overdue and the first escalation is raised. */
const dueAfterMs = 24 * hourMs;
const rungsAtDue = ['overdue', 'escalation-1'] as const;
/** Wakes of one minute are spread over five (workflows/case-timer.ts); what is not there twice as long after never comes. */
const spreadMs = 5 * minuteMs;

/** `count` cases whose first duty falls due at the same instant: what fires, when, and what others notice of it. */
export async function measureDeadlines(ground: Ground, count: number): Promise<Measured[]> {
  const doors: Door[] = [];
  for (let user = 0; user <= users; user++) doors.push(await openDoor(ground.url, 'commune'));
  const [other, ...fillers] = doors;
  if (other === undefined) return [];
  const due = await openAll(fillers, count);
  const before = await othersWork(other, () => Date.now() < due - minuteMs / 2);
  await pause(Math.max(0, due - Date.now()));
  const during = await othersWork(other, () => Date.now() < due + spreadMs);
  const fired = await settled(ground, { due, expected: count * rungsAtDue.length });
  const note = `${count.toLocaleString('en')} cases, ${rungsAtDue.join(' and ')}`;
  const [normal, busy] = [spreadOf(before), spreadOf(during)];
  return [
    {
      what: 'rungs missing',
      value: count * rungsAtDue.length - fired.rungs,
      limit: limits.missing,
      digits: 0,
      note,
    },
    { what: 'rungs fired twice', value: fired.repeats, limit: limits.repeats, digits: 0, note },
    {
      what: 'seconds from the first rung to the last',
      value: fired.seconds,
      digits: 0,
      note: `spread over ${String(limits.spreadSeconds)}; the busiest second fired ${String(fired.busiest)}`,
    },
    {
      what: 'complete-task meanwhile ÷ before, p95',
      value: busy.p95 / normal.p95,
      limit: limits.otherWork,
      note: `${busy.p95.toFixed(1)} ms ÷ ${normal.p95.toFixed(1)} ms, ${String(busy.calls)} and ${String(normal.calls)} calls`,
    },
  ];
}

/** Opens the cases; returns the instant, on the full minute and still ahead, at which all fall due. */
async function openAll(doors: readonly Door[], count: number): Promise<number> {
  const trial = 10;
  const each = Math.ceil(count / doors.length);
  const open = (perUser: number, receivedAt: Date) =>
    together(doors.map((door) => async () => (await startCases(door, perUser, receivedAt)).starts));
  await open(trial, new Date()); // the first of all are slow and foretell nothing
  const perCaseMs = (await timed(() => open(trial, new Date()))) / trial;
  const due = Math.ceil((Date.now() + 1.5 * each * perCaseMs) / minuteMs + 2) * minuteMs;
  const shares = doors.map((_, index) => Math.floor((count + index) / doors.length));
  await together(
    doors.map(
      (door, index) => async () =>
        (await startCases(door, shares[index] ?? 0, new Date(due - dueAfterMs))).starts,
    ),
  );
  if (Date.now() > due - minuteMs)
    throw new Error('opening the cases took longer than was foreseen from the first of them; run it again');
  return due;
}

/** One commune officer who receives people and completes their first steps, one call after the other, while it lasts. */
async function othersWork(door: Door, lasts: () => boolean): Promise<number[]> {
  const durations: number[] = [];
  while (lasts()) {
    const { cases } = await startCases(door, 1);
    durations.push(...(await completeTasks(door, cases)));
    await pause(100);
  }
  return durations;
}

interface Fired {
  readonly rungs: number;
  readonly repeats: number;
  /** From the first to the last. */
  readonly seconds: number;
  /** Most rungs within one second. */
  readonly busiest: number;
}

/** What the record holds of that instant, once all is there or nothing more can be expected. */
async function settled(ground: Ground, { due, expected }: { due: number; expected: number }): Promise<Fired> {
  const sql = new Sql({ connectionString: ground.database(benchDatabase) });
  await sql.connect();
  try {
    for (;;) {
      const fired = await firedAt(sql, due);
      if (fired.rungs >= expected || Date.now() > due + 2 * spreadMs) return fired;
      await pause(2_000);
    }
  } finally {
    await sql.end();
  }
}

/** From the events, not from the read rows: those could not hold a rung twice. */
async function firedAt(sql: Sql, due: number): Promise<Fired> {
  const { rows } = await sql.query<Record<keyof Fired, string>>(
    `with fired as (
       select case_id, data->>'taskId' as task, data->>'rung' as rung, min(recorded_at) as at, count(*) as times
       from case_event
       where type = 'rung-reached' and data->>'dueAt' = $1 and data->>'rung' = any($2)
       group by 1, 2, 3)
     select count(*) as rungs, coalesce(sum(times - 1), 0) as repeats,
       coalesce(extract(epoch from max(at) - min(at)), 0) as seconds,
       coalesce((select max(n) from (select count(*) as n from fired group by date_trunc('second', at)) s), 0) as busiest
     from fired`,
    [new Date(due).toISOString(), [...rungsAtDue]],
  );
  const [row] = rows;
  const number = (key: keyof Fired): number => Number(row?.[key] ?? 0);
  return {
    rungs: number('rungs'),
    repeats: number('repeats'),
    seconds: number('seconds'),
    busiest: number('busiest'),
  };
}
