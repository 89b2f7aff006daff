import { derivedUuid } from '../../../domain/ids.js';
import { procedureOf } from '../../../domain/procedure/catalogue.js';
import type { Step } from '../../../domain/procedure/procedure.js';
import { type DemoUsername, demoAccounts } from '../demo-accounts.js';
import { agencyIdOf } from '../reference.js';
import { type Door, Refused } from './door.js';
import { fillForm } from './fill-form.js';
import { SeenAgencies, SeenCase, type SeenTask } from './shapes.js';
import type { Story } from './story.js';

export interface Stage {
  readonly doors: Readonly<Record<DemoUsername, Door>>;
  /** The moment up to which everything has happened, in milliseconds since 1970. */
  readonly now: number;
}

const hour = 3_600_000;
const mostActs = 80;
const open = new Set(['offered', 'accepted', 'misdirected']);

/** Registers the case of a story and lets the agencies answer, each at its pace, until the present. */
export async function playStory(stage: Stage, story: Story, number: number): Promise<void> {
  const caseId = derivedUuid(`demo:${String(number)}`);
  await register(stage, { caseId, story, number });
  const coordinator = stage.doors.coordinator;
  for (let act = 0; act < mostActs; act++) {
    const seen = await coordinator.get(`/cases/${caseId}`, SeenCase).catch(unseen);
    if (seen === undefined || seen.status !== 'open') return;
    if (await closed(stage, { seen, story })) return;
    const next = nextAct({ seen, story }, stage.now);
    if (next === undefined) {
      await playExtras(stage, { seen, story });
      return;
    }
    await answer(stage, { seen, story }, next);
  }
  throw new Error(`demo story ${String(number)} does not come to rest`);
}

/** Cases of other provinces are coordinated there: nobody of the demo world sees them further. */
function unseen(error: unknown): undefined {
  if (error instanceof Refused && error.status === 404) return undefined;
  throw error;
}

async function register(
  { doors, now }: Stage,
  { caseId, story, number }: { caseId: string; story: Story; number: number },
) {
  const person = {
    fullName: `Người Mẫu ${String(number).padStart(2, '0')}`,
    birthDate: story.facts['isMinor'] === true ? '2011' : '1996',
    phone: `0000 000 ${String(number).padStart(3, '0')}`,
    address: 'Địa chỉ mẫu, không có thật',
    language: 'Tiếng Việt',
    safeContact: 'Gọi cho cán bộ xã, không gọi về nhà (mẫu)',
    story: 'Lời trình bày mẫu của dữ liệu trình diễn, không kể về ai có thật.',
  };
  const body = {
    channel: 'self-report',
    receivedAt: new Date(receivedAt(story, now)).toISOString(),
    receivedPlace: story.place,
    facts: story.facts,
    person,
    urgent: story.urgent === true,
  };
  await doors[story.registeredBy].post('/cases', { key: caseId, body });
}

/** On the minute, so that a demo world made anew in the same minute is the same. */
const receivedAt = (story: Story, now: number): number =>
  Math.floor((now - story.daysAgo * 24 * hour) / 60_000) * 60_000;

interface Scene {
  readonly seen: SeenCase;
  readonly story: Story;
}

interface Act {
  readonly task: SeenTask;
  readonly at: number;
}

/** Of all that will be answered before the present, the first. */
function nextAct({ seen, story }: Scene, now: number): Act | undefined {
  return seen.tasks
    .filter((task) => open.has(task.status) && task.stepId !== 'close-case')
    .flatMap((task) => {
      const at = answeredAt(task, story);
      return at === undefined || at > now ? [] : [{ task, at }];
    })
    .sort((one, other) => one.at - other.at || one.task.stepId.localeCompare(other.task.stepId))[0];
}

/** An agency takes between a fifth and four fifths of its time, unless the story says otherwise. */
function answeredAt(task: SeenTask, story: Story): number | undefined {
  const offered = Date.parse(task.offeredAt);
  const pace = story.paces?.[task.stepId] ?? usualPace(`${task.id}`);
  if (pace === 'never') return undefined;
  const due = task.due === null ? offered + 24 * hour : Date.parse(task.due.at);
  return Math.ceil((offered + Math.max(due - offered, hour) * pace) / 60_000) * 60_000;
}

const usualPace = (seed: string): number =>
  0.2 + (0.6 * Number.parseInt(derivedUuid(seed).slice(0, 4), 16)) / 0xffff;

