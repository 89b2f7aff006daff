import { setTimeout as pause } from 'node:timers/promises';
import type { CaseCommand } from '../../domain/case/commands.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { PersonInput } from '../contract/person.js';
import type { Parts } from '../parts.js';
import { Problem, problemOf } from '../problem.js';
import { givenFields } from '../records/person-records.js';
import type { Brought, Kept, KeyedRequest } from '../records/request-keys.js';
import type { Sealer } from './sealer.js';

/** A command with everything that must be stored apart before the engine hears of it. */
export interface PreparedCommand {
  readonly command: CaseCommand;
  readonly sealer: Sealer;
  readonly person?: PersonInput | undefined;
}

/**
 * Key and sealed rows, then the engine. On a refusal what was sealed is taken back, so that nothing half-written
 * remains. Returns the command's events when it was accepted; throws a problem otherwise.
 */
export async function submit(
  parts: Parts,
  prepared: PreparedCommand,
  request: KeyedRequest,
): Promise<readonly CaseEvent[]> {
  const kept = await keep(parts, prepared, request);
  if (kept === 'reused') throw new Problem('idempotency-key-reused');
  if (kept === 'case-exists') throw new Problem('case-exists');
  const events = await ask(parts, prepared, request);
  // The same command, refused at the same moment on another way, may have taken the texts back meanwhile.
  if (!(await isKept(parts, prepared))) await keep(parts, prepared, request);
  return events;
}

async function ask(
  parts: Parts,
  prepared: PreparedCommand,
  request: KeyedRequest,
): Promise<readonly CaseEvent[]> {
  try {
    const answer = await keepingMeanwhile(parts.gateway.submit(prepared.command), async () => {
      if (!(await isKept(parts, prepared))) await keep(parts, prepared, request);
    });
    if (answer.kind === 'not-known-yet') throw new Problem('not-known-yet', { retryAfterSeconds: 2 });
    if (answer.kind === 'refused') throw problemOf(answer.refusal);
    return answer.events;
  } catch (error) {
    // Where nothing is known yet the command may still be accepted, and must find its texts.
    if (!(error instanceof Problem && error.code === 'not-known-yet')) await drop(parts, prepared);
    throw error;
  }
}

/** An answer comes long before, unless the save waits for a place that was taken back. */
const keepAgainAfterMs = 250;

/** Has it kept again and again until the answer is there; none of that is under way any more then. */
async function keepingMeanwhile<Answer>(
  answer: Promise<Answer>,
  keepAgain: () => Promise<void>,
): Promise<Answer> {
  const isThere = answer.then(
    () => true,
    () => true,
  );
  for (;;) {
    const ended = new AbortController();
    const { signal } = ended;
    const later = pause(keepAgainAfterMs, false, { signal }).catch(() => false);
    const isAnswered = await Promise.race([isThere, later]);
    ended.abort();
    if (isAnswered) return answer;
    await keepAgain().catch(() => undefined); // the record may be away for a moment
  }
}

async function isKept({ records }: Parts, { command, sealer, person }: PreparedCommand): Promise<boolean> {
  const fields = person === undefined ? [] : givenFields(person);
  if (sealer.texts.length + sealer.places.length + fields.length === 0) return true;
  return records.requestKeys.areKept(broughtBy(command, sealer), fields);
}

const broughtBy = ({ type, caseId }: CaseCommand, { texts, places }: Sealer): Brought => ({
  caseId,
  opens: type === 'open-case',
  texts,
  places,
});

async function keep(
  { records }: Parts,
  { command, sealer, person }: PreparedCommand,
  request: KeyedRequest,
): Promise<Kept> {
  const kept = await records.requestKeys.keep(request, broughtBy(command, sealer));
  if (person !== undefined && (kept === 'first' || kept === 'repeated'))
    await records.persons.keep(command.caseId, person);
  return kept;
}

async function drop({ records }: Parts, { command, sealer, person }: PreparedCommand): Promise<void> {
  await Promise.all([
    records.texts.drop(sealer.texts, command.id),
    records.places.drop(sealer.places, command.id),
    ...(person === undefined ? [] : [records.persons.drop(command.caseId)]),
  ]);
}
