export const limitUnits = ['hour', 'calendar-day', 'working-day', 'month'] as const;
export const limitDirections = ['forward', 'backward'] as const;
export const limitRolls = ['none', 'forward', 'backward'] as const;

export type LimitUnit = (typeof limitUnits)[number];

/** A length of time, and how its end becomes a lawful day. A week is 7 calendar-days, a year 12 months. */
export interface TimeLimit {
  /** A whole number from 1. */
  readonly amount: number;
  readonly unit: LimitUnit;
  /** `backward`: the act must be done at least so long before the event. */
  readonly direction: (typeof limitDirections)[number];
  /** Where the end goes if it falls on a day off (Civil Code 2015 art. 148(5)); `none`: it stays. */
  readonly roll: (typeof limitRolls)[number];
}

/** A hundred years. No law sets more: a longer limit is a slip of the pen, and would take long to count. */
const longest = {
  hour: 876_600,
  'calendar-day': 36_525,
  'working-day': 26_100,
  month: 1_200,
} satisfies Record<LimitUnit, number>;

export type LimitProblem =
  'amount-not-whole' | 'amount-below-one' | 'amount-too-large' | 'hours-never-roll' | 'notice-would-shorten';

/** Why a limit makes no sense; undefined if it does. Hours are never rolled, and a notice is never made shorter. */
export function checkLimit(limit: TimeLimit): LimitProblem | undefined {
  if (!Number.isInteger(limit.amount)) return 'amount-not-whole';
  if (limit.amount < 1) return 'amount-below-one';
  if (limit.amount > longest[limit.unit]) return 'amount-too-large';
  if (limit.unit === 'hour' && limit.roll !== 'none') return 'hours-never-roll';
  if (limit.direction === 'backward' && limit.roll === 'forward') return 'notice-would-shorten';
  return undefined;
}
