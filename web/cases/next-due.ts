import type { CaseSummary } from '../../api/contract/case.js';

type Row = Pick<CaseSummary, 'nextDueAt' | 'nextDueDate' | 'nextLimit'>;

/**
 * The next deadline of a case: its last lawful day where it counts in days, its moment where in hours. Working days are
 * told as such, and our own target never as law, as on the task itself.
 */
export const nextDueOf = ({ nextDueAt: at, nextDueDate: date, nextLimit: limit }: Row) => {
  if (at === undefined) return undefined;
  const serviceLevel = limit?.serviceLevel === true;
  return date === undefined
    ? { at, unit: 'hour', serviceLevel }
    : { at, date, unit: limit?.unit ?? 'calendar-day', serviceLevel };
};
