import { actorOf, type Viewer } from '../../domain/access/viewer.js';
import { isExcluded } from '../../domain/case/standing.js';
import { agencyId, caseId, userId } from '../../domain/ids.js';
import { fromEpochMs, isBefore, type Instant } from '../../domain/time/instant.js';
import type { Language } from '../../messages/message.js';
import type { Database } from '../../prisma/client.js';
import { mostFailedCodes, type LinkState, type TaskLinkView } from '../contract/task-link.js';
import { readCaseEvents, readCaseRecord, type CaseRecord } from './case-record.js';
import { readNames, shownAgency, type NameReader } from './names.js';
import { factsSeen, sightOf } from './sight.js';
import { readTask } from './task-rows.js';
import { taskView } from './task-view.js';

/** A link as it was issued, and what became of it. */
export interface IssuedTaskLink {
  readonly id: string;
  readonly taskId: string;
  readonly caseId: string;
  readonly agencyId: string;
  readonly issuedBy: string;
  readonly expiresAt: Instant;
  readonly codeHash: string | null;
  readonly failedCodes: number;
  readonly withdrawnAt: Instant | null;
  readonly askedAgainAt: Instant | null;
}

/** Links of agencies without an account, and what their holder may see. */
export const linkReads = (database: Database) => ({
  one: async (id: string): Promise<IssuedTaskLink | undefined> => {
    const row = await database.taskLink.findUnique({ where: { id } });
    return row === null ? undefined : { ...row, ...momentsOf(row) };
  },
  ofTask: (taskId: string, reader: NameReader & { readonly now: Instant }): Promise<TaskLinkView[]> =>
    linksOfTask(database, taskId, reader),
  /** `moved`: another agency has the task now. Undefined where there is nothing, and for whoever is excluded. */
  sight: (link: IssuedTaskLink, reader: LinkReader) => linkSight(database, link, reader),
});
export type LinkReads = ReturnType<typeof linkReads>;

export interface LinkReader {
  readonly language: Language;
  readonly now: Instant;
}

const fromDate = (date: Date): Instant => fromEpochMs(date.getTime());
const ofDate = (date: Date | null): Instant | null => (date === null ? null : fromDate(date));

const momentsOf = (row: { expiresAt: Date; withdrawnAt: Date | null; askedAgainAt: Date | null }) => ({
  expiresAt: fromDate(row.expiresAt),
  withdrawnAt: ofDate(row.withdrawnAt),
  askedAgainAt: ofDate(row.askedAgainAt),
});

export function linkStateOf(
  link: Pick<IssuedTaskLink, 'withdrawnAt' | 'expiresAt' | 'failedCodes'>,
  now: Instant,
): LinkState {
  if (link.withdrawnAt !== null) return 'withdrawn';
  if (!isBefore(now, link.expiresAt)) return 'expired';
  return link.failedCodes >= mostFailedCodes ? 'locked' : 'active';
}

/** How many more wrong codes a link bears after so many. */
export const triesLeft = (failedCodes: number): number => Math.max(mostFailedCodes - failedCodes, 0);

interface LinkRow {
  readonly id: string;
  readonly issued_at: Date;
  readonly expires_at: Date;
  readonly withdrawn_at: Date | null;
  readonly asked_again_at: Date | null;
  readonly opened_at: Date | null;
  readonly answered_at: Date | null;
  readonly failed_codes: number;
  readonly with_code: boolean;
  readonly issued_by: string;
  readonly agency_id: string;
}

