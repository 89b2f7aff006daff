import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { KnownCase } from '../activities/known-case.js';
import type { CaseState } from '../domain/case/case-state.js';
import type { CaseCommand } from '../domain/case/commands.js';
import type { CaseEvent } from '../domain/case/events.js';
import type { CaseId } from '../domain/ids.js';

/** All that another process needs to talk to a case's workflow: ids, queue, messages. */
export const caseQueue = 'cases';
export const caseWorkflowType = 'caseWorkflow';
export const caseWorkflowId = (caseId: CaseId): string => `case:${caseId}`;

/** A run can always begin from the id alone. */
export interface CaseInput {
  readonly caseId: CaseId;
  readonly known?: KnownCase;
}

/** A command that was accepted; without events when it was already known and its events stand in the record. */
export interface CommandAnswer {
  readonly version: number;
  readonly events: readonly CaseEvent[] | null;
}

export interface CaseLook {
  /** false until the record was read: the state says nothing yet. */
  readonly loaded: boolean;
  readonly state: CaseState | null;
  readonly unsaved: number;
  readonly nextWake: string | null;
}

/** A command on its way to its case. */
export type SubmittedCommand = CaseCommand & {
  /** The version that the record had after the case refused this on a later one of its own: a restored backup. */
  readonly recordVersion?: number;
};

export const submitCommand = defineUpdate<CommandAnswer, [SubmittedCommand]>('submitCommand');
export const getCase = defineQuery<CaseLook>('getCase');

/** Failure types of an update. Only the first is the rules' final no; its details are the refusal and the version saved. */
export const commandRefused = 'CommandRefused';
export const commandBroken = 'CommandBroken';

/** After so many updates a run hands over to a fresh one. */
export const updatesPerRun = 500;
