import type { StepStanding } from '../../domain/case/position.js';
import { isMessageKey, message, type Language } from '../../messages/message.js';
import type {
  CasePosition,
  LimitView,
  ProcedureView,
  StepLoad,
  StepPosition,
} from '../contract/procedure.js';
import { loadLook, type Look, type Mark, type Sign } from './mark.js';

/** A row of the legend: a small box in that look, a sign, or a piece of the bar. */
export interface LegendItem {
  readonly look: Look;
  readonly sign?: Sign;
  readonly fill?: string;
  readonly words: string;
}

/** What a picture says beyond the procedure itself. */
export interface Overlay {
  readonly title: string;
  readonly mark: (stepId: string) => Mark;
  readonly legend: readonly LegendItem[];
  readonly note?: string;
  /** The phase in which the case is. */
  readonly phase?: string;
}

/** The procedure alone: each box tells by when. */
export const plainOverlay = ({ steps }: ProcedureView, language: Language): Overlay => ({
  title: message(language, 'picture.plain'),
  mark: (stepId) => ({
    look: 'plain',
    lines: limitLines(steps.find(({ id }) => id === stepId)?.limits ?? [], language),
  }),
  legend: [],
  note: message(language, 'picture.legend-limits'),
});

function limitLines([first, ...more]: readonly LimitView[], language: Language): readonly string[] {
  if (first === undefined) return [];
  const key = first.serviceLevel
    ? 'service-level'
    : first.direction === 'backward'
      ? 'limit-before'
      : 'limit';
  const unit = first.amount === 1 ? `unit-one.${first.unit}` : `unit.${first.unit}`;
  const told = message(language, `picture.${key}`, {
    amount: first.amount,
    unit: isMessageKey(unit) ? message(language, unit) : first.unit,
  });
  return more.length === 0 ? [told] : [told, message(language, 'picture.more', { more: more.length })];
}

/** Where one case stands, as far as the reader may know. */
export function caseOverlay(
  { case: { code, phase }, isWhole, items }: CasePosition,
  language: Language,
): Overlay {
  const positions = new Map(items.map((item) => [item.stepId, item]));
  const shown: readonly StepStanding[] = isWhole
    ? ['done', 'open', 'ahead', 'skipped']
    : ['done', 'open', 'skipped'];
  return {
    title: message(language, 'picture.case', { code }),
    mark: (stepId) => caseMark(positions.get(stepId), language),
    legend: [
      ...shown.map((standing) => ({ look: standing, words: message(language, `standing.${standing}`) })),
      { look: 'open', sign: 'late', words: message(language, 'standing.open-overdue') },
    ],
    phase,
    ...(isWhole ? {} : { note: message(language, 'picture.legend-own') }),
  };
}

function caseMark(position: StepPosition | undefined, language: Language): Mark {
  if (position === undefined || position.standing === 'unseen') return { look: 'unseen', lines: [] };
  const { standing, due } = position;
  const key = due === undefined ? (`standing.${standing}` as const) : (`standing.open-${due}` as const);
  return { look: standing, lines: [message(language, key)], late: due === 'overdue' };
}

/** How many cases sit where, and how late. */
export function loadOverlay(items: readonly StepLoad[], language: Language): Overlay {
  const loads = new Map(items.map((item) => [item.stepId, item]));
  const most = Math.max(0, ...items.map(({ open }) => open));
  const look = (key: 'load-some' | 'load-many' | 'load-most'): LegendItem => ({
    look: key,
    words: message(
      language,
      `load.look-${key === 'load-some' ? 'some' : key === 'load-many' ? 'many' : 'most'}`,
    ),
  });
  return {
    title: message(language, 'picture.load'),
    mark: (stepId) => loadMark(loads.get(stepId), most, language),
    legend: [
      look('load-some'),
      look('load-many'),
      look('load-most'),
      { look: 'load-none', fill: 'url(#loive-late)', words: message(language, 'load.bar-overdue') },
      { look: 'load-none', fill: 'url(#loive-soon)', words: message(language, 'load.bar-soon') },
      { look: 'load-none', fill: '#1864ab', words: message(language, 'load.bar-calm') },
    ],
    note: message(language, 'picture.legend-load'),
  };
}

function loadMark(load: StepLoad | undefined, most: number, language: Language): Mark {
  if (load === undefined || load.open === 0)
    return { look: 'load-none', lines: [message(language, 'load.none')] };
  const { open, soon, overdue } = load;
  const late = [
    ...(overdue > 0 ? [message(language, 'load.overdue', { overdue })] : []),
    ...(soon > 0 ? [message(language, 'load.soon', { soon })] : []),
  ];
  return {
    look: loadLook(open, most),
    lines: [message(language, 'load.open', { open }), late.join(' · ')].filter((line) => line !== ''),
    late: overdue > 0,
    bar: { overdue, soon, calm: open - soon - overdue },
  };
}
