import { isSupervisorOf } from '../../domain/access/relation.js';
import type { Viewer } from '../../domain/access/viewer.js';
import type { EscalationsQuery, EscalationView } from '../contract/escalation.js';
import type { Page } from '../contract/page.js';
import { Prisma, type Database } from '../../prisma/client.js';
import { fromCursor, pageFrom, toCursor } from './cursor.js';
import { escalationColumns, escalationView, type EscalationRow } from './escalation-rows.js';
import { excludedCases } from './excluded-cases.js';
import { readNames } from './names.js';
import type { Reader } from './sight.js';

/** What was reported to superiors: what waits for an answer oldest first, what was acted upon newest first. */
export const escalationReads = (database: Database) => ({
  page: (query: EscalationsQuery, reader: Reader): Promise<Page<EscalationView>> =>
    escalationPage(database, query, reader),
});
export type EscalationReads = ReturnType<typeof escalationReads>;

async function escalationPage(
  database: Database,
  query: EscalationsQuery,
  reader: Reader,
): Promise<Page<EscalationView>> {
  const excluded = await excludedCases(database, reader.viewer);
  const conditions = Prisma.join(
    [...conditionsOf(query), visibleTo(reader.viewer), notIn(excluded)],
    ' and ',
  );
  const order = orderOf(query);
  const chosen = Prisma.sql`
    select escalation.* from escalation
    join task on task.id = escalation.task_id
    join case_row cases on cases.id = escalation.case_id
    where ${conditions} order by ${order(Prisma.sql`escalation`)} limit ${query.limit + 1}`;
  const rows = await database.$queryRaw<EscalationRow[]>`
    ${escalationColumns(chosen)} order by ${order(Prisma.sql`chosen`)}`;
  const names = await readNames(database, {
    agencies: rows.flatMap((row) => [row.holder_id, row.to_agency_id]),
    accounts: rows.map((row) => row.acknowledged_by),
  });
  return pageFrom(rows, query.limit, {
    item: (row) => escalationView(row, { ...reader, names, seesMasked: seesMasked(reader.viewer, row) }),
    cursor: (row) => toCursor(query.acknowledged ? row.acknowledged_at : row.raised_at, row.id),
  });
}

const orderOf =
  ({ acknowledged }: EscalationsQuery) =>
  (table: Prisma.Sql): Prisma.Sql =>
    acknowledged
      ? Prisma.sql`${table}.acknowledged_at desc, ${table}.id desc`
      : Prisma.sql`${table}.raised_at, ${table}.id`;

function conditionsOf(query: EscalationsQuery): Prisma.Sql[] {
  const found = [
    query.acknowledged
      ? Prisma.sql`escalation.acknowledged_at is not null`
      : Prisma.sql`escalation.acknowledged_at is null and escalation.task_ended_at is null`,
    query.rehearsal ? Prisma.sql`escalation.rehearsal` : Prisma.sql`not escalation.rehearsal`,
  ];
  if (query.level !== undefined) found.push(Prisma.sql`escalation.level = ${query.level}`);
  if (query.agency !== undefined) found.push(Prisma.sql`task.agency_id = ${query.agency}::uuid`);
  const after = fromCursor(query.cursor);
  if (after !== undefined) {
    const [at, id] = after;
    const start = Prisma.sql`(${at}::timestamptz, ${id}::uuid)`;
    found.push(
      query.acknowledged
        ? Prisma.sql`(escalation.acknowledged_at, escalation.id) < ${start}`
        : Prisma.sql`(escalation.raised_at, escalation.id) > ${start}`,
    );
  }
  return found;
}

function visibleTo(viewer: Viewer): Prisma.Sql {
  if (viewer.roles.includes('auditor')) return Prisma.sql`true`;
  const ways = [Prisma.sql`false`];
  if (viewer.roles.includes('supervisor')) {
    ways.push(
      viewer.area === 'nation' ? Prisma.sql`true` : Prisma.sql`cases.province = any(${[...viewer.area]})`,
    );
  }
  if (viewer.roles.includes('coordinator'))
    ways.push(Prisma.sql`cases.coordinating_agency_id = ${viewer.agencyId}::uuid`);
  if (viewer.roles.includes('lead')) ways.push(Prisma.sql`task.agency_id = ${viewer.agencyId}::uuid`);
  return Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}

const notIn = (excluded: readonly string[]): Prisma.Sql =>
  excluded.length === 0 ? Prisma.sql`true` : Prisma.sql`escalation.case_id <> all(${[...excluded]}::uuid[])`;

const seesMasked = (viewer: Viewer, row: EscalationRow): boolean =>
  (viewer.roles.includes('coordinator') && row.coordinating_agency_id === viewer.agencyId) ||
  isSupervisorOf(viewer, row.province);
