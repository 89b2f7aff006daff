import { phases } from '../../domain/procedure/procedure.js';
import { gap, type Layout, type PlacedStep } from './layout.js';
import { element, type Markup } from './svg.js';

/**
 * The lines between the boxes run in the gaps of the grid, so that none crosses a box. Drawn are the ways inside a
 * phase and those of the main track to the next phase; at the ends of other ways stands the other's phase.
 */
export function lineMarkup(layout: Layout): readonly Markup[] {
  const drawn = waysOf(layout).filter(isDrawn);
  // Side ways first: what is main lies on top.
  return [...drawn.filter((way) => !isMain(way)), ...drawn.filter(isMain)].flatMap(lineOf);
}

/** Where a way comes from that no line shows. */
export const fromElsewhere = (layout: Layout, { step }: PlacedStep): readonly PlacedStep[] =>
  waysOf(layout)
    .filter((way) => way.to.step === step && !way.again && !isDrawn(way))
    .map(({ from }) => from);

/** Where a way goes that no line shows. */
export const toElsewhere = (layout: Layout, { step }: PlacedStep): readonly PlacedStep[] =>
  waysOf(layout)
    .filter((way) => way.from.step === step && !way.again && !isDrawn(way))
    .map(({ to }) => to);

interface PlacedWay {
  readonly from: PlacedStep;
  readonly to: PlacedStep;
  readonly again: boolean;
}

function waysOf({ flow, steps }: Layout): readonly PlacedWay[] {
  const placed = new Map(steps.map((each) => [each.step.id, each]));
  return flow.flatMap((way) => {
    const from = placed.get(way.from);
    const to = placed.get(way.to);
    return from === undefined || to === undefined ? [] : [{ from, to, again: way.again }];
  });
}

const isMain = ({ from, to, again }: PlacedWay): boolean =>
  from.step.track === 'main' && to.step.track === 'main' && !again;

function isDrawn(way: PlacedWay): boolean {
  const apart = phases.indexOf(way.to.step.phase) - phases.indexOf(way.from.step.phase);
  return apart === 0 || (apart === 1 && isMain(way));
}

function lineOf(way: PlacedWay): readonly Markup[] {
  const { from, to, again } = way;
  const main = isMain(way);
  const stroke = main ? '#1c2126' : '#5f6b76';
  const at = { x: to.x, y: to.y + to.height / 2 };
  return [
    element('path', {
      d: route(from, to),
      fill: 'none',
      stroke,
      'stroke-width': main ? 2 : 1.2,
      'stroke-dasharray': again ? '3 4' : undefined,
      'stroke-linejoin': 'round',
    }),
    element('path', { d: `M${at.x} ${at.y}l-8 -4.5v9z`, fill: stroke }),
  ];
}

/** Out to the right, along the gaps between columns and rows, in from the left. */
function route(from: PlacedStep, to: PlacedStep): string {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x - 1, y: to.y + to.height / 2 };
  const out = start.x + gap.column / 2 + aside(from, 4);
  const into = to.x - gap.column / 2 + aside(from, 4);
  const isNext = end.x > start.x && end.x - start.x <= gap.column;
  if (isNext && start.y === end.y) return `M${start.x} ${start.y}H${end.x}`;
  if (Math.abs(out - into) < 1) return `M${start.x} ${start.y}H${out}V${end.y}H${end.x}`;
  const above = to.y - gap.row / 2 + aside(from, 3);
  return `M${start.x} ${start.y}H${out}V${above}H${into}V${end.y}H${end.x}`;
}

/** Lines of different steps lie a little beside each other where they share a gap. */
const aside = ({ x, y }: PlacedStep, by: number): number =>
  (((Math.round(x / 7) + Math.round(y / 11)) % 3) - 1) * by;