async function answer(stage: Stage, { seen, story }: Scene, { task, at }: Act): Promise<void> {
  const step = procedureOf(seen.procedure).steps[task.stepId];
  if (step === undefined) throw new Error(`${seen.procedure} has no step ${task.stepId}`);
  const outcome = outcomeFor(step, { seen, story });
  const when = { taskId: task.id, occurredAt: new Date(at).toISOString() };
  const holder = task.agency?.id ?? null;
  const by = actorFor(holder, seen);
  const onBehalfOf =
    holder === null || by.own
      ? {}
      : { onBehalfOf: { agencyId: holder, ground: 'letter', reference: 'Công văn mẫu' } };
  const what =
    outcome === 'declined'
      ? { type: 'decline-task', reason: Object.keys(step.declineReasons ?? {})[0] }
      : { type: 'complete-task', outcome, fields: await fieldsFor(stage, { step, outcome, story, at }) };
  await stage.doors[by.username].post(`/cases/${seen.id}/commands`, {
    key: derivedUuid(`demo:${task.id}:answer`),
    seen: seen.version,
    body: { ...what, ...when, ...onBehalfOf },
  });
}

function outcomeFor(step: Step, { seen, story }: Scene): string {
  const wanted = story.answers?.[step.id];
  const before = seen.tasks.filter((task) => task.stepId === step.id && !open.has(task.status)).length;
  const chosen = typeof wanted === 'string' ? wanted : wanted?.[Math.min(before, wanted.length - 1)];
  return chosen ?? Object.keys(step.outcomes)[0] ?? '';
}

/** The account of the agency that holds the task, else the coordinator in that agency's name. */
function actorFor(holder: string | null, seen: SeenCase): { username: DemoUsername; own: boolean } {
  const coordinating = seen.coordinatingAgency?.id ?? null;
  if (holder !== null && holder === coordinating) return { username: 'coordinator', own: true };
  const own = accountOf.get(holder ?? '');
  return own === undefined ? { username: 'coordinator', own: holder === null } : { username: own, own: true };
}

/** Officers by the id of their agency. */
const accountOf = new Map<string, DemoUsername>(
  (Object.keys(demoAccounts) as DemoUsername[]).flatMap((username) => {
    const { agency, role } = demoAccounts[username];
    return role === 'officer' ? [[agencyIdOf(agency), username]] : [];
  }),
);

interface Asked {
  readonly step: Step;
  readonly outcome: string;
  readonly story: Story;
  readonly at: number;
}

const fieldsFor = (stage: Stage, { step, outcome, story, at }: Asked) =>
  fillForm(step.outcomes[outcome]?.form ?? [], {
    facts: story.facts,
    residence: story.residence,
    at: new Date(at),
    agencyWith: async (role) => {
      const found = await stage.doors.coordinator.get(
        `/agencies?role=${role}&place=${story.place}`,
        SeenAgencies,
      );
      const [first] = found.items;
      if (first === undefined) throw new Error(`no agency with the role ${role} for ${story.place}`);
      return first.id;
    },
  });

/** Closes the case when the law allows it, unless the story leaves that to the visitor. */
async function closed(stage: Stage, { seen, story }: Scene): Promise<boolean> {
  const permission = seen.permitted.find((each) => each.type === 'close-case');
  const task = seen.tasks.find((each) => each.stepId === 'close-case' && open.has(each.status));
  const [outcome] = permission?.outcomes ?? [];
  if (task === undefined || outcome === undefined) return false;
  const at = answeredAt(task, story);
  if (at === undefined || at > stage.now) return false;
  const [code = 'other'] = Object.keys(procedureOf(seen.procedure).grounds);
  await stage.doors.coordinator.post(`/cases/${seen.id}/commands`, {
    key: derivedUuid(`demo:${task.id}:close`),
    seen: seen.version,
    body: { type: 'close-case', outcome, ground: { code }, occurredAt: new Date(at).toISOString() },
  });
  return true;
}

async function playExtras(stage: Stage, { seen, story }: Scene): Promise<void> {
  const overdue = seen.tasks.find(
    (task) => open.has(task.status) && task.due !== null && Date.parse(task.due.at) < stage.now,
  );
  const escalation = seen.escalations.find(
    (each) => each.acknowledgedAt === undefined && each.taskEndedAt === undefined,
  );
  const bodies = {
    nudge: overdue && { type: 'nudge', taskId: overdue.id },
    acknowledge: escalation && {
      type: 'acknowledge-escalation',
      escalationId: escalation.id,
      action: 'nudged',
    },
    note: { type: 'add-note', text: 'Ghi chú mẫu của dữ liệu trình diễn.', visibility: 'coordinators' },
  };
  for (const extra of story.extras ?? []) {
    const body = bodies[extra];
    if (body === undefined) continue;
    const door = extra === 'acknowledge' ? stage.doors.supervisor : stage.doors.coordinator;
    const key = derivedUuid(`demo:${seen.id}:${extra}`);
    await door.post(`/cases/${seen.id}/commands`, { key, seen: seen.version, body });
  }
}
