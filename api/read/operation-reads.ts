import { mayDo } from '../../domain/access/policy.js';
import { endOfDay, startOfDay } from '../../domain/time/plain-date.js';
import type { Database } from '../../prisma/client.js';
import type { AuditEntry, AuditQuery, ParkedCase } from '../contract/operation-view.js';
import type { Page } from '../contract/page.js';
import { accessView, auditCursor } from './accesses.js';
import { excludedCases } from './excluded-cases.js';
import { readNames } from './names.js';
import type { Reader } from './sight.js';

/** What administrators and auditors look up over all cases. Cases from which they are excluded are left out. */
export const operationReads = (database: Database) => ({
  parkedCases: (reader: Reader): Promise<ParkedCase[]> => parkedCases(database, reader),
  audit: (query: AuditQuery, reader: Reader): Promise<Page<AuditEntry>> => auditPage(database, query, reader),
});
export type OperationReads = ReturnType<typeof operationReads>;

async function parkedCases(database: Database, { viewer }: Reader): Promise<ParkedCase[]> {
  const excluded = await excludedCases(database, viewer);
  const rows = await database.$queryRaw<
    { id: string; code: string; version: number; rehearsal: boolean; since: Date; why: string | null }[]
  >`
    select cases.id, cases.code, cases.version, cases.rehearsal, parked.recorded_at as since, parked.data ->> 'cause' as why
    from case_row cases
    join lateral (
      select recorded_at, data from case_event
      where case_event.case_id = cases.id and case_event.type = 'case-parked' order by version desc limit 1
    ) parked on true
    where cases.status = 'parked' and cases.id <> all(${[...excluded]}::uuid[])
    order by parked.recorded_at, cases.id limit 500`;
  return rows.map(({ id, since, why, ...row }) => ({
    ...row,
    caseId: id,
    since: since.toISOString(),
    why: why ?? 'unknown',
  }));
}

async function auditPage(database: Database, query: AuditQuery, reader: Reader): Promise<Page<AuditEntry>> {
  const before = auditCursor(query.cursor);
  const excluded = await excludedCases(database, reader.viewer);
  const rows = await database.audit.findMany({
    where: {
      ...(query.user === undefined ? {} : { userId: query.user }),
      ...(query.action === undefined ? {} : { action: query.action }),
      ...(query.case === undefined ? {} : { caseId: query.case }),
      ...(before === undefined ? {} : { id: { lt: before } }),
      at: {
        ...(query.from === undefined ? {} : { gte: startOfDay(query.from) }),
        ...(query.to === undefined ? {} : { lte: endOfDay(query.to) }),
      },
      OR: [{ caseId: null }, { caseId: { notIn: [...excluded] } }],
    },
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  });
  const shown = rows.slice(0, query.limit);
  const names = await readNames(database, {
    agencies: shown.map((row) => row.agencyId),
    accounts: shown.map((row) => row.userId),
  });
  const nameReader = { ...reader, seesMasked: mayDo(reader.viewer, 'see-masked-agencies') };
  return {
    items: shown.map((row) => ({
      ...accessView(row, nameReader, names),
      ...(row.userId === null ? {} : { userId: row.userId }),
      ...(row.caseId === null ? {} : { caseId: row.caseId }),
      ...(row.subjectId === null ? {} : { subjectId: row.subjectId }),
    })),
    next: rows.length > query.limit ? String(shown.at(-1)?.id) : null,
  };
}
