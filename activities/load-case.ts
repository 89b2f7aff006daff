import { rememberedCommands, stateSchema, type CaseState } from '../domain/case/case-state.js';
import { fold } from '../domain/case/evolve.js';
import { commandId, type CaseId, type CommandId } from '../domain/ids.js';
import { epochMs, instant } from '../domain/time/instant.js';
import type { Database, Transaction } from '../prisma/client.js';
import { currentCalendar } from './current-calendar.js';
import type { KnownCase } from './known-case.js';
import { readEvents, storedState } from './stored-case.js';

/** The case as the record has it: the latest snapshot and the events after it; all events if the snapshot is not ours. */
export async function loadCase(database: Database, caseId: CaseId): Promise<KnownCase> {
  return database.$transaction(async (transaction) => {
    const state = await recordedState(transaction, caseId);
    const calendar = await currentCalendar(transaction);
    return {
      state: state ?? null,
      recent: await recentCommands(transaction, caseId),
      calendar,
      clockOffsetMs: await clockOffset(transaction, caseId),
    };
  });
}

export async function recordedState(
  transaction: Transaction,
  caseId: CaseId,
): Promise<CaseState | undefined> {
  const snapshot = await transaction.caseSnapshot.findUnique({ where: { caseId } });
  const start =
    snapshot === null || snapshot.schema !== stateSchema || snapshot.version === 0
      ? undefined
      : storedState(snapshot.state);
  const events = await readEvents(transaction, caseId, start?.version ?? 0);
  return fold(events, start);
}

async function recentCommands(transaction: Transaction, caseId: CaseId): Promise<Record<CommandId, number>> {
  const rows = await transaction.command.findMany({
    where: { caseId },
    orderBy: { toVersion: 'desc' },
    take: rememberedCommands,
    select: { id: true, toVersion: true },
  });
  const oldestFirst = rows
    .reverse()
    .map(({ id, toVersion }): [CommandId, number] => [commandId(id), toVersion]);
  return Object.fromEntries(oldestFirst);
}

/**
 * A rehearsal whose clock was moved goes on from there: its clock never runs backwards. One that began in the past
 * stays as far behind as it was.
 */
async function clockOffset(transaction: Transaction, caseId: CaseId): Promise<number> {
  const behind = await storedLag(transaction, caseId);
  if (behind < 0) return behind;
  const latest = await transaction.caseEvent.aggregate({ where: { caseId }, _max: { recordedAt: true } });
  const recordedAt = latest._max.recordedAt;
  if (recordedAt === null) return 0;
  const ahead = epochMs(instant(recordedAt.toISOString())) - Date.now();
  return Math.max(0, ahead);
}

/** How far the clock of a rehearsal was behind ours at the last save, as a number below zero; otherwise zero. */
export async function storedLag(transaction: Transaction, caseId: CaseId): Promise<number> {
  const row = await transaction.caseSnapshot.findUnique({
    where: { caseId },
    select: { clockOffset: true },
  });
  return Math.min(0, Number(row?.clockOffset ?? 0));
}
