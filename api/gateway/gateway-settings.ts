import type { Client } from '@temporalio/client';
import type { CaseEvent } from '../../domain/case/events.js';
import type { CaseId, CommandId } from '../../domain/ids.js';

/** What the gateway asks of the record when the engine's answer is not the last word. */
export interface CommandRecord {
  /** The events of a command that was accepted at any time, and the version it led to; undefined if it was not. */
  find(
    id: CommandId,
  ): Promise<{ readonly version: number; readonly events: readonly CaseEvent[] } | undefined>;
  /** Is the case open in the record? undefined: it is not in the record. */
  isOpen(caseId: CaseId): Promise<boolean | undefined>;
  /** The version of the case in the record; 0 where it is not there. */
  versionOf(caseId: CaseId): Promise<number>;
}

export interface GatewaySettings {
  readonly client: Client;
  readonly record: CommandRecord;
  readonly taskQueue?: string;
  /** After so long a command is "not known yet"; sending it again is safe. */
  readonly deadlineMs?: number;
}