/** Newest first. When a link was opened and answered by, the audit knows: it acts under its own id. */
async function linksOfTask(
  database: Database,
  taskId: string,
  reader: NameReader & { readonly now: Instant },
): Promise<TaskLinkView[]> {
  const rows = await database.$queryRaw<LinkRow[]>`
    select link.id, link.issued_at, link.expires_at, link.withdrawn_at, link.asked_again_at, link.failed_codes,
      link.code_hash is not null as with_code, link.issued_by, link.agency_id,
      (select max(at) from audit where user_id = link.id and action = 'link-opened') as opened_at,
      (select max(at) from audit where user_id = link.id and command_id is not null) as answered_at
    from task_link link where link.task_id = ${taskId}::uuid order by link.issued_at desc, link.id`;
  const names = await readNames(database, {
    agencies: rows.map((row) => row.agency_id),
    accounts: rows.map((row) => row.issued_by),
  });
  return rows.map((row) => ({
    id: row.id,
    issuedAt: fromDate(row.issued_at),
    issuedBy: names.account(row.issued_by)?.title ?? '',
    agency: shownAgency(names.agency(row.agency_id), reader).name,
    expiresAt: fromDate(row.expires_at),
    state: linkStateOf(
      {
        withdrawnAt: ofDate(row.withdrawn_at),
        expiresAt: fromDate(row.expires_at),
        failedCodes: row.failed_codes,
      },
      reader.now,
    ),
    withCode: row.with_code,
    failedCodes: row.failed_codes,
    ...(row.opened_at === null ? {} : { openedAt: fromDate(row.opened_at) }),
    ...(row.answered_at === null ? {} : { answeredAt: fromDate(row.answered_at) }),
    ...(row.asked_again_at === null ? {} : { askedAgainAt: fromDate(row.asked_again_at) }),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: fromDate(row.withdrawn_at) }),
  }));
}

/**
 * What the holder of a link sees: what an officer of its agency would, who knows of this one task and of nothing else
 * in the case. The link acts under its own id, so that the record tells by which link something was answered.
 */
async function linkSight(database: Database, link: IssuedTaskLink, reader: LinkReader) {
  const [record, row, agency] = await Promise.all([
    readCaseRecord(database, caseId(link.caseId)),
    readTask(database, link.taskId),
    database.agency.findUnique({ where: { id: link.agencyId }, include: { roles: true } }),
  ]);
  if (record === undefined || row === undefined || agency === null) return undefined;
  const viewer: Viewer = {
    userId: userId(link.id),
    agencyId: agencyId(link.agencyId),
    roles: ['officer'],
    agencyRoles: agency.roles.map(({ role }) => role),
    area: [],
  };
  if (isExcluded(actorOf(viewer), record.state)) return undefined;
  const { coordinatingAgencyId, code } = record.state;
  const names = await readNames(database, { agencies: [row.agency_id], accounts: [row.assignee_id] });
  const coordinator = await coordinatorOf(database, coordinatingAgencyId, {
    ...reader,
    viewer,
    seesMasked: false,
  });
  const around = { caseCode: code ?? '', coordinator };
  const sight = sightOf(onlyTask(record, link), { ...reader, viewer });
  if (sight === undefined) return { kind: 'moved' as const, ...around };
  const task = taskView(
    { ...row, case_version: record.state.version },
    { ...sight, names, facts: factsSeen(sight) },
  );
  const events = await readCaseEvents(database, record.state.caseId, { above: 0 });
  const own = events.filter(({ data }) => 'taskId' in data && data.taskId === link.taskId);
  return { kind: 'here' as const, ...around, sight, task, whole: record.state, events: own };
}
export type LinkSight = Extract<Awaited<ReturnType<typeof linkSight>>, { readonly kind: 'here' }>;

/** The case as if it had this one task, handed to this agency, and nobody had registered it. */
function onlyTask(record: CaseRecord, { taskId, agencyId: holder }: IssuedTaskLink): CaseRecord {
  const task = record.state.tasks[taskId];
  const tasks = task !== undefined && task.agencyId === holder ? { [taskId]: task } : {};
  return { ...record, registrarAgencyId: null, state: { ...record.state, tasks } };
}

/** Whom to call. */
async function coordinatorOf(database: Database, id: string | undefined, reader: NameReader) {
  const agency = id === undefined ? null : await database.agency.findUnique({ where: { id } });
  if (agency === null) return null;
  return { name: shownAgency(agency, reader).name, phone: agency.phone };
}
