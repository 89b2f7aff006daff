import { phases } from '../../domain/procedure/procedure.js';
import { message, type Language } from '../../messages/message.js';
import { bandHead, type Band, type Lane, type Layout } from './layout.js';
import { label } from './step-box.js';
import { element, type Markup } from './svg.js';
import { widthOf } from './text-lines.js';

interface Saying {
  readonly language: Language;
  /** The phase in which the case is. */
  readonly phase: string | undefined;
}

/** A phase: its number and name, a white lane for the main track, a tinted one for the tracks beside it. */
export const bandMarkup = ({ bands }: Layout, saying: Saying): readonly Markup[] =>
  bands.flatMap((band) => [
    element('rect', { ...frameOf(band), fill: '#ffffff', stroke: '#adb5bd', 'stroke-width': 1 }),
    ...head(band, saying),
    ...band.lanes.flatMap((lane) => laneMarkup(lane, saying)),
    ...(band.lanes.length > 0 ? [] : [nothingHere(band, saying)]),
  ]);

const frameOf = ({ x, y, width, height }: Band | Lane) => ({ x, y, width, height });

function head(band: Band, { language, phase }: Saying): readonly Markup[] {
  const isHere = band.phase === phase;
  const name = `${String(phases.indexOf(band.phase) + 1)}. ${message(language, `phase.${band.phase}`)}`;
  const text = isHere ? `${name}: ${message(language, 'picture.here')}` : name;
  const fill = isHere ? '#ffffff' : '#1c2126';
  return [
    element('rect', { ...frameOf(band), height: bandHead, fill: isHere ? '#1864ab' : '#e9ecef' }),
    ...(isHere
      ? [element('path', { d: `M${String(band.x + 12)} ${String(band.y + 10)}l7 7l-7 7z`, fill })]
      : []),
    label(text, { x: band.x + (isHere ? 26 : 12), y: band.y + 23, size: 16, fill, weight: 700 }),
  ];
}

function laneMarkup(lane: Lane, { language }: Saying): readonly Markup[] {
  if (lane.kind === 'main') return [];
  const text = message(language, 'picture.side');
  const width = widthOf(text, { fontSize: 11 }) + 16;
  const right = lane.x + lane.width;
  return [
    element('rect', { ...frameOf(lane), fill: '#f3f5f7' }),
    label(text, { x: right - width, y: lane.y + 15, size: 11, fill: '#495057' }),
  ];
}

const nothingHere = (band: Band, { language }: Saying): Markup =>
  label(message(language, 'picture.no-steps'), {
    x: band.x + 12,
    y: band.y + bandHead + 19,
    size: 12,
    fill: '#495057',
  });
