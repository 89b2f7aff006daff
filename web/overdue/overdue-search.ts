import type { LateSpan } from '../../api/contract/task.js';

/** Filters of the page, in the address, named as in the API. */
export interface OverdueSearch {
  readonly level?: 1 | 2 | 3;
  readonly acknowledged?: true;
  readonly agency?: string;
  readonly late?: LateSpan;
}

export const levels = [1, 2, 3] as const;

/** The spans of lateness, each with its words and its count on the dashboard. */
export const spans = {
  'one-day': { words: 'overdue.one-day', count: 'upToOneDay' },
  'three-days': { words: 'overdue.three-days', count: 'upToThreeDays' },
  'ten-days': { words: 'overdue.ten-days', count: 'upToTenDays' },
  longer: { words: 'overdue.longer', count: 'longer' },
} as const satisfies Record<LateSpan, object>;
export const lateSpans = Object.keys(spans) as readonly LateSpan[];

export function readOverdueSearch(search: Record<string, unknown>): OverdueSearch {
  const level = levels.find((each) => each === search['level']);
  const late = lateSpans.find((each) => each === search['late']);
  const agency = search['agency'];
  return {
    ...(level === undefined ? {} : { level }),
    ...(search['acknowledged'] === true ? { acknowledged: true } : {}),
    ...(typeof agency === 'string' ? { agency } : {}),
    ...(late === undefined ? {} : { late }),
  };
}
