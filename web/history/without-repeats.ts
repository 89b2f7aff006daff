import type { EventView } from '../../api/contract/event.js';

/**
 * Events as they are told, the newest first: that the escalation rung of a ladder was reached and that a report went up
 * is one thing to whoever reads it, and the report says more; the letter of an answer stands with the answer, not again
 * with every fact that followed from it.
 */
export function withoutRepeats(events: readonly EventView[]): readonly EventView[] {
  const reports = new Set(events.filter(({ type }) => type === 'escalation-raised').map(key));
  const told = events.filter((event) => !isRung(event) || !reports.has(key(event)));
  const firstWith = new Map(
    told.flatMap((event) => event.texts.map(({ textId }) => [textId, event] as const)),
  );
  return told.map((event) =>
    event.texts.every(({ textId }) => firstWith.get(textId) === event)
      ? event
      : { ...event, texts: event.texts.filter(({ textId }) => firstWith.get(textId) === event) },
  );
}

const isRung = ({ type, data }: EventView): boolean =>
  type === 'rung-reached' && data['kind'] === 'escalation';

const key = ({ at, data }: EventView): string => `${String(data['taskId'])} ${at}`;
