import { rememberedCommands, type RecentCommands } from '../domain/case/case-state.js';
import type { CommandId } from '../domain/ids.js';

/**
 * The last commands of a case and the version that each led to. The engine knows an update's id within one run only;
 * this memory travels on to the next run. Older ones are known to the table `command`.
 */
export class CommandMemory {
  private readonly versions: Map<string, number>;

  constructor(recent: RecentCommands) {
    this.versions = new Map(Object.entries(recent));
  }

  versionOf(id: CommandId): number | undefined {
    return this.versions.get(id);
  }

  remember(id: CommandId, version: number): void {
    this.versions.set(id, version);
    const oldest = this.versions.keys().next();
    if (this.versions.size > rememberedCommands && oldest.done !== true) this.versions.delete(oldest.value);
  }

  toRecord(): RecentCommands {
    return Object.fromEntries(this.versions);
  }
}
