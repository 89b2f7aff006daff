import type { CaseCommand } from '../../domain/case/commands.js';
import type { PersonInput } from '../contract/person.js';
import type { Parts } from '../parts.js';
import { Problem, problemOf } from '../problem.js';
import type { KeyedRequest } from '../records/request-keys.js';
import type { Sealer } from './sealer.js';

/** A command with everything that must be stored apart before the engine hears of it. */
export interface PreparedCommand {
  readonly command: CaseCommand;
  readonly sealer: Sealer;
  readonly person?: PersonInput | undefined;
  readonly userId: string;
}

/**
 * Key, then sealed rows, then the engine. On a refusal what was sealed is taken back, so that nothing half-written
 * remains. Returns when the command was accepted; throws a problem otherwise.
 */
export async function submit(parts: Parts, prepared: PreparedCommand, request: KeyedRequest): Promise<void> {
  const kept = await parts.records.requestKeys.keep(request);
  if (kept === 'reused') throw new Problem('idempotency-key-reused');
  if (kept === 'first' && prepared.command.type === 'open-case')
    await refuseKnownCase(parts, prepared.command.caseId);
  await keep(parts, prepared);
  try {
    const answer = await parts.gateway.submit(prepared.command);
    if (answer.kind === 'not-known-yet') throw new Problem('not-known-yet', { retryAfterSeconds: 2 });
    if (answer.kind === 'refused') throw problemOf(answer.refusal);
  } catch (error) {
    // Where nothing is known yet the command may still be accepted, and must find its texts.
    if (!(error instanceof Problem && error.code === 'not-known-yet')) await drop(parts, prepared);
    throw error;
  }
  // The same command, refused at the same moment on another way, may have taken the texts back meanwhile.
  await keep(parts, prepared);
}

/** A new registration never touches the sealed rows of a case that is there already. */
async function refuseKnownCase(parts: Parts, caseId: string): Promise<void> {
  if (await parts.read.cases.exists(caseId)) throw new Problem('case-exists');
}

async function keep({ records }: Parts, { command, sealer, person, userId }: PreparedCommand): Promise<void> {
  const { caseId } = command;
  await Promise.all([
    records.texts.keep(sealer.texts, { caseId, userId }),
    records.places.keep(
      sealer.places.map(({ revision, kind, placeCode }) => ({ revision, kind, placeCode })),
      caseId,
    ),
    ...(person === undefined ? [] : [records.persons.keep(caseId, person)]),
  ]);
}

async function drop({ records }: Parts, { command, sealer, person }: PreparedCommand): Promise<void> {
  await Promise.all([
    records.texts.drop(sealer.texts, command.id),
    records.places.drop(sealer.places, command.id),
    ...(person === undefined ? [] : [records.persons.drop(command.caseId)]),
  ]);
}
