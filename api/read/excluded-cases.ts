import type { Viewer } from '../../domain/access/viewer.js';
import type { Database } from '../../prisma/client.js';

/** Cases from which this user or their agency is excluded: no list, count or search may show them. */
export async function excludedCases(database: Database, viewer: Viewer): Promise<readonly string[]> {
  const rows = await database.$queryRaw<{ case_id: string }[]>`
    select case_id from (
      select case_id, version, data from case_event
      where type = 'excluded' and data -> 'exclusion' ->> 'userId' = ${viewer.userId}
      union all
      select case_id, version, data from case_event
      where type = 'excluded' and data -> 'exclusion' ->> 'agencyId' = ${viewer.agencyId ?? ''}
    ) excluded
    where not exists (
      select from case_event lifted
      where lifted.case_id = excluded.case_id and lifted.version > excluded.version
        and lifted.type = 'exclusion-lifted' and lifted.data -> 'exclusion' = excluded.data -> 'exclusion')`;
  return rows.map((row) => row.case_id);
}
