import { isMessageKey, message, type Language } from '../../messages/message.js';
import type { Prisma, Database } from '../../prisma/client.js';
import type { AccessesQuery, AccessView } from '../contract/access.js';
import type { Page } from '../contract/page.js';
import { fieldProblem } from '../problem.js';
import { isHidden, readNames, shownAgency, type NameReader, type Names } from './names.js';
import type { Sight } from './sight.js';

/** Opening or changing what is sealed. */
const reads = ['read-person', 'read-text', 'change-person'];

type AuditRow = Prisma.AuditGetPayload<object>;

/** Who looked at a case and acted on it, newest first. The cursor is the number of the last row shown. */
export async function accessPage(
  database: Database,
  sight: Sight,
  { kind, cursor, limit }: AccessesQuery,
): Promise<Page<AccessView>> {
  const before = auditCursor(cursor);
  const hidden = sight.extent('see-facts') === 'all' ? [] : ['exclude', 'lift-exclusion'];
  const rows = await database.audit.findMany({
    where: {
      caseId: sight.state.caseId,
      action: { ...(kind === 'reads' ? { in: reads } : {}), notIn: hidden },
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const names = await readNames(database, {
    agencies: shown.map((row) => row.agencyId),
    accounts: shown.map((row) => row.userId),
  });
  return {
    items: shown.map((row) => accessView(row, sight, names)),
    next: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

/** Throws `field-invalid` for what no page gave out. */
export function auditCursor(cursor: string | undefined): bigint | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,18}$/.test(cursor)) throw fieldProblem({ pointer: '/cursor', code: 'cursor' });
  return BigInt(cursor);
}

export const accessView = (row: AuditRow, reader: NameReader, names: Names): AccessView => ({
  at: row.at.toISOString(),
  actor: auditActor(row, reader, names),
  action: row.action,
  title: actionTitle(row.action, reader.language),
  ...(row.purpose === null ? {} : { purpose: row.purpose }),
  fields: [...row.fields],
});

/** The post and its agency; of a protected facility only that it was staff of one. */
export function auditActor(row: AuditRow, reader: NameReader, names: Names): AccessView['actor'] {
  if (row.actorKind !== 'user') return { kind: 'system', title: message(reader.language, 'actor.system') };
  const agency = names.agency(row.agencyId);
  const hidden = agency !== undefined && isHidden(agency, reader);
  const title = hidden ? undefined : names.account(row.userId)?.title;
  return {
    kind: 'user',
    title: title ?? message(reader.language, 'actor.masked'),
    ...(agency === undefined ? {} : { agency: shownAgency(agency, reader).name }),
  };
}

/** What was done, in words; the code itself where there are none. */
export function actionTitle(action: string, language: Language): string {
  const key = [`audit.${action}`, `command.${action}`].find(isMessageKey);
  return key !== undefined && isMessageKey(key) ? message(language, key) : action;
}
