import { isOpenTask, type CaseState, type Fields, type Task } from '../../../domain/case/case-state.js';
import type { CaseCommand, CommandData, CommandType } from '../../../domain/case/commands.js';
import { decide } from '../../../domain/case/decide.js';
import { evolve } from '../../../domain/case/evolve.js';
import type { Actor, CaseEvent, EventOf, EventType } from '../../../domain/case/events.js';
import { nextWake } from '../../../domain/case/obligations.js';
import { agencyId, caseId, commandId, derivedUuid, userId } from '../../../domain/ids.js';
import { isRefusal } from '../../../domain/refusal.js';
import { instant, type Instant } from '../../../domain/time/instant.js';
import { plainDate } from '../../../domain/time/plain-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const calendar = workingCalendar('weekends only', [], {
  from: plainDate('2014-01-01'),
  to: plainDate('2040-12-31'),
});
const agency = agencyId(derivedUuid('the one agency'));
const clerk: Actor = {
  kind: 'user',
  userId: userId(derivedUuid('the one clerk')),
  agencyId: agency,
  roles: ['officer', 'coordinator'],
};

/** A case as somebody types it in: what happened, and the moment at which it is recorded, are told apart. */
export class TypedCase {
  private folded: CaseState | undefined;
  private commands = 0;
  readonly events: CaseEvent[] = [];

  /** `clock`: the moment of the first recording. */
  constructor(private clock: Instant) {}

  get state(): CaseState {
    if (this.folded === undefined) throw new Error('open the case first');
    return this.folded;
  }

  opened(receivedAt: string): this {
    this.submit('open-case', {
      procedure: 'vn-2025@1',
      channel: 'self-report',
      receivedAt: instant(receivedAt),
      urgent: false,
      rehearsal: false,
      places: {},
      facts: [],
      exclusions: [],
    });
    this.add('case-registered', { code: 'HN-2026-000001', coordinatingAgencyId: agency });
    this.route();
    return this;
  }

  /** The clock goes on to this moment; all that the case does by itself on the way happens in time. */
  at(moment: string): this {
    const until = instant(moment);
    for (let wake = this.wake(); wake !== undefined && wake <= until; wake = this.wake()) {
      if (wake > this.clock) this.clock = wake;
      this.submit('pass-time', {}, { actor: { kind: 'system', name: 'clock' } });
    }
    this.clock = until;
    return this;
  }

  answered(stepId: string, outcome: string, { on, fields = {} }: { on: string; fields?: Fields }): this {
    const { id } = this.task(stepId);
    this.submit('complete-task', { taskId: id, outcome, fields }, { occurredAt: instant(on) });
    this.route();
    return this;
  }

  nudged(stepId: string): this {
    this.submit('nudge', { taskId: this.task(stepId).id });
    return this;
  }

  /** The open task of a step. */
  task(stepId: string): Task {
    const found = Object.values(this.state.tasks).find((each) => each.stepId === stepId && isOpenTask(each));
    if (found === undefined) throw new Error(`${stepId} is not open`);
    return found;
  }

  of<Type extends EventType>(type: Type): readonly EventOf<Type>[] {
    return this.events.filter((event): event is CaseEvent & EventOf<Type> => event.type === type);
  }

  submit<Type extends CommandType>(
    type: Type,
    data: CommandData[Type],
    more: { readonly actor?: Actor; readonly occurredAt?: Instant } = {},
  ): void {
    this.commands += 1;
    const id = commandId(derivedUuid(`command ${String(this.commands)}`));
    const subject = caseId(derivedUuid('the one case'));
    const command = { id, caseId: subject, type, data, actor: clerk, ...more } as CaseCommand;
    const decision = decide(this.folded, command, { now: this.clock, calendar });
    if (isRefusal(decision)) throw new Error(`${type} was refused: ${JSON.stringify(decision)}`);
    this.events.push(...decision.events);
    this.folded = decision.state;
  }

  private wake(): Instant | undefined {
    return nextWake(this.state, this.clock, calendar);
  }

  /** What the save does with the directory: here one agency holds every role. */
  private route(): void {
    for (const task of Object.values(this.state.tasks))
      if (task.wantsRouting) this.add('task-routed', { taskId: task.id, agencyId: agency });
  }

  private add<Type extends EventType>(type: Type, data: EventOf<Type>['data']): void {
    const { caseId: subject, version } = this.state;
    const event = {
      caseId: subject,
      version: version + 1,
      type,
      data,
      occurredAt: this.clock,
      recordedAt: this.clock,
      actor: { kind: 'system', name: 'directory' },
      commandId: commandId(derivedUuid(`command ${String(this.commands)}`)),
    } as CaseEvent;
    this.events.push(event);
    this.folded = evolve(this.state, event);
  }
}
