import type { EventView } from '../../api/contract/event.js';

/**
 * Events as they are told: that the escalation rung of a ladder was reached and that a report went up is one thing to
 * whoever reads it, and the report says more.
 */
export function withoutRepeats(events: readonly EventView[]): readonly EventView[] {
  const reports = new Set(events.filter(({ type }) => type === 'escalation-raised').map(key));
  return events.filter((event) => !isRung(event) || !reports.has(key(event)));
}

const isRung = ({ type, data }: EventView): boolean =>
  type === 'rung-reached' && data['kind'] === 'escalation';

const key = ({ at, data }: EventView): string => `${String(data['taskId'])} ${at}`;
