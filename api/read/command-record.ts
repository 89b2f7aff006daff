import { storedEvent } from '../../activities/stored-case.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { CaseId, CommandId } from '../../domain/ids.js';
import type { Database } from '../../prisma/client.js';

/** What became of a command, and whether a case is open: the record's word, for when the engine's is not the last. */
export const commandRecord = (database: Database) => ({
  async find(id: CommandId): Promise<{ version: number; events: readonly CaseEvent[] } | undefined> {
    const command = await database.command.findUnique({ where: { id }, select: { toVersion: true } });
    if (command === null) return undefined;
    const rows = await database.caseEvent.findMany({ where: { commandId: id }, orderBy: { version: 'asc' } });
    return { version: command.toVersion, events: rows.map(storedEvent) };
  },
  async isOpen(caseId: CaseId): Promise<boolean | undefined> {
    const row = await database.caseRow.findUnique({ where: { id: caseId }, select: { status: true } });
    return row === null ? undefined : row.status !== 'closed';
  },
});
