export const channels = [
  'self-report',
  'rescue',
  'mission-abroad',
  'self-return',
  'bilateral-handover',
  'foreign-victim',
  'hotline',
  'outreach',
] as const;
export type Channel = (typeof channels)[number];

export type FactValue = string | number | boolean;

/** `since`: only if that came later than the latest completion of the step that it names. */
export type Condition =
  | { readonly after: string; readonly since?: string } // 'step' or 'step:outcome'; reads the latest completion of that step
  | { readonly fact: string; readonly is: FactValue | readonly FactValue[]; readonly since?: string }
  | { readonly known: string } // the fact has any value
  | { readonly elapsed: Elapsed; readonly since: { readonly fact: string } | { readonly step: string } }
  | { readonly extended: string; readonly since?: string } // the time of that step's open task was lawfully extended
  | { readonly channel: Channel | readonly Channel[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Elapsed {
  readonly amount: number;
  readonly unit: 'hour' | 'calendar-day' | 'month';
}
