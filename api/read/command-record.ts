import type { CaseEvent } from '../../domain/case/events.js';
import type { CaseId, CommandId } from '../../domain/ids.js';
import type { Database } from '../../prisma/client.js';
import { readEventsOf } from './case-record.js';

/** What the record knows of commands, for the gateway when the engine's answer is not the last word. */
export const commandRecord = (database: Database) => ({
  find: async (id: CommandId): Promise<{ version: number; events: readonly CaseEvent[] } | undefined> => {
    const command = await database.command.findUnique({ where: { id } });
    return command === null
      ? undefined
      : { version: command.toVersion, events: await readEventsOf(database, id) };
  },
  isOpen: async (caseId: CaseId): Promise<boolean | undefined> => {
    const row = await database.caseRow.findUnique({ where: { id: caseId }, select: { status: true } });
    return row === null ? undefined : row.status !== 'closed';
  },
  versionOf: async (caseId: CaseId): Promise<number> => {
    const row = await database.caseRow.findUnique({ where: { id: caseId }, select: { version: true } });
    return row?.version ?? 0;
  },
  /** Can the record be reached at this moment? */
  isReachable: async (): Promise<boolean> => {
    try {
      await database.$queryRaw`select 1`;
      return true;
    } catch {
      return false; // away: readiness says so
    }
  },
});
export type CommandRecordReads = ReturnType<typeof commandRecord>;
