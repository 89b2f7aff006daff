import { allHandlersFinished, condition, workflowInfo } from '@temporalio/workflow';
import { isOurs, type CaseState } from '../domain/case/case-state.js';
import type { CaseCommand } from '../domain/case/commands.js';
import type { Decision } from '../domain/case/decide.js';
import type { Moment } from '../domain/case/draft.js';
import { evolve } from '../domain/case/evolve.js';
import { nextWake } from '../domain/case/obligations.js';
import { restored, timePasses } from '../domain/case/system-commands.js';
import type { CommandId } from '../domain/ids.js';
import { isRefusal } from '../domain/refusal.js';
import { fromEpochMs, type Instant } from '../domain/time/instant.js';
import type { SaveAnswer } from '../activities/case-activities.js';
import type { KnownCase } from '../activities/known-case.js';
import { CaseTimer, spreadWake } from './case-timer.js';
import { CommandMemory } from './command-memory.js';
import { AskedRules } from './decided.js';
import { differenceTold, type Difference } from './difference.js';
import { answerOf, refusedFailure, type Entry } from './entry.js';
import {
  updatesPerRun,
  type CaseInput,
  type CaseLook,
  type CommandAnswer,
  type SubmittedCommand,
} from './contract.js';
import { record } from './record-activities.js';
import { atItsBeginning } from './rehearsal-clock.js';
import { WaitingCommands } from './waiting-commands.js';
import { wakeOf, whatTimeBrings, type Wake } from './what-time-brings.js';

/**
 * The desk at which a case is worked on: what is saved, what is decided but not saved yet, and the timer.
 * Only handlers add to `waiting`; only the main loop saves, so there is nothing to lock.
 */
export class CaseDesk {
  private known: KnownCase | undefined;
  private base: CaseState | undefined;
  private recent = new CommandMemory({});
  private readonly waiting = new WaitingCommands();
  private updates = 0;
  private differs: Difference | undefined;
  private readonly timer = new CaseTimer();
  private readonly rules = new AskedRules();

  constructor(private readonly input: CaseInput) {
    // A state of former code is not ours to read: the record is loaded instead.
    if (input.known !== undefined && isOurs(input.known.state)) this.begin(input.known);
  }

  /**
   * The validator: the rules' no leaves no trace in history. Until the case is loaded or opened everything may come
   * in: a run whose only update was refused here would never learn that it may end.
   */
  readonly refuse = (command: SubmittedCommand): void => {
    if (this.state === undefined || this.isKnown(command.id) || this.differenceIn(command)) return;
    const answer = this.rules.decide(this.state, command, this.moment());
    if (isRefusal(answer)) throw refusedFailure(answer, this.savedVersion);
  };

  /** Decides a command and returns when it is in the record: every list already shows the result. */
  readonly handle = async (command: SubmittedCommand): Promise<CommandAnswer> => {
    this.updates++;
    await condition(() => this.known !== undefined);
    if (this.state === undefined) this.known = atItsBeginning(this.known, command);
    this.differs ??= this.differenceIn(command);
    await condition(() => this.differs === undefined);
    const before = this.recent.versionOf(command.id);
    if (before !== undefined) return { version: before, events: null };
    const entry = this.waiting.find(command.id) ?? this.enqueue(command);
    await condition(() => entry.answer !== undefined);
    return answerOf(entry, this.savedVersion);
  };

  readonly look = (): CaseLook => ({
    loaded: this.known !== undefined,
    state: this.state ?? null,
    unsaved: this.waiting.count,
    nextWake: this.wakeInstant() ?? null,
  });

  async load(): Promise<void> {
    if (this.known === undefined) this.begin(await record.loadCase({ caseId: this.input.caseId }));
    else await condition(() => this.updates > 0 || this.state !== undefined);
  }

  /** Takes the record's side where somebody knows that it differs; what waits is judged again on that. */
  async catchUp(): Promise<void> {
    if (this.differs === undefined) return;
    const known = await record.loadCase({ caseId: this.input.caseId });
    const recorded = known.state?.version ?? 0;
    if (this.differs === 'record-is-older' && recorded < this.savedVersion) this.takeRestored(known);
    else if (recorded > this.savedVersion) {
      this.begin(known);
      this.decideAnew(new Map());
    }
    this.differs = undefined;
  }

  /** Saves all that is unsaved in one transaction, and takes the record's side wherever it knows more. */
  async saveWhatIsUnsaved(): Promise<void> {
    while (this.waiting.count > 0) {
      const batch = this.waiting.all;
      const answer = await record.saveCaseEvents({
        caseId: this.input.caseId,
        expectedVersion: this.savedVersion,
        now: this.now(),
        decisions: batch.map(({ command, decision }) => ({
          commandId: command.id,
          type: command.type,
          events: decision.events,
        })),
      });
      await this.settle(batch, answer);
    }
  }

