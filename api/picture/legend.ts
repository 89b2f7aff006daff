import { message, type Language } from '../../messages/message.js';
import { paintOf, type Look } from './mark.js';
import type { LegendItem, Overlay } from './overlay.js';
import { label, signAt } from './step-box.js';
import { element, type Markup } from './svg.js';
import { linesOf, widthOf } from './text-lines.js';

interface Room {
  readonly language: Language;
  readonly width: number;
}

interface Legend {
  readonly markup: readonly Markup[];
  readonly height: number;
}

const swatch = { width: 34, height: 20 } as const;
const rowHeight = 30;
const size = 12.5;

/** The title and what shapes, patterns and signs mean. */
export function legend(overlay: Overlay, { language, width }: Room): Legend {
  const titles = linesOf(overlay.title, { width, lines: 2, fontSize: 19, isBold: true });
  const top = titles.length * 26;
  const entries = [...overlay.legend.map(ofLook), ...shapes(language)];
  const placed = inRows(entries, width);
  const rows = Math.max(0, ...placed.map(({ row }) => row)) + 1;
  const note = overlay.note;
  return {
    markup: [
      ...titles.map((line, index) =>
        label(line, { x: 0, y: 18 + index * 26, size: 19, fill: '#1c2126', weight: 700 }),
      ),
      ...placed.map(({ entry, x, row }) =>
        element(
          'g',
          { transform: `translate(${String(Math.round(x))} ${String(top + 10 + row * rowHeight)})` },
          ...entry.drawn,
          label(entry.words, { x: swatch.width + 7, y: 15, size, fill: '#1c2126' }),
        ),
      ),
      ...(note === undefined
        ? []
        : [label(note, { x: 0, y: top + rows * rowHeight + 22, size, fill: '#495057' })]),
    ],
    height: top + 10 + rows * rowHeight + (note === undefined ? 0 : 22),
  };
}

interface Entry {
  readonly drawn: readonly Markup[];
  readonly words: string;
}

function inRows(entries: readonly Entry[], width: number) {
  let x = 0;
  let row = 0;
  return entries.map((entry) => {
    const own = swatch.width + 7 + widthOf(entry.words, { fontSize: size }) + 22;
    if (x > 0 && x + own > width) {
      x = 0;
      row += 1;
    }
    const at = { entry, x, row };
    x += own;
    return at;
  });
}

function ofLook({ look, sign, fill, words }: LegendItem): Entry {
  const shown = sign ?? paintOf(look).sign;
  const ink = sign === 'late' ? '#a51111' : '#1c2126';
  return {
    words,
    drawn: [
      swatchOf(look, fill),
      ...(shown === undefined || fill !== undefined ? [] : [signAt(shown, { x: 11, y: 4, fill: ink })]),
    ],
  };
}

function swatchOf(look: Look, fill?: string): Markup {
  const paint = paintOf(look);
  return element('rect', {
    ...swatch,
    rx: 3,
    fill: fill ?? paint.fill,
    stroke: paint.stroke,
    'stroke-width': paint.strokeWidth,
    'stroke-dasharray': paint.dashes,
  });
}

/** What the outlines mean, whatever the colours say. */
function shapes(language: Language): readonly Entry[] {
  const say = (key: 'main' | 'side' | 'request' | 'stay' | 'from' | 'again'): string =>
    message(language, `picture.legend-${key}`);
  const frame = (more: Parameters<typeof element>[1]): Markup =>
    element('rect', { ...swatch, rx: 3, fill: '#ffffff', stroke: '#5f6b76', 'stroke-width': 1.2, ...more });
  const line = (d: string, more: Parameters<typeof element>[1]): Markup =>
    element('path', { d, fill: 'none', stroke: '#5f6b76', 'stroke-width': 1.2, ...more });
  return [
    { words: say('main'), drawn: [frame({ stroke: '#1c2126', 'stroke-width': 2 })] },
    { words: say('side'), drawn: [frame({})] },
    { words: say('request'), drawn: [frame({ rx: 10 })] },
    { words: say('stay'), drawn: [frame({}), line('M5 0v20', { 'stroke-width': 1 })] },
    {
      words: say('from'),
      drawn: [
        frame({ x: 4, width: 26, height: 16, y: 2, rx: 8 }),
        label('2 ›', { x: 9, y: 14, size: 11, fill: '#1c2126', weight: 600 }),
      ],
    },
    { words: say('again'), drawn: [line('M2 10h28', { 'stroke-dasharray': '3 4' })] },
  ];
}
