import type { CaseState } from '../domain/case/case-state.js';
import type { Moment } from '../domain/case/draft.js';
import type { CommandId } from '../domain/ids.js';
import { decidedOrBroken } from './decided.js';
import type { Entry } from './entry.js';

/** What is decided and not saved yet, in order, and the state that it leads to. */
export class WaitingCommands {
  private entries: readonly Entry[] = [];
  private reached: CaseState | undefined;

  get state(): CaseState | undefined {
    return this.reached;
  }

  get count(): number {
    return this.entries.length;
  }

  get all(): readonly Entry[] {
    return this.entries;
  }

  find(id: CommandId): Entry | undefined {
    return this.entries.find((entry) => entry.command.id === id);
  }

  /** The state is the one that is saved; whatever waits is to be decided anew on it. */
  startFrom(saved: CaseState | undefined): void {
    this.reached = saved;
  }

  /** What changes nothing is answered at once: there is nothing to save. */
  add(entry: Entry): void {
    const { events, state } = entry.decision;
    if (events.length === 0) {
      entry.answer = { version: state.version, events: [] };
      return;
    }
    this.entries = [...this.entries, entry];
    this.reached = state;
  }

  /** These are saved. */
  remove(batch: readonly Entry[]): void {
    this.entries = this.entries.filter((entry) => !batch.includes(entry));
  }

  /** All are judged again on what the record says; those it already knows are answered. */
  decideAnew(
    saved: CaseState | undefined,
    { known, moment }: { readonly known: ReadonlyMap<CommandId, number>; readonly moment: Moment },
  ): void {
    const undecided = this.entries;
    this.entries = [];
    this.reached = saved;
    for (const entry of undecided) {
      const version = known.get(entry.command.id);
      if (version !== undefined) entry.answer = { version, events: null };
      else this.decideAgain(entry, moment);
    }
  }

  private decideAgain(entry: Entry, moment: Moment): void {
    const again = decidedOrBroken(this.reached, entry.command, moment);
    if ('refused' in again || 'broken' in again) {
      entry.answer = again;
      return;
    }
    entry.decision = again;
    this.add(entry);
  }
}
