import type { TFunction } from 'i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { EscalationView } from '../../api/contract/escalation.js';
import type { DeadlineView } from '../../api/contract/event.js';
import type { DueView, TaskView } from '../../api/contract/task.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { Procedure, Rung, Step } from '../../domain/procedure/procedure.js';
import type { Words } from '../../domain/procedure/words.js';
import type { Language } from '../../messages/message.js';
import { dayOfInstant, dayWords, momentWords } from '../../web/time/display.js';
import { explanationWords } from '../../web/time/explanation-words.js';
import { audiencePhrases, kindPhrases, phrases, rungPhrases } from './phrases.js';

type ReachedRung = DeadlineView['rungs'][number];

const labelWidth = 12;

/** Puts into one language what the API tells as data. */
export class Narrator {
  readonly indent = ' '.repeat(labelWidth);

  constructor(
    private readonly language: Language,
    private readonly words: TFunction,
    private readonly procedure: Procedure = procedureOf('vn-2025@1'),
  ) {}

  day(number: number): string {
    return `${this.phrase(phrases.day)} ${String(number)}`.padEnd(labelWidth);
  }

  offered(task: TaskView): string[] {
    return [
      `${this.phrase(kindPhrases[task.kind])}  ${this.title(task.stepId)}`,
      `→ ${task.agency?.name ?? this.phrase(phrases.nobody)}`,
      ...(task.due === null ? [this.phrase(phrases.noLimit)] : this.due(task.due)),
    ];
  }

  moved(task: TaskView): string[] {
    if (task.due === null) return [];
    return [`${this.phrase(phrases.moved)}: ${this.title(task.stepId)}`, ...this.due(task.due)];
  }

  ended(task: TaskView): string[] {
    const late = task.due?.state === 'missed' ? phrases.late : phrases.inTime;
    const mark = task.status === 'completed' ? '✓' : '–';
    const result = `${mark} ${this.title(task.stepId)}: ${this.result(task)}`;
    const isTimed = task.due !== null && task.kind !== 'stay' && task.status === 'completed';
    return [isTimed ? `${result}  [${this.phrase(late)}]` : result];
  }

  rung(task: TaskView, { rung, dueAt }: ReachedRung): string[] {
    const found = this.rungOf(task.stepId, rung);
    if (found === undefined) return [];
    const level = found.level === undefined ? '' : ` ${this.phrase(phrases.level)} ${String(found.level)}`;
    const told = found.tell.map((each) => this.phrase(audiencePhrases[each])).join(', ');
    return [
      `! ${this.phrase(rungPhrases[found.kind])}${level}  ${this.title(task.stepId)}`,
      `  ${momentWords(dueAt)}, ${this.phrase(phrases.told)}: ${told}`,
    ];
  }

  acknowledged({ level, taskTitle, action }: EscalationView): string[] {
    const did = action === undefined ? '' : this.words(`escalation.${action}`);
    const label = `${this.phrase(rungPhrases.escalation)} ${this.phrase(phrases.level)} ${String(level)}`;
    const step = Object.values(this.procedure.steps).find(({ title }) => title.vi === taskTitle);
    return [`  ${label} ${this.phrase(phrases.acknowledged)}: ${did} (${step ? this.title(step.id) : ''})`];
  }

  closed({ code, outcome = '', openedAt, closedAt = openedAt }: CaseView): string {
    const title = this.procedure.closings[outcome]?.title;
    const days = `${dayOfInstant(openedAt)} – ${dayOfInstant(closedAt)}`;
    return `${this.phrase(phrases.closed)}  ${code}: ${title ? title[this.language] : outcome}  (${days})`;
  }

  private due({ at, date, limitId, serviceLevel, explanation, confidence }: DueView): string[] {
    const limit = this.procedure.limits[limitId ?? ''] ?? this.procedure.serviceLevels[limitId ?? ''];
    const kind = this.phrase(serviceLevel ? phrases.serviceLevel : phrases.law);
    return [
      `${this.phrase(phrases.due)} ${date === undefined ? momentWords(at) : dayWords(date)}: ${explanationWords(explanation, this.words)}`,
      `${kind} ${limitId ?? ''} (${confidence}): ${limit?.source[this.language] ?? ''}`,
    ];
  }

  private result({ stepId, status, outcome, declineReason }: TaskView): string {
    if (status === 'recalled') return this.phrase(phrases.recalled);
    const step = this.procedure.steps[stepId];
    if (status === 'declined') {
      const reason = step?.declineReasons?.[declineReason ?? ''];
      return `${this.phrase(phrases.declined)} (${reason ? this.phrase(reason) : ''})`;
    }
    const words = outcomeOf(step, outcome)?.title ?? this.procedure.closings[outcome ?? '']?.title;
    return words ? this.phrase(words) : (outcome ?? status);
  }

  private rungOf(stepId: string, id: string): Rung | undefined {
    const ladder = this.procedure.ladders[this.procedure.steps[stepId]?.ladder ?? ''];
    return ladder?.rungs.find((rung) => rung.id === id);
  }

  private title(stepId: string): string {
    const step = this.procedure.steps[stepId];
    return step === undefined ? stepId : this.phrase(step.title);
  }

  private phrase(words: Words): string {
    return words[this.language];
  }
}

const outcomeOf = (step: Step | undefined, outcome = '') => step?.outcomes[outcome];
