import { z } from 'zod';
import { countingDeadline, isOpenTask, type Task } from '../../domain/case/case-state.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { closeStepId } from '../../domain/procedure/procedure.js';
import { addHours, instant, isBefore, type Instant } from '../../domain/time/instant.js';
import { idempotencyKey } from '../commands/keyed-request.js';
import { IssuedLink, IssueLink, linkPath, longestLinkDays, TaskLinkPage } from '../contract/task-link.js';
import { uuid } from '../contract/text.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import type { Reader, Sight } from '../read/sight.js';
import { caseSeen } from './case-seen.js';
import { noAnswer, noBody, nothing, ok, route } from './route.js';

const params = z.strictObject({ id: uuid });

/** Links by which an agency without an account answers one task. */
export const linkRoutes = [
  route({
    method: 'post',
    path: '/tasks/{id}/links',
    summary: 'Issue a link by which the agency answers this task without an account; shown once',
    permission: 'signed-in',
    audit: 'issue-link',
    params,
    query: nothing,
    body: IssueLink,
    answer: IssuedLink,
    handler: async (asked) => {
      const { parts, viewer, now, rawBody, target } = asked;
      const id = idempotencyKey(asked.headers.idempotencyKey);
      const sight = await taskSeen(parts, asked.params.id, asked);
      const kept = await parts.records.requestKeys.keep({
        key: id,
        userId: viewer.userId,
        route: target,
        body: rawBody,
      });
      if (kept === 'reused') throw new Problem('idempotency-key-reused');
      if ((await parts.read.links.one(id)) === undefined) {
        const task = answerable(sight, asked.params.id);
        await parts.records.links.issue({
          id,
          taskId: task.id,
          caseId: sight.state.caseId,
          agencyId: task.agencyId,
          issuedBy: viewer.userId,
          issuerAgencyId: viewer.agencyId,
          issuedAt: now,
          expiresAt: expiry(task, now, asked.body.days),
          withCode: holdsPersonalData(sight, task),
        });
      }
      return { status: 201, body: await issued(parts, id) };
    },
  }),
  route({
    method: 'get',
    path: '/tasks/{id}/links',
    summary: 'Links that were issued for this task, and what became of each',
    permission: 'signed-in',
    audit: 'none',
    params,
    query: nothing,
    body: noBody,
    answer: TaskLinkPage,
    handler: async (asked) => {
      const sight = await taskSeen(asked.parts, asked.params.id, asked);
      return ok({ items: await asked.parts.read.links.ofTask(asked.params.id, sight), next: null });
    },
  }),
  route({
    method: 'delete',
    path: '/links/{id}',
    summary: 'Withdraw a link: from then on it opens nothing',
    permission: 'signed-in',
    audit: 'withdraw-link',
    params,
    query: nothing,
    body: noBody,
    answer: noAnswer,
    handler: async (asked) => {
      const link = await asked.parts.read.links.one(asked.params.id);
      if (link === undefined) throw new Problem('not-found');
      await taskSeen(asked.parts, link.taskId, asked);
      await asked.parts.records.links.withdraw(link, asked.viewer, asked.now);
      return { status: 204, body: undefined };
    },
  }),
];

/** The case of a task whose links this reader may handle. */
async function taskSeen(parts: Parts, taskId: string, reader: Reader): Promise<Sight> {
  const task = await parts.read.tasks.one(taskId, reader);
  if (task === undefined) throw new Problem('not-found');
  return caseSeen({ ...reader, parts, params: { id: task.subject.id } }, 'issue-links');
}

type HeldTask = Task & { readonly agencyId: NonNullable<Task['agencyId']> };

/** A link is for a task that some agency can still answer. */
function answerable({ state }: Sight, taskId: string): HeldTask {
  const task = state.tasks[taskId];
  if (task === undefined) throw new Problem('not-found');
  if (!isOpenTask(task) || task.stepId === closeStepId) throw new Problem('wrong-state');
  const { agencyId } = task;
  if (agencyId === null) throw new Problem('no-counterpart');
  return { ...task, agencyId };
}

/** Facts of the case or fields of the person record are shown: then the link alone must not open it. */
function holdsPersonalData({ state }: Sight, { stepId }: Task): boolean {
  const needs = procedureOf(state.procedure).steps[stepId]?.needs;
  return needs === undefined || needs.facts.length > 0 || needs.person.length > 0;
}

const days = (count: number): number => count * 24;

/** Two weeks, or a week past the deadline where that is later; never longer than a link may live. */
function expiry(task: Task, now: Instant, wanted: number | undefined): Instant {
  if (wanted !== undefined) return addHours(now, days(wanted));
  const due = countingDeadline(task)?.dueAt;
  const twoWeeks = addHours(now, days(14));
  const pastDue = due === undefined ? twoWeeks : addHours(instant(due), days(7));
  const longest = addHours(now, days(longestLinkDays));
  const later = isBefore(twoWeeks, pastDue) ? pastDue : twoWeeks;
  return isBefore(longest, later) ? longest : later;
}

async function issued(parts: Parts, id: string): Promise<IssuedLink> {
  const link = await parts.read.links.one(id);
  if (link === undefined) throw new Problem('not-found');
  const { keys } = parts.records.links;
  return {
    id,
    url: `${linkPath}/${keys.tokenOf(id)}`,
    ...(link.codeHash === null ? {} : { code: keys.codeOf(id) }),
    expiresAt: link.expiresAt,
  };
}
