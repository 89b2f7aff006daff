import { Client } from '@temporalio/client';
import { connectToEngine } from '../../api/gateway/case-gateway.js';
import { caseId } from '../../domain/ids.js';
import { type Door, openDoor } from '../../prisma/seed/demo/door.js';
import type { SeenCase } from '../../prisma/seed/demo/shapes.js';
import { caseWorkflowId } from '../../workflows/contract.js';
import { startBare, stepBare } from './bare-user.js';
import { askInVain, completeTasks, measuredSteps, startCases } from './case-user.js';
import type { Ground } from './ground.js';
import { spreadOf, together } from './spread.js';
import type { Measured } from './verdict.js';

/** Bare and ours take turns, so that a busy moment of the machine falls on both. */
const rounds = 4;
/** Cases that one user works on in one round. */
const casesPerUser = { 1: 25, 8: 10 } as const;

const limits = { step: 3, start: 3, perStep: 8, perRefusal: 0 };

/** Steps, starts and history, ours and bare, on the same server. */
export async function measureCommands(ground: Ground): Promise<Measured[]> {
  const connection = await connectToEngine({ address: ground.temporalAddress });
  const client = new Client({ connection });
  const doors: Door[] = [];
  for (let user = 0; user < 8; user++) doors.push(await openDoor(ground.url, 'commune'));
  await Promise.all(doors.map((door) => warmUp(client, door)));
  const one = await measureUsers(client, doors.slice(0, 1), casesPerUser[1]);
  const eight = await measureUsers(client, doors, casesPerUser[8]);
  const history = await measureHistory(client, doors[0]);
  await connection.close();
  return [...one.steps, ...eight.steps, ...one.starts, ...history];
}

async function warmUp(client: Client, door: Door): Promise<void> {
  const { cases } = await startCases(door, 5);
  await completeTasks(door, cases);
  const { ids } = await startBare(client, 5);
  await stepBare(client, ids, 3);
}

interface Times {
  readonly steps: Measured[];
  readonly starts: Measured[];
}

async function measureUsers(client: Client, doors: readonly Door[], perUser: number): Promise<Times> {
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

async function measureHistory(client: Client, door: Door | undefined): Promise<Measured[]> {
  if (door === undefined) return [];
  const { cases } = await startCases(door, 10);
  const begun = await lengthsOf(client, cases);
  await completeTasks(door, cases);
  const completed = await lengthsOf(client, cases);
  for (const seen of cases) await askInVain(door, seen);
  const refused = await lengthsOf(client, cases);
  const grown = (from: readonly number[], to: readonly number[]): number =>
    to.reduce((sum, length, index) => sum + length - (from[index] ?? 0), 0) / to.length;
  return [
    {
      what: 'history events per completed step',
      value: grown(begun, completed) / measuredSteps.length,
      limit: limits.perStep,
      note: `mean over ${measuredSteps.join(', ')} of ${String(cases.length)} cases`,
    },
    {
      what: 'history events per refused command',
      value: grown(completed, refused),
      limit: limits.perRefusal,
      note: `wrong-state on ${String(cases.length)} warm cases`,
    },
  ];
}

const lengthsOf = (client: Client, cases: readonly SeenCase[]): Promise<number[]> =>
  Promise.all(
    cases.map(async ({ id }) => {
      const { historyLength } = await client.workflow.getHandle(caseWorkflowId(caseId(id))).describe();
      return historyLength;
    }),
  );
