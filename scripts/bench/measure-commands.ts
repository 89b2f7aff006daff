import { Client } from '@temporalio/client';
import { connectToEngine } from '../../api/gateway/case-gateway.js';
import { type Door, openDoor } from '../../prisma/seed/demo/door.js';
import { startBare, stepBare } from './bare-user.js';
import { completeTasks, measuredSteps, startCases } from './case-user.js';
import { countPerCommand } from './count-per-command.js';
import type { Ground } from './ground.js';
import { spreadOf, together } from './spread.js';
import type { Measured } from './verdict.js';

/** Cases that one user works on in one round, and before the first, where no fewer are asked for. */
const casesPerUser = { alone: 25, ofEight: 10, warmUp: 5 } as const;

const limits = { step: 3, start: 3 };

export interface Amount {
  readonly rounds: number;
  /** How many cases a user works on at most. */
  readonly mostCases: number;
}

/** Steps, starts and counts, ours and bare, on the same server; they take turns `rounds` times, so that a busy moment falls on both. */
export async function measureCommands(ground: Ground, { rounds, mostCases }: Amount): Promise<Measured[]> {
  const atMost = (cases: number): number => Math.min(cases, mostCases);
  const connection = await connectToEngine({ address: ground.temporalAddress });
  const client = new Client({ connection });
  const doors: Door[] = [];
  for (let user = 0; user < 8; user++) doors.push(await openDoor(ground.url, 'commune'));
  await Promise.all(doors.map((door) => warmUp(client, door, atMost(casesPerUser.warmUp))));
  const one = await measureUsers(client, doors.slice(0, 1), { rounds, perUser: atMost(casesPerUser.alone) });
  const eight = await measureUsers(client, doors, { rounds, perUser: atMost(casesPerUser.ofEight) });
  const counts = await countPerCommand(client, ground, doors.slice(0, 1));
  await connection.close();
  return [...one.steps, ...eight.steps, ...one.starts, ...counts];
}

async function warmUp(client: Client, door: Door, count: number): Promise<void> {
  const { cases } = await startCases(door, count);
  await completeTasks(door, cases);
  const { ids } = await startBare(client, count);
  await stepBare(client, ids, measuredSteps.length);
}

interface Times {
  readonly steps: Measured[];
  readonly starts: Measured[];
}

async function measureUsers(
  client: Client,
  doors: readonly Door[],
  { rounds, perUser }: { readonly rounds: number; readonly perUser: number },
): Promise<Times> {
  const all = {
    steps: [] as number[],
    bareSteps: [] as number[],
    starts: [] as number[],
    bareStarts: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    const bare = await Promise.all(doors.map(() => startBare(client, perUser)));
    const ours = await Promise.all(doors.map((door) => startCases(door, perUser)));
    all.bareStarts.push(...bare.flatMap(({ starts }) => starts));
    all.starts.push(...ours.flatMap(({ starts }) => starts));
    const bareUsers = bare.map(
      ({ ids }) =>
        () =>
          stepBare(client, ids, measuredSteps.length),
    );
    all.bareSteps.push(...(await together(bareUsers)));
    const users = doors.map((door, index) => () => completeTasks(door, ours[index]?.cases ?? []));
    all.steps.push(...(await together(users)));
  }
  const users = doors.length === 1 ? '1 user' : `${String(doors.length)} users`;
  return {
    steps: ratios(`complete-task ÷ bare update, ${users}`, [all.steps, all.bareSteps], limits.step),
    starts: ratios(
      `start case ÷ bare update-with-start, ${users}`,
      [all.starts, all.bareStarts],
      limits.start,
    ),
  };
}

/** The limit is one for the middle; the slowest twentieth is told beside it. */
function ratios(what: string, [ours, bare]: readonly [number[], number[]], limit: number): Measured[] {
  const [a, b] = [spreadOf(ours), spreadOf(bare)];
  const note = (key: 'p50' | 'p95') =>
    `${a[key].toFixed(1)} ms ÷ ${b[key].toFixed(1)} ms, ${String(a.calls)} calls`;
  return [
    { what: `${what}, p50`, value: a.p50 / b.p50, limit, note: note('p50') },
    { what: `${what}, p95`, value: a.p95 / b.p95, note: note('p95') },
  ];
}
