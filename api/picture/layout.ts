import { flowOf, type Succession } from '../../domain/procedure/flow.js';
import { phases, type Phase, type Procedure, type Step } from '../../domain/procedure/procedure.js';
import { gridOf, type Cell } from './grid.js';

/** Pixels of the picture at its natural size. */
export const box = { width: 188, height: 92 } as const;
export const gap = { column: 30, row: 20 } as const;
export const margin = 16;
export const bandHead = 34;
const bandGap = 12;
const emptyBand = 28;
/** Above the side tracks stands what they are. */
const sideHead = 14;
/** As many boxes stand beside each other, unless a chain of one track is longer. */
const columns = 6;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedStep extends Rectangle {
  readonly step: Step;
}

/** The main track of a phase, or all tracks beside it. */
export interface Lane extends Rectangle {
  readonly kind: 'main' | 'side';
}

export interface Band extends Rectangle {
  readonly phase: Phase;
  readonly lanes: readonly Lane[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Band[];
  readonly steps: readonly PlacedStep[];
  readonly flow: readonly Succession[];
}

/** Versions are never edited, so that a layout that was made once holds for good. */
const made = new Map<Procedure, Layout>();

/**
 * Where everything stands: phases as bands below each other, in a band the main track above the side tracks, what
 * follows to the right of what it follows. The same procedure always gives the same layout.
 */
export function layoutOf(procedure: Procedure): Layout {
  const known = made.get(procedure);
  if (known !== undefined) return known;
  const layout = laidOut(procedure);
  made.set(procedure, layout);
  return layout;
}

function laidOut(procedure: Procedure): Layout {
  const flow = flowOf(procedure);
  const grids = phases.map((phase) => gridsOf(procedure, phase, flow));
  const widest = Math.max(
    columns,
    ...grids.flat().flatMap(({ cells }) => cells.map(({ column }) => column + 1)),
  );
  const width = 2 * margin + gap.column + widest * (box.width + gap.column);
  const bands: Band[] = [];
  const steps: PlacedStep[] = [];
  let y = margin;
  phases.forEach((phase, index) => {
    const placed = bandOf(phase, grids[index] ?? [], { x: margin, y, width: width - 2 * margin });
    bands.push(placed.band);
    steps.push(...placed.steps);
    y = placed.band.y + placed.band.height + bandGap;
  });
  return { width, height: y - bandGap + margin, bands, steps, flow };
}

interface Grid {
  readonly kind: Lane['kind'];
  readonly cells: readonly Cell[];
}

function gridsOf(procedure: Procedure, phase: Phase, flow: readonly Succession[]): readonly Grid[] {
  const steps = Object.values(procedure.steps).filter((step) => step.phase === phase);
  const grid = (kind: Lane['kind']): Grid => ({
    kind,
    cells: gridOf(
      steps.filter(({ track }) => (track === 'main') === (kind === 'main')),
      flow,
      columns,
    ),
  });
  return [grid('main'), grid('side')].filter(({ cells }) => cells.length > 0);
}

type Edge = Pick<Rectangle, 'x' | 'y' | 'width'>;

function bandOf(
  phase: Phase,
  grids: readonly Grid[],
  at: Edge,
): { readonly band: Band; readonly steps: readonly PlacedStep[] } {
  const lanes: Lane[] = [];
  const steps: PlacedStep[] = [];
  let y = at.y + bandHead;
  for (const { kind, cells } of grids) {
    const rows = Math.max(...cells.map(({ row }) => row)) + 1;
    const head = kind === 'side' ? sideHead : 0;
    const height = head + gap.row + rows * (box.height + gap.row);
    lanes.push({ ...at, kind, y, height });
    const top = y + head + gap.row;
    steps.push(...cells.map((cell) => placedStep(cell, { x: at.x, y: top })));
    y += height;
  }
  const height = lanes.length === 0 ? bandHead + emptyBand : y - at.y;
  return { band: { ...at, phase, lanes, height }, steps };
}

const placedStep = (
  { step, column, row }: Cell,
  origin: { readonly x: number; readonly y: number },
): PlacedStep => ({
  step,
  x: origin.x + gap.column + column * (box.width + gap.column),
  y: origin.y + row * (box.height + gap.row),
  ...box,
});
