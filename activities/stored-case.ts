import type { CaseState } from '../domain/case/case-state.js';
import type { CaseEvent } from '../domain/case/events.js';
import type { CaseId } from '../domain/ids.js';
import type { Transaction } from '../prisma/client.js';

/**
 * What we wrote ourselves comes back as it was written: the JSON columns of `case_snapshot` and `case_event` are
 * filled by `save-case-events` only, and `evolve` reads every version ever written. This file is the one place that
 * takes them at their word.
 */
export const storedState = (json: unknown): CaseState => json as CaseState;

/** The events of a case above a version, oldest first. */
export async function readEvents(
  transaction: Transaction,
  caseId: CaseId,
  above: number,
): Promise<readonly CaseEvent[]> {
  const rows = await transaction.caseEvent.findMany({
    where: { caseId, version: { gt: above } },
    orderBy: { version: 'asc' },
  });
  return rows.map(storedEvent);
}

export interface EventRow {
  readonly caseId: string;
  readonly version: number;
  readonly type: string;
  readonly data: unknown;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly actor: unknown;
  readonly onBehalfOf: unknown;
  readonly commandId: string;
}

export function storedEvent({ onBehalfOf, occurredAt, recordedAt, ...row }: EventRow): CaseEvent {
  return {
    ...row,
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    ...(onBehalfOf === null || onBehalfOf === undefined ? {} : { onBehalfOf }),
  } as CaseEvent;
}
