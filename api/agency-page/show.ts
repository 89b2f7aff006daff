import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { isOpenTask } from '../../domain/case/case-state.js';
import type { Moment } from '../../domain/case/draft.js';
import { message } from '../../messages/message.js';
import { momentWords } from '../../web/time/display.js';
import { linkStateOf, triesLeft, type LinkSight } from '../read/link-reads.js';
import { personFieldsSeen } from '../read/sight.js';
import { caseNow } from '../read/task-view.js';
import { actForms } from './act-form.js';
import { codePage } from './code-page.js';
import type { Notice } from './page-model.js';
import { filled } from './read-form.js';
import { gonePage } from './plain-pages.js';
import { receiptPage } from './receipt-page.js';
import { taskPage } from './task-page.js';
import { isUnlocked, type Visit } from './visit.js';

/** What is answered: a page, or that there is none. */
export interface Shown {
  readonly status: 200 | 410 | 422;
  readonly html: string;
}

/** A task that this browser may see and answer. */
export interface AtTheTask {
  readonly visit: Visit;
  readonly seen: LinkSight;
  readonly moment: Moment;
}

/**
 * Through the doors one by one: is the link good, is the task still here, was the code given? Either a page that says
 * no, or the task itself. Undefined: to this sender there is nothing.
 */
export async function enter(visit: Visit): Promise<Shown | AtTheTask | undefined> {
  const { parts, link, language, now } = visit;
  const found = await parts.read.links.sight(link, { language, now });
  if (found === undefined) return undefined;
  const state = linkStateOf(link, now);
  const { caseCode, coordinator } = found;
  if (state !== 'active' || found.kind === 'moved') {
    const isAnswered = found.kind === 'here' && !isOpen(found);
    const reason = state === 'active' ? 'moved' : state;
    return { status: 410, html: gonePage({ visit, reason, caseCode, isAnswered, coordinator }) };
  }
  if (!isUnlocked(visit)) return { status: 200, html: codePage({ visit, caseCode, ...wrongBefore(visit) }) };
  const calendar = await parts.calendar();
  return {
    visit,
    seen: found,
    moment: { now: caseNow(now, found.sight.record.clockOffsetMs), calendar },
  };
}

/** Wrong codes are told whenever the door is looked at, also after the language was changed. */
const wrongBefore = ({ link: { failedCodes } }: Visit) =>
  failedCodes === 0 ? {} : { triesLeft: triesLeft(failedCodes) };

export const isShown = (entered: Shown | AtTheTask): entered is Shown => 'html' in entered;

export function isOpen({ sight, task }: Pick<LinkSight, 'sight' | 'task'>): boolean {
  const held = sight.state.tasks[task.id];
  return held !== undefined && isOpenTask(held);
}

/** The page as it is opened. */
export async function show(at: AtTheTask, { query }: Request): Promise<Shown> {
  const { visit, seen, moment } = at;
  const { parts, link, now } = visit;
  await parts.records.links.noteOpened(link, now);
  if (!isOpen(seen)) return { status: 200, html: receiptPage({ visit, seen }) };
  const offered = actForms(seen, moment);
  const [forms, person] = await Promise.all([
    Promise.all(offered.map((form) => filled(form, {}, { visit, seen }))),
    query['person'] === 'show' ? openedPerson(at) : undefined,
  ]);
  return {
    status: 200,
    html: taskPage({
      ...at,
      forms,
      person,
      notice: doneNotice(at, query['done']),
      keyOf: () => randomUUID(),
    }),
  };
}

function openedPerson({ visit, seen }: AtTheTask) {
  const { sight } = seen;
  const reading = {
    viewer: sight.viewer,
    purpose: 'handle-task',
    now: visit.now,
    fields: personFieldsSeen(sight),
  };
  return visit.parts.records.persons.open(sight.state.caseId, reading);
}

const doneEvents = {
  'accept-task': 'task-accepted',
  'return-misdirected': 'task-misdirected',
} as const;

/** What this link has just done, from the record and not from the address. */
function doneNotice({ seen, visit }: AtTheTask, done: unknown): Notice | undefined {
  const act = done === 'accept-task' || done === 'return-misdirected' ? done : undefined;
  if (act === undefined) return undefined;
  const event = seen.events.findLast(
    ({ type, actor }) => type === doneEvents[act] && actor.kind === 'user' && actor.userId === visit.link.id,
  );
  if (event === undefined) return undefined;
  const text = message(visit.language, `link.done.${act}`, { at: momentWords(event.recordedAt) });
  return { kind: 'done', text };
}
