import type { CaseSummary } from '../../api/contract/case.js';

/** The next deadline of a case: its last lawful day where it counts in days, its moment where in hours. */
export const nextDueOf = ({
  nextDueAt: at,
  nextDueDate: date,
}: Pick<CaseSummary, 'nextDueAt' | 'nextDueDate'>) => {
  if (at === undefined) return undefined;
  return date === undefined ? ({ at, unit: 'hour' } as const) : ({ at, date, unit: 'calendar-day' } as const);
};