  /** Waits for a command, the next due instant, or the moment to leave. */
  async sleepUntilSomethingHappens(): Promise<void> {
    const wake: Wake = this.state === undefined ? { at: undefined } : wakeOf(this.state, this.moment());
    if ('decision' in wake) this.add(wake.command, wake.decision);
    const at = spreadWake(this.input.caseId, 'decision' in wake ? undefined : wake.at);
    this.timer.keep(at === undefined ? undefined : at - (this.known?.clockOffsetMs ?? 0), Date.now());
    await condition(
      () => this.waiting.count > 0 || this.differs !== undefined || this.timer.fired || this.mayLeave(),
    );
  }

  /** What the clock brings about; nothing while the timer has not fired. */
  passTime(): void {
    if (!this.timer.fired || this.state === undefined) return;
    this.timer.reset();
    const { command, decision } = whatTimeBrings(this.state, this.moment());
    if (decision !== undefined) this.add(command, decision);
  }

  /**
   * Nothing unsaved, no caller waiting, and the case is closed (or never opened), or the run has grown long.
   * `allHandlersFinished` is tested here, not awaited: awaiting it in the loop that handlers wait for can deadlock.
   */
  mayLeave(): boolean {
    if (this.known === undefined || this.waiting.count > 0 || !allHandlersFinished()) return false;
    return this.isOver() || this.updates >= updatesPerRun || workflowInfo().continueAsNewSuggested;
  }

  isOver(): boolean {
    return this.state === undefined || this.state.status === 'closed';
  }

  carriedOver(): CaseInput {
    if (this.known === undefined) throw new Error('only a loaded case is carried over');
    const known = { ...this.known, state: this.base ?? null, recent: this.recent.toRecord() };
    return { caseId: this.input.caseId, known };
  }

  private begin(known: KnownCase): void {
    this.known = known;
    this.base = known.state ?? undefined;
    this.waiting.startFrom(this.base);
    this.recent = new CommandMemory(known.recent);
  }

  private differenceIn(command: SubmittedCommand): Difference | undefined {
    if (this.state === undefined) return undefined;
    return differenceTold(command, { current: this.state.version, saved: this.savedVersion });
  }

  private get state(): CaseState | undefined {
    return this.waiting.state;
  }

  private get savedVersion(): number {
    return this.base?.version ?? 0;
  }

  private isKnown(id: CommandId): boolean {
    return this.recent.versionOf(id) !== undefined || this.waiting.find(id) !== undefined;
  }

  private enqueue(command: CaseCommand): Entry {
    const decision = this.rules.decide(this.state, command, this.moment());
    if (isRefusal(decision)) throw refusedFailure(decision, this.savedVersion);
    return this.add(command, decision);
  }

  /** The state moves only after everything was decided and folded: a bug leaves it untouched. */
  private add(command: CaseCommand, decision: Decision): Entry {
    const entry: Entry = { command, decision };
    this.waiting.add(entry);
    return entry;
  }

  private async settle(batch: readonly Entry[], answer: SaveAnswer): Promise<void> {
    if (answer.kind === 'saved') this.confirm(batch, answer);
    else if (answer.kind === 'adopt') this.adopt(answer);
    else this.takeRestored(await record.loadCase({ caseId: this.input.caseId }));
  }

  /** The record is older than we are: it was restored from a backup. It is the record, so its side is taken. */
  private takeRestored(known: KnownCase): void {
    const engineVersion = this.savedVersion;
    this.begin(known);
    this.decideAnew(new Map());
    if (this.state === undefined) return;
    const command = timePasses(this.state.caseId, engineVersion, this.now());
    this.add(command, restored(this.state, { command, now: this.now(), engineVersion }));
  }

  private confirm(batch: readonly Entry[], { added, version }: Extract<SaveAnswer, { kind: 'saved' }>): void {
    for (const entry of batch) {
      const { events, state } = entry.decision;
      const mine = added.filter((event) => event.commandId === entry.command.id);
      this.base = state;
      this.recent.remember(entry.command.id, version);
      entry.answer = { version, events: [...events, ...mine] };
    }
    this.base = added.reduce<CaseState | undefined>(evolve, this.base);
    this.waiting.remove(batch);
    this.decideAnew(new Map());
  }

  private adopt({ events, known }: Extract<SaveAnswer, { kind: 'adopt' }>): void {
    this.base = events.reduce<CaseState | undefined>(evolve, this.base);
    for (const [id, version] of known) this.recent.remember(id, version);
    this.decideAnew(new Map(known));
  }

  private decideAnew(known: ReadonlyMap<CommandId, number>): void {
    this.waiting.decideAnew(this.base, { known, moment: this.moment() });
  }

  private wakeInstant(): Instant | undefined {
    if (this.state === undefined || this.known === undefined) return undefined;
    return nextWake(this.state, this.now(), this.known.calendar);
  }

  private moment(): Moment {
    if (this.known === undefined) throw new Error('nothing is decided before the case is loaded');
    return { now: this.now(), calendar: this.known.calendar };
  }

  private now(): Instant {
    return fromEpochMs(Date.now() + (this.known?.clockOffsetMs ?? 0));
  }
}
