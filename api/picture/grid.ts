import type { Succession } from '../../domain/procedure/flow.js';
import type { Step } from '../../domain/procedure/procedure.js';
import { rank, rankGraph } from './rank-graph.js';

/** A place in a grid of boxes that are all of one size. */
export interface Cell {
  readonly step: Step;
  readonly column: number;
  readonly row: number;
}

/**
 * A grid for these steps: steps of one track that follow each other make a block, in which dagre ranks and orders
 * them; each block takes the first place, from the top left, where all of it fits.
 */
export function gridOf(
  steps: readonly Step[],
  flow: readonly Succession[],
  columns: number,
): readonly Cell[] {
  const taken = new Set<string>();
  const cells: Cell[] = [];
  for (const block of blocksOf(steps, flow)) {
    const free = firstPlace(block, taken, columns);
    for (const cell of block) {
      const put = { step: cell.step, column: free.column + cell.column, row: free.row + cell.row };
      taken.add(nameOf(put));
      cells.push(put);
    }
  }
  return cells;
}

type Place = Pick<Cell, 'column' | 'row'>;

const nameOf = ({ column, row }: Place): string => `${String(column)} ${String(row)}`;

function firstPlace(block: readonly Cell[], taken: ReadonlySet<string>, columns: number): Place {
  const width = Math.max(...block.map(({ column }) => column)) + 1;
  for (let row = 0; ; row++) {
    for (let column = 0; column === 0 || column + width <= columns; column++) {
      const at = { column, row };
      if (block.every((cell) => !taken.has(nameOf(moved(cell, at))))) return at;
    }
  }
}

const moved = (cell: Place, by: Place): Place => ({
  column: cell.column + by.column,
  row: cell.row + by.row,
});

function blocksOf(steps: readonly Step[], flow: readonly Succession[]): readonly (readonly Cell[])[] {
  const blocks: (readonly Cell[])[] = [];
  const left = new Set(steps);
  for (const step of steps) {
    if (!left.has(step)) continue;
    const together = connected(step, steps, flow);
    for (const each of together) left.delete(each);
    blocks.push(rankedBlock(together, flow));
  }
  return blocks;
}

function connected(start: Step, steps: readonly Step[], flow: readonly Succession[]): readonly Step[] {
  const found = new Set([start.id]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const { from, to } of flow) {
      const mate = found.has(from) ? to : found.has(to) ? from : undefined;
      if (steps.some(({ id, track }) => id === mate && track === start.track)) found.add(mate ?? '');
    }
  }
  return steps.filter(({ id }) => found.has(id));
}

/** Ranks and order within them, as dagre finds them; its distances are not used. */
function rankedBlock(steps: readonly Step[], flow: readonly Succession[]): readonly Cell[] {
  const graph = rankGraph();
  for (const { id } of steps) graph.setNode(id, { width: 1, height: 1 });
  const isHere = (id: string): boolean => graph.hasNode(id);
  for (const { from, to, again } of flow) if (!again && isHere(from) && isHere(to)) graph.setEdge(from, to);
  rank(graph);
  const placed = steps.map((step) => ({ step, ...pointOf(graph.node(step.id)) }));
  const ranks = [...new Set(placed.map(({ x }) => x))].sort((one, other) => one - other);
  const filled = ranks.map(() => 0);
  return placed
    .toSorted((one, other) => one.y - other.y)
    .map(({ step, x }) => {
      const column = ranks.indexOf(x);
      const row = filled[column] ?? 0;
      filled[column] = row + 1;
      return { step, column, row };
    });
}

const pointOf = ({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }) => ({
  x: Math.round(x),
  y: Math.round(y),
});
