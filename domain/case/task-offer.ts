import type { Instant } from '../time/instant.js';
import type { Task } from './case-state.js';

/** Does it lie before the task was handed to its agency? People tell minutes, so the minute of the offer is none too early. */
export const precedesOffer = (at: Instant, { offeredAt }: Pick<Task, 'offeredAt'>): boolean =>
  minuteOf(at) < minuteOf(offeredAt);

const minuteOf = (at: Instant): string => at.slice(0, 'YYYY-MM-DDTHH:MM'.length);
