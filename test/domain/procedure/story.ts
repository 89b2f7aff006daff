import { chanceOf } from '../../../scripts/check-procedures/chance.js';
import { SyntheticCase } from '../../../scripts/check-procedures/synthetic-case.js';
import type { Fields } from '../../../domain/case/case-state.js';
import { procedureOf } from '../../../domain/procedure/catalogue.js';
import type { ProcedureRef } from '../../../domain/procedure/procedure.js';
import { dateOf } from '../../../domain/time/plain-date.js';
import { instant } from '../../../domain/time/instant.js';

/** Someone who wants to go home and no help until then. */
export const wantsNothing = {
  wantsShelter: false,
  wantsMedical: false,
  wantsPsychological: false,
  wantsLegalAid: false,
  wantsVocational: false,
  wantsGoHome: true,
};

/** A case received at the commune on the morning of a Monday, told in the words of the procedure. */
export class Story {
  readonly case: SyntheticCase;

  constructor(
    ref: ProcedureRef,
    facts: readonly { fact: string; value: boolean | string }[] = [],
    day = '2026-03-02',
  ) {
    this.case = new SyntheticCase(procedureOf(ref), chanceOf(1), instant(`${day}T02:00:00.000Z`));
    this.case.open('self-report', facts);
  }

  get open(): readonly string[] {
    return this.case.openSteps;
  }

  get closings(): readonly string[] {
    return this.case.closings;
  }

  received(registration: Fields = { isMinor: false }): this {
    this.case.complete('register-report', 'registered', registration);
    this.case.complete('inform-rights', 'informed');
    this.case.complete('notify-authority', 'notified');
    this.case.complete('receive-case', 'received');
    this.case.complete('assess-protection', 'no-measure');
    return this;
  }

  wanting(wishes: Fields = {}): this {
    this.case.complete('needs-assessment', 'assessed', { ...wantsNothing, ...wishes });
    return this;
  }

  verified(answer: 'confirmed' | 'insufficient-grounds'): this {
    this.case.complete('initial-verification', 'no-paper');
    this.case.complete('request-verification', 'requested');
    this.case.complete(
      'police-verification',
      answer,
      answer === 'confirmed' ? { confirmedOn: dateOf(this.case.now) } : {},
    );
    if (answer === 'confirmed') this.case.complete('issue-certificate', 'issued');
    return this;
  }

  sheltered(): this {
    this.case.complete('choose-facility', 'chosen');
    this.case.complete('shelter-admission', 'admitted');
    return this;
  }

  home(): this {
    this.case.complete('plan-return', 'return-planned', { plannedReturnOn: '2026-03-25' });
    this.case.complete('arrange-travel', 'arranged');
    this.case.complete('confirm-arrival', 'arrived');
    return this;
  }

  days(count: number): this {
    this.case.pass(24 * count);
    return this;
  }

  /** The days on which the deadlines of the open task of a step end, by limit. */
  dueDates(stepId: string): Readonly<Record<string, string | undefined>> {
    return Object.fromEntries(this.case.taskOf(stepId).deadlines.map((each) => [each.limitId, each.dueDate]));
  }
}
