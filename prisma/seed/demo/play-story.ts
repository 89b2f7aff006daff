import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { derivedUuid } from '../../../domain/ids.js';
import { type Door, Refused } from './door.js';
import { consentBody } from './consents.js';
import { isOpen, nextAct, type Scene } from './next-act.js';
import { coordinatorOf, coordinators, type Doors, performAct } from './perform-act.js';
import { SeenCase } from './shapes.js';
import type { Story } from './story.js';

export interface Stage {
  readonly doors: Doors;
  /** The moment up to which everything has happened, in milliseconds since 1970. */
  readonly now: number;
  /** The ids of the cases follow from it and from the number of the story. */
  readonly name: string;
}

const mostActs = 80;

/** Lets the agencies answer the registered case of a story, each at its pace, until the present. */
export async function playStory(stage: Stage, story: Story, number: number): Promise<void> {
  const look = () => lookAt(stage.doors, caseIdOf(stage, number));
  let seen = await look();
  // The clock may open something after an answer was given, so the end is seen by a look of its own.
  let fresh = true;
  for (let turn = 0; turn < mostActs; turn++) {
    if (seen?.status !== 'open') return;
    const act = nextAct({ seen, story }, stage.now);
    if (act === undefined && fresh) {
      await playExtras(stage, { seen, story });
      return;
    }
    const shown =
      act === undefined ? undefined : await performAct(stage.doors, { seen, story }, act).catch(overtaken);
    fresh = shown === undefined;
    seen = shown ?? (await look());
  }
  throw new Error(`demo story ${String(number)} does not come to rest`);
}

/**
 * As its coordinator sees the case: before the reform the district's, then the province's. Cases of other provinces
 * are coordinated there: nobody of the demo world sees them further.
 */
export async function lookAt(doors: Doors, caseId: string): Promise<SeenCase | undefined> {
  for (const username of coordinators) {
    const seen = await doors[username].get(`/cases/${caseId}`, SeenCase).catch(unseen);
    if (seen !== undefined) return seen;
  }
  return undefined;
}

function unseen(error: unknown): undefined {
  if (error instanceof Refused && error.status === 404) return undefined;
  throw error;
}

const caseIdOf = ({ name }: Stage, number: number): string => derivedUuid(`${name}:${String(number)}`);

/** Registers the case of a story, by the account of the body that received the report. */
export async function registerStory(stage: Stage, story: Story, number: number): Promise<void> {
  const { doors, now } = stage;
  const { isMinor, ageUncertain } = story.facts;
  const mayBeChild = isMinor === true || ageUncertain === true;
  const body = {
    channel: 'self-report',
    receivedAt: new Date(receivedAt(story, now)).toISOString(),
    receivedPlace: story.place,
    facts: story.facts,
    person: invented(story, number),
    urgent: story.urgent === true,
    consents: (story.consents ?? []).map((each) => consentBody(each, receivedAt(story, now), mayBeChild)),
  };
  await doors[story.registeredBy].post('/cases', { key: caseIdOf(stage, number), body }, z.unknown());
}

/** Nobody's name, number or story. */
const invented = (story: Story, number: number) => ({
  fullName: `Người Mẫu ${String(number).padStart(2, '0')}`,
  birthDate: story.facts['isMinor'] === true ? '2011' : '1996',
  phone: `0000 000 ${String(number).padStart(3, '0')}`,
  address: 'Địa chỉ mẫu, không có thật',
  language: 'Tiếng Việt',
  safeContact: 'Gọi cho cán bộ xã, không gọi về nhà (mẫu)',
  story: 'Lời trình bày mẫu của dữ liệu trình diễn, không kể về ai có thật.',
});

/** On the minute, so that a demo world made anew in the same minute is the same. */
export const receivedAt = ({ received }: Story, now: number): number =>
  typeof received === 'string'
    ? Date.parse(received)
    : Math.floor((now - received * 86_400_000) / 60_000) * 60_000;

async function playExtras(stage: Stage, { seen, story }: Scene): Promise<void> {
  for (const extra of story.extras ?? []) await extras[extra](stage, seen);
}

type Extra = NonNullable<Story['extras']>[number];

/** What the coordinator or supervisor does besides. */
const extras = {
  /** Who asks for a late duty of a case that was typed in says that it is really open: its escalations follow. */
  async nudge(stage, seen) {
    const overdue = seen.tasks.find(
      (task) => isOpen(task) && task.due !== null && Date.parse(task.due.at) < stage.now,
    );
    if (overdue === undefined) return;
    await send(stage.doors[coordinatorOf(seen)], seen, { type: 'nudge', taskId: overdue.id });
  },
  async acknowledge(stage, seen) {
    const escalationId = await untilEscalated(stage.doors, seen.id);
    if (escalationId === undefined) return;
    await send(stage.doors.supervisor, seen, {
      type: 'acknowledge-escalation',
      escalationId,
      action: 'nudged',
    });
  },
  note: ({ doors }, seen) =>
    send(doors[coordinatorOf(seen)], seen, {
      type: 'add-note',
      text: 'Ghi chú mẫu của dữ liệu trình diễn.',
      visibility: 'coordinators',
    }),
  async 'withdraw-consent'({ doors }, seen) {
    const consentId = seen.permitted.find(({ type }) => type === 'withdraw-consent')?.consentId;
    if (consentId === undefined) return;
    await send(doors[coordinatorOf(seen)], seen, { type: 'withdraw-consent', consentId });
  },
} satisfies Record<Extra, (stage: Stage, seen: SeenCase) => Promise<void>>;

type Body = Readonly<Record<string, string>> & { readonly type: string };

/**
 * Once for each case and type. Where it was done before, perhaps on another task or escalation, the key tells; where
 * the case's own clock was faster, nothing is lost: extras are for show.
 */
async function send(door: Door, seen: SeenCase, body: Body): Promise<void> {
  const key = derivedUuid(`demo:${seen.id}:${body.type}`);
  const post = { key, seen: seen.version, body };
  await door.post(`/cases/${seen.id}/commands`, post, z.unknown()).catch((error: unknown) => {
    if (!(error instanceof Refused && error.code === 'idempotency-key-reused')) overtaken(error);
  });
}

/** Somebody, or the case's own clock, acted since the case was seen: it is looked at again. */
function overtaken(error: unknown): undefined {
  if (error instanceof Refused && error.code === 'stale-version') return undefined;
  throw error;
}

/** The case's own clock raises it a moment after it was asked for. */
async function untilEscalated(doors: Doors, caseId: string): Promise<string | undefined> {
  for (let look = 0; look < 20; look++) {
    const seen = await lookAt(doors, caseId);
    const open = seen?.escalations.find(
      ({ acknowledgedAt, taskEndedAt }) => acknowledgedAt === undefined && taskEndedAt === undefined,
    );
    if (open !== undefined) return open.id;
    await pause(250);
  }
  return undefined;
}
