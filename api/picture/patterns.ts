import { element } from './svg.js';

const pattern = (id: string, size: number, ...children: Parameters<typeof element>[2][]) =>
  element('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' }, ...children);

const ground = (size: number, fill: string) => element('rect', { width: size, height: size, fill });

/** Hatching for what is not done, thick stripes for what is late, dots for what soon will be. */
export const patterns = element(
  'defs',
  {},
  pattern(
    'loive-hatch',
    8,
    ground(8, '#ffffff'),
    element('path', { d: 'M-2 2l4 -4M0 8l8 -8M6 10l4 -4', stroke: '#e1e5e9', 'stroke-width': 1.5 }),
  ),
  pattern(
    'loive-late',
    6,
    ground(6, '#c92a2a'),
    element('path', { d: 'M-1 1l2 -2M0 6l6 -6M5 7l2 -2', stroke: '#ffffff', 'stroke-width': 1.2 }),
  ),
  pattern(
    'loive-soon',
    5,
    ground(5, '#ffec99'),
    element('circle', { cx: 2.5, cy: 2.5, r: 1, fill: '#5c3c00' }),
  ),
);
