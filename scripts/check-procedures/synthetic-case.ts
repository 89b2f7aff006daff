import type { CaseState, Fields, FieldAnswer, Task } from '../../domain/case/case-state.js';
import { openTasks } from '../../domain/case/case-state.js';
import type { CaseCommand, CommandData, CommandType } from '../../domain/case/commands.js';
import { decide } from '../../domain/case/decide.js';
import { evolve } from '../../domain/case/evolve.js';
import type { Actor, CaseEvent, EventData, EventType } from '../../domain/case/events.js';
import { nextWake } from '../../domain/case/obligations.js';
import { lawfulClosings, memoryOf } from '../../domain/case/step-memory.js';
import { agencyId, caseId, commandId, derivedUuid, textId, userId } from '../../domain/ids.js';
import { isRefusal } from '../../domain/refusal.js';
import {
  closeStepId,
  refOf,
  type Channel,
  type FormField,
  type Procedure,
  type Step,
} from '../../domain/procedure/procedure.js';
import { addHours, type Instant } from '../../domain/time/instant.js';
import { plainDate } from '../../domain/time/plain-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { answerByChance } from './answer-by-chance.js';
import type { Chance } from './chance.js';

const agency = agencyId(derivedUuid('the one agency of a synthetic case'));
const officer: Actor = {
  kind: 'user',
  userId: userId(derivedUuid('the one officer of a synthetic case')),
  agencyId: agency,
  roles: ['officer', 'coordinator'],
};
const weekendsOnly = workingCalendar('weekends only', [], {
  from: plainDate('2014-01-01'),
  to: plainDate('2040-12-31'),
});

/** One invented case, answered by chance, on the real rules: without the engine, the tables or a directory. */
export class SyntheticCase {
  private state: CaseState | undefined;
  private commands = 0;
  /** How readily this person says yes, out of 6. */
  private readonly readiness: number;
  private readonly id = caseId(derivedUuid('a synthetic case'));

  constructor(
    private readonly procedure: Procedure,
    private readonly chance: Chance,
    public now: Instant,
  ) {
    this.readiness = 1 + chance.whole(5);
  }

  open(channel: Channel, facts: CommandData['open-case']['facts']): void {
    this.submit('open-case', {
      procedure: refOf(this.procedure),
      channel,
      receivedAt: this.now,
      urgent: false,
      rehearsal: true,
      places: {},
      facts,
      exclusions: [],
    });
  }

  get current(): CaseState {
    if (this.state === undefined) throw new Error('open the case first');
    return this.state;
  }

  get openTasks(): readonly Task[] {
    return openTasks(this.current).filter((task) => task.stepId !== closeStepId);
  }

  stepOf(task: Task): Step {
    const step = this.procedure.steps[task.stepId];
    if (step === undefined) throw new Error(`${task.stepId} is no step`);
    return step;
  }

  /** The outcomes with which the case could be closed now; none while something mandatory is open. */
  get closings(): readonly string[] {
    const held = this.openTasks.some((task) => this.stepOf(task).mandatory === true);
    return held ? [] : lawfulClosings(this.procedure, this.current, this.now);
  }

  close(outcome: string): void {
    this.submit('close-case', { outcome, ground: { code: 'path-complete' } });
  }

  /** Some time later somebody answers the task, in one of the ways in which it can be answered. */
  answer(task: Task): string {
    this.pass(this.chance.whole(30));
    if (this.current.tasks[task.id]?.status !== 'offered') return 'it ended meanwhile';
    const step = this.stepOf(task);
    const ways = [
      ...Object.keys(step.outcomes),
      ...(step.personMayDecline === true ? ['declined-by-person'] : []),
      ...Object.keys(step.declineReasons ?? {}).slice(0, 1),
    ];
    const way = this.chance.whole(2) === 0 ? (ways[0] ?? '') : this.chance.oneOf(ways);
    if (way === 'declined-by-person') {
      this.submit('person-declines', { taskId: task.id, informedOf: textId(derivedUuid('informed')) });
    } else if (step.outcomes[way] === undefined) {
      this.submit('decline-task', { taskId: task.id, reason: way });
    } else {
      const fields = this.fields(step.outcomes[way].form);
      this.submit('complete-task', { taskId: task.id, outcome: way, fields });
    }
    return `${task.stepId}:${way}`;
  }

  /** The open task of a step is completed in this way; what its form asks and `fields` does not say comes by chance. */
  complete(stepId: string, outcome: string, told: Fields = {}): void {
    const task = this.taskOf(stepId);
    const fields = { ...this.required(task, outcome), ...told };
    this.submit('complete-task', { taskId: task.id, outcome, fields });
  }

