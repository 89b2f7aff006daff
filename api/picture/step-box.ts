import { widthOf, linesOf } from './text-lines.js';
import type { PlacedStep } from './layout.js';
import { paintOf, signPaths, type Mark, type Sign } from './mark.js';
import { element, words, type Markup } from './svg.js';

/** What is written in and at a box, beside its mark. */
export interface BoxWords {
  readonly title: string;
  /** Who must act; for side tracks after the track's name. */
  readonly who: string;
  /** All of it, for whoever points at the box. */
  readonly whole: string;
  /** Numbers of the phases from which a way leads here, and to which one leads on, that no line shows. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const padding = 10;
const ink = '#1c2126';
const quiet = '#495057';

export function stepBox(placed: PlacedStep, mark: Mark, text: BoxWords): Markup {
  const room = placed.width - 2 * padding;
  const isMain = placed.step.track === 'main';
  const titles = linesOf(text.title, {
    width: room,
    lines: mark.lines.length > 1 ? 2 : 3,
    fontSize: 12.5,
    isBold: isMain,
  });
  const indent = overlapOf(arrival(text));
  const [who = ''] = linesOf(text.who, { width: room - indent, lines: 1, fontSize: 10.5 });
  const x = placed.x + padding;
  return element(
    'g',
    { 'data-step': placed.step.id },
    element('title', {}, words(text.whole)),
    ...outline(placed, mark),
    label(who, { x: x + indent, y: placed.y + 15, size: 10.5, fill: quiet }),
    ...titles.map((line, index) =>
      label(line, {
        x,
        y: placed.y + 31 + index * 15.5,
        size: 12.5,
        fill: ink,
        weight: isMain ? 600 : 400,
      }),
    ),
    ...foot(placed, mark, room - overlapOf(departure(text))),
  );
}

interface Type {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
}

export const label = (text: string, { x, y, size, fill, weight }: Type): Markup =>
  element('text', { x, y, 'font-size': size, fill, 'font-weight': weight }, words(text));

/** A duty has square corners, a request round ones, a stay a double edge on its left. */
function outline({ x, y, width, height, step }: PlacedStep, { look }: Pick<Mark, 'look'>): readonly Markup[] {
  const { fill, stroke, strokeWidth, dashes } = paintOf(look);
  const main = step.track === 'main' && (look === 'plain' || look === 'unseen');
  return [
    element('rect', {
      x,
      y,
      width,
      height,
      rx: step.kind === 'request' ? 16 : 3,
      fill,
      stroke: main ? ink : stroke,
      'stroke-width': main ? 2 : strokeWidth,
      'stroke-dasharray': dashes,
    }),
    ...(step.kind === 'stay'
      ? [element('path', { d: `M${x + 5} ${y}v${height}`, stroke: main ? ink : stroke, 'stroke-width': 1 })]
      : []),
  ];
}

function foot(placed: PlacedStep, mark: Mark, room: number): readonly Markup[] {
  if (mark.lines.length === 0) return [];
  const sign = mark.late === true ? 'late' : paintOf(mark.look).sign;
  const x = placed.x + padding + (placed.step.kind === 'request' ? 4 : 0);
  const fill = mark.late === true ? '#a51111' : ink;
  const top = placed.y + placed.height - 10 - (mark.lines.length - 1) * 15;
  const width = room - (sign === undefined ? 0 : 17);
  const lines = mark.lines.flatMap((line) => linesOf(line, { width, lines: 1, fontSize: 11, isBold: true }));
  return [
    ...(mark.bar === undefined ? [] : bar(placed, mark.bar)),
    ...(sign === undefined ? [] : [signAt(sign, { x, y: top - 10, fill })]),
    ...lines.map((line, index) =>
      label(line, {
        x: sign === undefined ? x : x + 17,
        y: top + index * 14,
        size: 11,
        fill,
        weight: 600,
      }),
    ),
  ];
}

export const signAt = (
  sign: Sign,
  { x, y, fill }: { readonly x: number; readonly y: number; readonly fill: string },
): Markup =>
  element('path', {
    d: signPaths[sign],
    transform: `translate(${x} ${y})`,
    fill: sign === 'open' ? fill : 'none',
    stroke: fill,
    'stroke-width': 1.8,
    'stroke-linejoin': 'round',
  });

/** Overdue striped, soon dotted, the rest plain: as long as their share of the open tasks. */
function bar(placed: PlacedStep, { overdue, soon, calm }: NonNullable<Mark['bar']>): readonly Markup[] {
  const whole = overdue + soon + calm;
  if (whole === 0) return [];
  const parts = [
    [overdue, 'url(#loive-late)'],
    [soon, 'url(#loive-soon)'],
    [calm, '#1864ab'],
  ] as const;
  let x = placed.x + padding;
  return parts.flatMap(([count, fill]) => {
    const width = ((placed.width - 2 * padding) * count) / whole;
    const start = x;
    x += width;
    if (count === 0) return [];
    return [
      element('rect', {
        x: start,
        y: placed.y + placed.height - 5,
        width,
        height: 7,
        fill,
        stroke: ink,
        'stroke-width': 0.8,
      }),
    ];
  });
}

type Ends = Pick<BoxWords, 'from' | 'to'>;

const arrival = ({ from }: Ends): string => (from.length === 0 ? '' : `${from.join(',')} ›`);
const departure = ({ to }: Ends): string => (to.length === 0 ? '' : `› ${to.join(',')}`);

/** How much of the gap beside a box a pill may take. */
const outside = 24;
const pillWidth = (text: string): number => widthOf(text, { fontSize: 11, isBold: true }) + 8;

/** How far a pill reaches over what is written in the box. */
const overlapOf = (text: string): number =>
  text === '' ? 0 : Math.max(0, pillWidth(text) - outside - padding + 3);

/** Where ways come from and lead to that no line shows: on the edges of the box, drawn above all boxes. */
export function pills(placed: PlacedStep, ends: Ends): readonly Markup[] {
  const before = arrival(ends);
  const behind = departure(ends);
  const right = placed.x + placed.width;
  return [
    ...(before === '' ? [] : [pill(before, { x: placed.x - outside, y: placed.y + 4 })]),
    ...(behind === ''
      ? []
      : [pill(behind, { x: right + outside - pillWidth(behind), y: placed.y + placed.height - 23 })]),
  ];
}

function pill(text: string, at: { readonly x: number; readonly y: number }): Markup {
  return element(
    'g',
    {},
    element('rect', {
      ...at,
      width: pillWidth(text),
      height: 16,
      rx: 8,
      fill: '#ffffff',
      stroke: quiet,
      'stroke-width': 1,
    }),
    label(text, { x: at.x + 4, y: at.y + 12, size: 11, fill: ink, weight: 600 }),
  );
}
