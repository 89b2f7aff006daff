import type { Viewer } from '../../domain/access/viewer.js';
import type { Database } from '../../prisma/client.js';

/** Cases from which this user or their agency was ever excluded: no list, count or search may show them. */
export async function excludedCases(database: Database, viewer: Viewer): Promise<readonly string[]> {
  const rows = await database.$queryRaw<{ case_id: string }[]>`
    select case_id from case_event
    where type = 'excluded' and data -> 'exclusion' ->> 'userId' = ${viewer.userId}
    union
    select case_id from case_event
    where type = 'excluded' and data -> 'exclusion' ->> 'agencyId' = ${viewer.agencyId ?? ''}`;
  return rows.map((row) => row.case_id);
}
