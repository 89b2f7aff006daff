import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { type Door, Refused } from '../../prisma/seed/demo/door.js';
import { fillForm } from '../../prisma/seed/demo/fill-form.js';
import { isOpen } from '../../prisma/seed/demo/next-act.js';
import { SeenCase } from '../../prisma/seed/demo/shapes.js';
import { timed } from './spread.js';

const Done = z.object({ case: SeenCase });

/** Duties of the commune that stand open one after the other from the report on. */
export const measuredSteps = ['register-report', 'inform-rights', 'notify-authority'] as const;

const hoanKiem = 'c:00070';
const facts = { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese', exploitation: 'labour' };

/** Registers `count` cases over HTTP as the commune; returns what it sees of them and how long each took. */
export async function startCases(
  door: Door,
  count: number,
  receivedAt = new Date(),
): Promise<{ cases: SeenCase[]; starts: number[] }> {
  const cases: SeenCase[] = [];
  const starts: number[] = [];
  for (let index = 0; index < count; index++) {
    const body = {
      channel: 'self-report',
      receivedAt: receivedAt.toISOString(),
      receivedPlace: hoanKiem,
      facts,
    };
    const register = async (): Promise<void> => {
      cases.push(await door.post('/cases', { key: randomUUID(), body }, SeenCase));
    };
    starts.push(await timed(register));
  }
  return { cases, starts };
}

/** One user who completes the measured steps of every case: form, rules, save, lists, the new view. */
export async function completeTasks(door: Door, cases: readonly SeenCase[]): Promise<number[]> {
  const durations: number[] = [];
  for (const begun of cases) {
    let seen = begun;
    for (const stepId of measuredSteps) {
      const body = await answerTo(seen, stepId);
      const post = { key: randomUUID(), seen: seen.version, body };
      const complete = async (): Promise<void> => {
        seen = (await door.post(`/cases/${seen.id}/commands`, post, Done)).case;
      };
      durations.push(await timed(complete));
    }
  }
  return durations;
}

/** Asks what the rules must refuse: a task that is done already is completed again. */
export async function askInVain(door: Door, { id }: SeenCase): Promise<void> {
  const seen = await door.get(`/cases/${id}`, SeenCase);
  const done = seen.tasks.find((task) => task.stepId === measuredSteps[0]);
  const body = { type: 'complete-task', taskId: done?.id, outcome: 'not-proceeding', fields: {} };
  const post = { key: randomUUID(), seen: seen.version, body };
  const code = await door.post(`/cases/${id}/commands`, post, z.unknown()).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );
  if (code !== 'wrong-state') throw new Error(`a refusal was expected, the answer was ${code}`);
}

async function answerTo(seen: SeenCase, stepId: string): Promise<object> {
  const task = seen.tasks.find((each) => each.stepId === stepId && isOpen(each));
  const [outcome, { form }] = Object.entries(
    procedureOf(seen.procedure).steps[stepId]?.outcomes ?? {},
  )[0] ?? ['', { form: [] }];
  const fields = await fillForm(form, {
    facts,
    residence: hoanKiem,
    at: new Date(),
    agencyWith: (role) => Promise.reject(new Error(`no agency with the role ${role} is asked for here`)),
  });
  if (task === undefined) throw new Error(`${stepId} is not open`);
  return { type: 'complete-task', taskId: task.id, outcome, fields };
}
