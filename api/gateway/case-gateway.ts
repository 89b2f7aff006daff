import {
  Connection,
  WithStartWorkflowOperation,
  WorkflowFailedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type ConnectionOptions,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { CaseCommand } from '../../domain/case/commands.js';
import { isRefusal, type Refusal } from '../../domain/refusal.js';
import {
  caseQueue,
  caseWorkflowId,
  caseWorkflowType,
  commandBroken,
  commandRefused,
  submitCommand,
  type CaseInput,
  type CommandAnswer,
  type SubmittedCommand,
} from '../../workflows/contract.js';
import { arrived, moveClock } from './case-clock.js';
import type { CaseGateway, GatewayAnswer } from './gateway-answer.js';
import type { GatewaySettings } from './gateway-settings.js';

/** Commands that a closed case still takes: its workflow is revived for them. */
const forClosedCases: readonly CaseCommand['type'][] = [
  'reopen-case',
  'add-note',
  'acknowledge-escalation',
  'withdraw-consent',
];

/**
 * A connection that waits for a closing run 50 ms at first instead of a second: while a run hands over to the next
 * the server answers "closing", and the default retry would keep callers for up to five seconds.
 */
export const connectToEngine = (options: ConnectionOptions): Promise<Connection> =>
  Connection.connect({
    ...options,
    interceptors: [
      makeGrpcRetryInterceptor(
        defaultGrpcRetryOptions({
          initialIntervalMs: () => 50,
          factor: 1.3,
          maxAttempts: 30,
          maxJitter: 0.5,
        }),
      ),
    ],
  });

/** The API's only door to the engine. Only the rules' own no is final; every other failure is looked up and tried again. */
export function createCaseGateway(settings: GatewaySettings): CaseGateway {
  return {
    submit: (command) => submit(settings, command),
    fastForward: (caseId, jump) => moveClock(settings, caseId, jump),
    arrived: (caseId, jumpId) => arrived(settings, caseId, jumpId),
    isReachable: () => isReachable(settings),
  };
}

/** At most so long, in milliseconds: a probe that waits longer has its answer. */
const probeMs = 2_000;

/** Asks for what the server reads from its tables at each call: one that lost its databases still answers all else. */
async function isReachable({ client }: GatewaySettings): Promise<boolean> {
  const { namespace } = client.options;
  try {
    await client.withDeadline(Date.now() + probeMs, () =>
      client.workflowService.describeNamespace({ namespace }),
    );
    return true;
  } catch {
    return false;
  }
}

async function submit(settings: GatewaySettings, command: CaseCommand): Promise<GatewayAnswer> {
  const deadline = Date.now() + (settings.deadlineMs ?? 10_000);
  let submitted: SubmittedCommand = command;
  for (let attempt = 0; Date.now() < deadline; attempt++) {
    const answer = await attemptOnce(settings, submitted, deadline);
    if (answer?.kind === 'older-record') submitted = { ...command, recordVersion: answer.version };
    else if (answer !== undefined) return answer;
    else await pause(Math.min(50 * 2 ** attempt, 1_000));
  }
  return { kind: 'not-known-yet' };
}

/** The case refused on a version that the record does not have: it must hear of that before its no counts. */
interface OlderRecord {
  readonly kind: 'older-record';
  readonly version: number;
}

/** One try; undefined when nothing is known of its fate, and the same id must be sent again. */
async function attemptOnce(
  settings: GatewaySettings,
  command: SubmittedCommand,
  deadline: number,
): Promise<GatewayAnswer | OlderRecord | undefined> {
  try {
    const answer = await settings.client.withDeadline(deadline, () => ask(settings, command));
    if (answer.events !== null) return { kind: 'accepted', version: answer.version, events: answer.events };
    const known = await lookedUp(settings, command);
    return known === 'record-away' ? undefined : known;
  } catch (error) {
    const known = await lookedUp(settings, command);
    if (known === 'record-away') return undefined;
    if (known !== undefined) return known;
    const refusal = refusalIn(error);
    if (refusal !== undefined)
      return (await olderRecord(settings, command, error)) ?? { kind: 'refused', refusal };
    if (isBroken(error)) throw error;
    return undefined;
  }
}

/** Undefined when the record does not know the command. Only that, with a refusal, is a no. */
async function lookedUp(
  { record }: GatewaySettings,
  { id }: CaseCommand,
): Promise<GatewayAnswer | 'record-away' | undefined> {
  try {
    const found = await record.find(id);
    return found === undefined ? undefined : { kind: 'accepted', ...found };
  } catch {
    return 'record-away'; // the command's fate is not known yet
  }
}

/** What the case has saved is in the record at once: an older record was restored from a backup meanwhile. */
async function olderRecord(
  { record }: GatewaySettings,
  { caseId, recordVersion }: SubmittedCommand,
  error: unknown,
): Promise<OlderRecord | undefined> {
  const saved: unknown = failureIn(error)?.details?.[1];
  if (typeof saved !== 'number' || recordVersion !== undefined) return undefined;
  const version = await record.versionOf(caseId);
  return version < saved ? { kind: 'older-record', version } : undefined;
}

/** A plain update first; where no run is there, update-with-start opens or revives one. */
async function ask(settings: GatewaySettings, command: SubmittedCommand): Promise<CommandAnswer> {
  if (command.type === 'open-case') return askWithStart(settings, command);
  try {
    const handle = settings.client.workflow.getHandle(caseWorkflowId(command.caseId));
    return await handle.executeUpdate(submitCommand, { updateId: command.id, args: [command] });
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    const isOpen = await settings.record.isOpen(command.caseId);
    if (isOpen === undefined) throw refused({ refused: 'case-not-open' });
    if (!isOpen && !forClosedCases.includes(command.type))
      throw refused({ refused: 'case-closed', allowed: ['add-note', 'reopen-case'] });
    return askWithStart(settings, command);
  }
}

function askWithStart(
  { client, taskQueue }: GatewaySettings,
  command: SubmittedCommand,
): Promise<CommandAnswer> {
  const input: CaseInput = { caseId: command.caseId };
  const startWorkflowOperation = new WithStartWorkflowOperation(caseWorkflowType, {
    workflowId: caseWorkflowId(command.caseId),
    taskQueue: taskQueue ?? caseQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowTaskTimeout: '2s',
  });
  return client.workflow.executeUpdateWithStart(submitCommand, {
    startWorkflowOperation,
    updateId: command.id,
    args: [command],
  });
}

const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({
    message: refusal.refused,
    type: commandRefused,
    nonRetryable: true,
    details: [refusal],
  });

function failureIn(error: unknown): ApplicationFailure | undefined {
  if (error instanceof ApplicationFailure) return error;
  const wraps = error instanceof WorkflowUpdateFailedError || error instanceof WorkflowFailedError;
  return wraps && error.cause instanceof ApplicationFailure ? error.cause : undefined;
}

function refusalIn(error: unknown): Refusal | undefined {
  const failure = failureIn(error);
  const detail: unknown = failure?.type === commandRefused ? failure.details?.[0] : undefined;
  return isRefusal(detail) ? detail : undefined;
}

const isBroken = (error: unknown): boolean => failureIn(error)?.type === commandBroken;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
