import type { CaseState, RecentCommands } from '../domain/case/case-state.js';
import type { WorkingCalendar } from '../domain/time/working-calendar.js';

/** What is known of a case where a run begins. A stale copy is harmless: the save adopts what the record knows. */
export interface KnownCase {
  /** null: the case is not in the record. */
  readonly state: CaseState | null;
  /** The last command ids with the version that each led to. */
  readonly recent: RecentCommands;
  readonly calendar: WorkingCalendar;
  /** How far the case's clock runs ahead of the engine's (rehearsals), in milliseconds; below zero if behind. */
  readonly clockOffsetMs: number;
}
