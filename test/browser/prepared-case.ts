import { randomUUID } from 'node:crypto';
import { type DemoUsername, demoAccounts } from '../../prisma/seed/demo-accounts.js';
import { type Door, openDoor } from '../../prisma/seed/demo/door.js';
import { isOpen, nextAct } from '../../prisma/seed/demo/next-act.js';
import { type Doors, performAct } from '../../prisma/seed/demo/perform-act.js';
import { lookAt } from '../../prisma/seed/demo/play-story.js';
import type { SeenTask } from '../../prisma/seed/demo/shapes.js';
import type { Story } from '../../prisma/seed/demo/story.js';
import { z } from 'zod';

/** The other agencies of a journey: they have answered what comes before it. */
export interface Others {
  /** Registers a case and lets everybody answer until a task of this step is open. */
  until(stepId: string, course?: Course): Promise<Prepared>;
}

export interface Prepared {
  readonly caseId: string;
  readonly code: string;
  readonly task: SeenTask;
}

export type Course = Partial<
  Pick<Story, 'facts' | 'answers' | 'urgent' | 'place' | 'paces' | 'registeredBy'> & {
    readonly daysAgo: number;
    readonly receivedAt: string;
    readonly name: string;
  }
>;

const adult = { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese' } as const;
const hoanKiem = 'c:00070';
const mostActs = 40;

export function others(address: string): Others {
  const doors = doorsOf(address);
  return {
    async until(stepId, course = {}) {
      const caseId = randomUUID();
      const code = await register(doors, caseId, course);
      for (let turn = 0; turn < mostActs; turn++) {
        const seen = await lookAt(doors, caseId);
        if (seen === undefined) break;
        const task = seen.tasks.find((each) => each.stepId === stepId && isOpen(each));
        if (task !== undefined) return { caseId, code, task };
        const scene = { seen, story: storyOf(course, stepId) };
        const act = nextAct(scene, Number.POSITIVE_INFINITY);
        if (act === undefined) break;
        await performAct(doors, scene, { ...act, at: soonAfter(act.task.offeredAt) });
      }
      throw new Error(`the case never comes to ${stepId}`);
    },
  };
}

/** An agency answers an hour after it was asked, or just now where that is less. */
const soonAfter = (offeredAt: string): number => Math.min(Date.parse(offeredAt) + 3_600_000, Date.now());

async function register(doors: Doors, caseId: string, course: Course): Promise<string> {
  const { facts = adult, urgent = false, place = hoanKiem, daysAgo = 0, name = 'Người Mẫu' } = course;
  const body = {
    channel: 'self-report',
    receivedAt: course.receivedAt ?? new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
    receivedPlace: place,
    facts,
    urgent,
    person: { fullName: name, language: 'Tiếng Việt' },
  };
  const door = doors[course.registeredBy ?? 'commune'];
  const { code } = await door.post('/cases', { key: caseId, body }, z.object({ code: z.string() }));
  return code;
}

const storyOf = (
  { facts = adult, answers = {}, place = hoanKiem, paces }: Course,
  stopAt: string,
): Story => ({
  received: 0,
  place,
  residence: place,
  registeredBy: 'commune',
  facts,
  answers,
  paces: { ...paces, [stopAt]: 'never' },
});

/** Whoever has nothing to do signs in nowhere: signing in is costly by intention. */
function doorsOf(address: string): Doors {
  const doors = (Object.keys(demoAccounts) as DemoUsername[]).map((username) => {
    let opened: Promise<Door> | undefined;
    const door = () => (opened ??= openDoor(address, username));
    const lazy: Door = {
      get: async (path, shape) => (await door()).get(path, shape),
      post: async (path, what, shape) => (await door()).post(path, what, shape),
    };
    return [username, lazy] as const;
  });
  return Object.fromEntries(doors) as Doors;
}
