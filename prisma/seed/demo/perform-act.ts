import { z } from 'zod';
import { derivedUuid } from '../../../domain/ids.js';
import { procedureOf } from '../../../domain/procedure/catalogue.js';
import type { Step } from '../../../domain/procedure/procedure.js';
import { type DemoUsername, demoAccounts } from '../demo-accounts.js';
import { agencyIdOf } from '../reference.js';
import type { Door } from './door.js';
import { fillForm } from './fill-form.js';
import { type Act, isOpen, type Scene } from './next-act.js';
import { SeenAgencies, SeenCase } from './shapes.js';
import { usualAnswers } from './story.js';

export type Doors = Readonly<Record<DemoUsername, Door>>;

/** Midnight in Việt Nam. */
const reform = '2025-07-01T00:00:00+07:00';

const Done = z.object({ case: SeenCase });

/** What the coordinator sees of the case afterwards; undefined when somebody else acted, who sees less. */
export async function performAct(doors: Doors, scene: Scene, act: Act): Promise<SeenCase | undefined> {
  const { seen } = scene;
  const { username, inTheNameOf } = actorFor(act, scene);
  const what = act.closes === undefined ? await answerTo(doors, scene, act) : closing(scene, act.closes);
  const body = {
    ...what,
    occurredAt: new Date(act.at).toISOString(),
    ...(inTheNameOf === undefined
      ? {}
      : { onBehalfOf: { agencyId: inTheNameOf, ground: 'letter', reference: 'Công văn mẫu' } }),
  };
  const key = derivedUuid(`demo:${act.task.id}`);
  const done = await doors[username].post(
    `/cases/${seen.id}/commands`,
    { key, seen: seen.version, body },
    Done,
  );
  return coordinators.includes(username) ? done.case : undefined;
}

function closing({ seen }: Scene, outcome: string) {
  const [code = ''] = procedureOf(seen.procedure).groundsFor['close-case'];
  return { type: 'close-case', outcome, ground: { code } };
}

async function answerTo(doors: Doors, scene: Scene, { task, at }: Act) {
  const step = procedureOf(scene.seen.procedure).steps[task.stepId];
  if (step === undefined) throw new Error(`${scene.seen.procedure} has no step ${task.stepId}`);
  const outcome = outcomeFor(step, scene);
  if (outcome === 'declined')
    return { type: 'decline-task', taskId: task.id, reason: Object.keys(step.declineReasons ?? {})[0] };
  const { facts, residence, formerResidence = residence, place } = scene.story;
  const fields = await fillForm(step.outcomes[outcome]?.form ?? [], {
    facts,
    residence: at < Date.parse(reform) ? formerResidence : residence,
    at: new Date(at),
    agencyWith: (role) =>
      agencyWith(doors[coordinatorOf(scene.seen)], { role, place, not: thoseThatDeclined(scene) }),
  });
  return { type: 'complete-task', taskId: task.id, outcome, fields };
}

function outcomeFor(step: Step, { seen, story }: Scene): string {
  const wanted = story.answers?.[step.id] ?? usualAnswers[step.id];
  const before = seen.tasks.filter((task) => task.stepId === step.id && !isOpen(task)).length;
  const chosen = typeof wanted === 'string' ? wanted : wanted?.[Math.min(before, wanted.length - 1)];
  return chosen ?? Object.keys(step.outcomes)[0] ?? '';
}

interface Wanted {
  readonly role: string;
  readonly place: string;
  readonly not: ReadonlySet<string>;
}

/** Preferably one that a visitor can sign in to. */
async function agencyWith(door: Door, { role, place, not }: Wanted): Promise<string> {
  const { items } = await door.get(`/agencies?role=${role}&place=${place}`, SeenAgencies);
  const able = items.filter(({ id }) => !not.has(id));
  const found = able.find(({ id }) => officers.has(id)) ?? able[0];
  if (found === undefined) throw new Error(`no agency with the role ${role} for ${place}`);
  return found.id;
}

const thoseThatDeclined = ({ seen }: Scene): ReadonlySet<string> =>
  new Set(
    seen.tasks.flatMap(({ status, agency }) => (status === 'declined' && agency?.id ? [agency.id] : [])),
  );

/** The account of the agency that holds the task, else the coordinator in that agency's name. */
function actorFor({ task, closes }: Act, { seen }: Scene): { username: DemoUsername; inTheNameOf?: string } {
  const holder = task.agency?.id ?? null;
  const coordinator = coordinatorOf(seen);
  if (closes !== undefined || holder === null || holder === seen.coordinatingAgency?.id)
    return { username: coordinator };
  const officer = officers.get(holder);
  return officer === undefined ? { username: coordinator, inTheNameOf: holder } : { username: officer };
}

export const coordinators: readonly DemoUsername[] = ['coordinator', 'coordinator.2014'];

export const coordinatorOf = ({ coordinatingAgency }: SeenCase): DemoUsername =>
  coordinatingAgency?.id === agencyIdOf(demoAccounts['coordinator.2014'].agency)
    ? 'coordinator.2014'
    : 'coordinator';

/** Officers by the id of their agency. */
const officers = new Map<string, DemoUsername>(
  (Object.keys(demoAccounts) as DemoUsername[]).flatMap((username) => {
    const { agency, role } = demoAccounts[username];
    return role === 'officer' ? [[agencyIdOf(agency), username]] : [];
  }),
);
