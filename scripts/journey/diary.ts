import type { CaseView } from '../../api/contract/case.js';
import type { DeadlineView } from '../../api/contract/event.js';
import type { TaskView } from '../../api/contract/task.js';
import { closeStepId } from '../../domain/procedure/procedure.js';
import { epochMs, instant, msPerDay } from '../../domain/time/instant.js';
import { isOpen } from '../../prisma/seed/demo/next-act.js';
import type { Narrator } from './narrator.js';

interface Entry {
  /** Milliseconds since 1970 on the case's clock. */
  readonly at: number;
  readonly lines: readonly string[];
}

const byOfferThenDue = (one: TaskView, other: TaskView): number =>
  one.offeredAt.localeCompare(other.offeredAt) || (one.due?.at ?? '').localeCompare(other.due?.at ?? '');

const momentOf = (text: string): number => epochMs(instant(text));

/**
 * What happened in one rehearsal, told once and in order. Holds what was told already; each look at the case adds
 * what is new since the last one.
 */
export class Diary {
  private readonly told = new Set<string>();

  constructor(
    private readonly narrator: Narrator,
    private readonly say: (line: string) => void,
  ) {}

  write(view: CaseView, deadlines: readonly DeadlineView[]): void {
    const ladder = this.rungs(view, deadlines);
    const tasks = view.tasks.toSorted(byOfferThenDue);
    const entries = [...tasks.flatMap((task) => this.task(task)), ...ladder, ...this.answers(view)];
    const began = momentOf(view.openedAt);
    for (const { at, lines } of entries.toSorted((one, other) => one.at - other.at)) {
      const day = Math.floor((at - began) / msPerDay);
      lines.forEach((line, index) => {
        this.say(`${index === 0 ? this.narrator.day(day) : this.narrator.indent}${line}`);
      });
    }
    if (view.status === 'closed') this.say(`\n${this.narrator.closed(view)}\n`);
  }

  private task(task: TaskView): Entry[] {
    const offered = { at: momentOf(task.offeredAt), lines: this.narrator.offered(task) };
    const entries = this.once(`${task.id} offered`, offered);
    if (task.due !== null) {
      const moved = { at: momentOf(task.offeredAt), lines: this.narrator.moved(task) };
      const due = this.once(`${task.id} ${task.due.at}`, moved);
      // The first deadline was told together with the task.
      if (entries.length === 0) entries.push(...due);
    }
    // The closing itself is told at the end, its task ends with it.
    if (isOpen(task) || task.stepId === closeStepId) return entries;
    const at = momentOf(task.completedAt ?? task.offeredAt);
    return [...entries, ...this.once(`${task.id} ended`, { at, lines: this.narrator.ended(task) })];
  }

  private rungs({ tasks }: CaseView, deadlines: readonly DeadlineView[]): Entry[] {
    return deadlines.flatMap((deadline) => {
      const task = tasks.find(({ id }) => id === deadline.taskId);
      return deadline.rungs.flatMap((rung) => {
        const key = `${deadline.taskId} ${deadline.dueAt} ${rung.rung}`;
        if (task === undefined) return [];
        return this.once(key, { at: momentOf(rung.reachedAt), lines: this.narrator.rung(task, rung) });
      });
    });
  }

  private answers({ escalations }: CaseView): Entry[] {
    return escalations.flatMap((each) =>
      each.acknowledgedAt === undefined
        ? []
        : this.once(`${each.id} acknowledged`, {
            at: momentOf(each.acknowledgedAt),
            lines: this.narrator.acknowledged(each),
          }),
    );
  }

  private once(key: string, entry: Entry): Entry[] {
    if (this.told.has(key)) return [];
    this.told.add(key);
    return [entry];
  }
}
