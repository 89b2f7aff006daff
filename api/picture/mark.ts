import type { StepStanding } from '../../domain/case/position.js';

/** How a box looks. Each look has a shape or a pattern of its own beside its colour, and the box says it in words. */
export type Look = StepStanding | 'plain' | 'load-none' | 'load-some' | 'load-many' | 'load-most';

/** What a picture says about one step. */
export interface Mark {
  readonly look: Look;
  /** The last lines of the box, two at most. */
  readonly lines: readonly string[];
  readonly late?: boolean;
  /** Open tasks by how late they are: drawn as parts of a bar. */
  readonly bar?: { readonly overdue: number; readonly soon: number; readonly calm: number };
}

interface Paint {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashes?: string;
  readonly sign?: Sign;
}

export type Sign = 'done' | 'open' | 'ahead' | 'skipped' | 'late';

export const paints = {
  plain: { fill: '#ffffff', stroke: '#5f6b76', strokeWidth: 1.2 },
  unseen: { fill: '#ffffff', stroke: '#868e96', strokeWidth: 1 },
  done: { fill: '#e3ebe6', stroke: '#1c2126', strokeWidth: 1.6, sign: 'done' },
  open: { fill: '#d6e6f7', stroke: '#1864ab', strokeWidth: 4, sign: 'open' },
  ahead: { fill: '#ffffff', stroke: '#5f6b76', strokeWidth: 1.2, dashes: '6 4', sign: 'ahead' },
  skipped: { fill: 'url(#loive-hatch)', stroke: '#868e96', strokeWidth: 1, sign: 'skipped' },
  'load-none': { fill: '#ffffff', stroke: '#868e96', strokeWidth: 1 },
  'load-some': { fill: '#e7f1fb', stroke: '#1864ab', strokeWidth: 1.4 },
  'load-many': { fill: '#d2e4f7', stroke: '#1864ab', strokeWidth: 2.4 },
  'load-most': { fill: '#b5d3f1', stroke: '#0b4a82', strokeWidth: 4 },
} as const satisfies Record<Look, Paint>;

export const paintOf = (look: Look): Paint => paints[look];

/** Drawn in a square of 12 by 12. */
export const signPaths = {
  done: 'M1 6.5L4.5 10L11 2.5',
  open: 'M2 1L11 6L2 11z',
  ahead: 'M6 1.5A4.5 4.5 0 1 1 5.9 1.5',
  skipped: 'M2 2L10 10M10 2L2 10',
  late: 'M6 1L11.5 11H.5zM6 4.5V8',
} as const satisfies Record<Sign, string>;

/** Thirds of the fullest step. */
export const loadLook = (open: number, most: number): Look => {
  if (open === 0) return 'load-none';
  if (open * 3 > most * 2) return 'load-most';
  return open * 3 > most ? 'load-many' : 'load-some';
};
