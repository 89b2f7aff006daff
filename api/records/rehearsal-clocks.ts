import type { Database } from '../../prisma/client.js';

export const rehearsalClocks = (database: Database) => ({
  /**
   * Notes how far a rehearsal's clock runs ahead of ours, in milliseconds, also when nothing came of the days that
   * passed. A save that knows of a later moment has the last word.
   */
  moved: async (caseId: string, aheadMs: number): Promise<void> => {
    await database.$executeRaw`/* clock-moved */
      with snapshot as (
        update case_snapshot set clock_offset = greatest(clock_offset, ${aheadMs}) where case_id = ${caseId}::uuid
      )
      update case_row set clock_offset = greatest(clock_offset, ${aheadMs}) where id = ${caseId}::uuid`;
  },
});
export type RehearsalClocks = ReturnType<typeof rehearsalClocks>;