  /** The last answer to a step was wrong; this is the right one. */
  correct(stepId: string, outcome: string, fields: Fields = {}): void {
    const { lastTask } = memoryOf(this.current, stepId);
    const task = this.current.tasks[lastTask ?? ''];
    if (task === undefined) throw new Error(`${stepId} was never opened`);
    const data = { taskId: task.id, outcome, fields: { ...this.required(task, outcome), ...fields } };
    this.submit('correct-outcome', { ...data, ground: { code: 'entered-in-error' } });
  }

  /** What comes of it if this happens; then it has not happened. */
  supposing<Outcome>(act: () => Outcome): Outcome {
    const { state, commands } = this;
    try {
      return act();
    } finally {
      this.state = state;
      this.commands = commands;
    }
  }

  decline(stepId: string, reason: string): void {
    this.submit('decline-task', { taskId: this.taskOf(stepId).id, reason });
  }

  personDeclines(stepId: string): void {
    const informedOf = textId(derivedUuid('informed'));
    this.submit('person-declines', { taskId: this.taskOf(stepId).id, informedOf });
  }

  /** On the first ground that the step knows, unless another is named. */
  extend(stepId: string, ground?: string, until?: string): void {
    const code = ground ?? Object.keys(this.procedure.steps[stepId]?.extension?.grounds ?? {})[0] ?? '';
    const data = { taskId: this.taskOf(stepId).id, ground: { code } };
    this.submit('extend-deadline', until === undefined ? data : { ...data, until });
  }

  taskOf(stepId: string): Task {
    const task = openTasks(this.current).find((each) => each.stepId === stepId);
    if (task === undefined) throw new Error(`${stepId} is not open; open are ${this.openSteps.join(', ')}`);
    return task;
  }

  get openSteps(): readonly string[] {
    return this.openTasks.map((task) => task.stepId);
  }

  record(fact: string, value: string | boolean): void {
    this.submit('record-fact', { fact, value, ground: { code: 'person-told-us' } });
  }

  /** Sleeps until the case must wake by itself; false when only people can move it. */
  wake(): boolean {
    const at = nextWake(this.current, this.now, weekendsOnly);
    if (at === undefined) return false;
    if (at > this.now) this.now = at;
    this.submit('pass-time', {}, { kind: 'system', name: 'clock' });
    return true;
  }

  /** Time goes by; what it brings about happens on the way. */
  pass(hours: number): void {
    const until = addHours(this.now, hours);
    for (let at = nextWake(this.current, this.now, weekendsOnly); at !== undefined && at <= until;) {
      this.wake();
      at = nextWake(this.current, this.now, weekendsOnly);
    }
    this.now = until;
  }

  /** Answers by chance to what the form of an outcome must be told. */
  required(task: Task, outcome: string): Fields {
    const form = this.stepOf(task).outcomes[outcome]?.form ?? [];
    return Object.fromEntries(
      form.filter((field) => field.required).map((field) => [field.id, this.answerTo(field)]),
    );
  }

  private fields(form: readonly FormField[]): Fields {
    const asked = form.filter((field) => field.required || this.chance.whole(2) === 0);
    return Object.fromEntries(asked.map((field) => [field.id, this.answerTo(field)]));
  }

  private answerTo(field: FormField): FieldAnswer {
    const { chance, now, readiness } = this;
    const isPast = this.procedure.facts[field.fact ?? '']?.past === true;
    return answerByChance(field, { chance, now, isPast, readiness, agencyId: agency });
  }

  private submit<Type extends CommandType>(
    type: Type,
    data: CommandData[Type],
    actor: Actor = officer,
  ): void {
    this.commands += 1;
    const command = {
      id: commandId(derivedUuid(`command ${String(this.commands)}`)),
      caseId: this.id,
      type,
      data,
      actor,
    } as CaseCommand; // one type of the union by construction
    const decision = decide(this.state, command, { now: this.now, calendar: weekendsOnly });
    if (isRefusal(decision)) throw new Error(`${type} was refused: ${JSON.stringify(decision)}`);
    this.state = decision.state;
    this.route();
  }

  /** What the save does with the directory: here one agency holds every role. */
  private route(): void {
    if (this.current.code === undefined) {
      this.happen('case-registered', { code: 'XX-2026-000001', coordinatingAgencyId: agency });
    }
    for (const task of openTasks(this.current)) {
      if (task.wantsRouting) this.happen('task-routed', { taskId: task.id, agencyId: agency });
    }
  }

  private happen<Type extends EventType>(type: Type, data: EventData[Type]): void {
    const event = {
      caseId: this.id,
      version: this.current.version + 1,
      type,
      data,
      occurredAt: this.now,
      recordedAt: this.now,
      actor: { kind: 'system', name: 'directory' },
      commandId: commandId(derivedUuid(`command ${String(this.commands)}`)),
    } as CaseEvent; // as above
    this.state = evolve(this.current, event);
  }
}
