import type { CaseState } from '../domain/case/case-state.js';
import type { CaseEvent } from '../domain/case/events.js';
import type { CaseId } from '../domain/ids.js';
import type { Statements } from '../prisma/client.js';

/**
 * What we wrote ourselves comes back as it was written: the JSON columns of `case_snapshot` and `case_event` are
 * filled by `save-case-events` only, and `evolve` reads every version ever written. This file is the one place that
 * takes them at their word.
 */
export const storedState = (json: unknown): CaseState => json as CaseState;

/** The events of a case above a version, oldest first. */
export async function readEvents(
  statements: Statements,
  caseId: CaseId,
  above: number,
): Promise<readonly CaseEvent[]> {
  const rows = await statements.$queryRaw<EventRow[]>`
    select case_id as "caseId", version, type, data, occurred_at as "occurredAt", recorded_at as "recordedAt", actor,
      on_behalf_of as "onBehalfOf", command_id as "commandId"
    from case_event where case_id = ${caseId}::uuid and version > ${above} order by version`;
  return rows.map(storedEvent);
}

interface EventRow {
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

function storedEvent({ onBehalfOf, occurredAt, recordedAt, ...row }: EventRow): CaseEvent {
  return {
    ...row,
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    ...(onBehalfOf === null || onBehalfOf === undefined ? {} : { onBehalfOf }),
  } as CaseEvent;
}
