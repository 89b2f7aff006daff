import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CaseView } from '../../api/contract/case.js';
import { DeadlinePage } from '../../api/contract/event.js';
import { msPerDay } from '../../domain/time/instant.js';
import { isOpen, nextAct, type Act } from '../../prisma/seed/demo/next-act.js';
import { performAct, type Doors } from '../../prisma/seed/demo/perform-act.js';
import { SeenCase } from '../../prisma/seed/demo/shapes.js';
import type { Story } from '../../prisma/seed/demo/story.js';
import { CaseClock } from './case-clock.js';
import type { Diary } from './diary.js';

/** More would mean that the case goes round in circles. */
const mostTurns = 250;
/** So many days pass at most before the case is looked at again: time opens duties too. */
const longestHop = 7;

interface Journey {
  readonly doors: Doors;
  readonly story: Story;
  readonly diary: Diary;
  readonly caseId: string;
  readonly clock: CaseClock;
}

/** Walks a rehearsal from the report to its closing, over HTTP alone. Returns the closed case. */
export async function travel(doors: Doors, story: Story, diary: Diary): Promise<CaseView> {
  const caseId = await register(doors, story);
  const clock = new CaseClock(doors.coordinator, caseId);
  const journey = { doors, story, diary, caseId, clock };
  for (let turn = 0; turn < mostTurns; turn++) {
    const view = await look(journey);
    if (view.status !== 'open') return view;
    if (!(await answerEscalation(journey, view))) await goOn(journey, view);
  }
  throw new Error(`the rehearsal ${caseId} has not ended after ${String(mostTurns)} turns`);
}

async function register(doors: Doors, story: Story): Promise<string> {
  const caseId = randomUUID();
  const body = {
    channel: 'self-report',
    procedure: 'vn-2025@1',
    receivedAt: new Date().toISOString(),
    receivedPlace: story.place,
    facts: story.facts,
    urgent: story.urgent === true,
    rehearsal: true,
  };
  await doors[story.registeredBy].post('/cases', { key: caseId, body }, z.unknown());
  return caseId;
}

/** Reads the case as its coordinator does, and writes down what is new. */
async function look({ doors, caseId, diary }: Journey): Promise<CaseView> {
  const view = await doors.coordinator.get(`/cases/${caseId}`, CaseView);
  const { items } = await doors.coordinator.get(`/cases/${caseId}/deadlines`, DeadlinePage);
  diary.write(view, items);
  return view;
}

/** The next answer of an agency, or the days that pass until it comes. */
async function goOn({ doors, story, clock }: Journey, view: CaseView): Promise<void> {
  const scene = { seen: SeenCase.parse(view), story };
  const act = nextAct(scene, Infinity);
  const days = act === undefined ? longestHop : Math.floor((act.at - clock.now()) / msPerDay);
  if (days > 0) await clock.forward(Math.min(days, longestHop));
  else if (act !== undefined) await performAct(doors, scene, happeningNow(act, clock));
}

const happeningNow = (act: Act, clock: CaseClock): Act => ({ ...act, at: clock.now() });

/** Whoever was told acts: the supervisor has the agency reminded once more. Returns whether one was answered. */
async function answerEscalation({ doors, caseId }: Journey, view: CaseView): Promise<boolean> {
  const waiting = view.escalations.find(
    ({ level, taskId, acknowledgedAt }) =>
      level > 1 &&
      acknowledgedAt === undefined &&
      view.tasks.some((task) => task.id === taskId && isOpen(task)),
  );
  if (waiting === undefined) return false;
  const body = { type: 'acknowledge-escalation', escalationId: waiting.id, action: 'nudged' };
  const post = { key: randomUUID(), seen: view.version, body };
  await doors.supervisor.post(`/cases/${caseId}/commands`, post, z.unknown());
  return true;
}
