import { z } from 'zod';

interface PlanNode {
  readonly 'Node Type': string;
  /** Mean over the loops. */
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[] | undefined;
}

const PlanNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Shared Hit Blocks': z.number(),
    'Shared Read Blocks': z.number(),
    Plans: z.array(PlanNode).optional(),
  }),
);

/** The answer of `explain (analyze, buffers, format json)`. */
export const PlanAnswer = z.tuple([
  z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: PlanNode, 'Execution Time': z.number() })]) }),
]);
type PlanAnswer = z.output<typeof PlanAnswer>;

export interface PlanCost {
  /** Pages of 8 kB touched, in memory or not. */
  readonly blocks: number;
  readonly sequentialScans: number;
  /** Rows that went into the largest sort. */
  readonly sortedRows: number;
  readonly rows: number;
  readonly milliseconds: number;
}

export function costOf([
  {
    'QUERY PLAN': [answer],
  },
]: PlanAnswer): PlanCost {
  const { Plan: root, 'Execution Time': milliseconds } = answer;
  const nodes = allOf(root);
  const sorts = nodes.filter((node) => node['Node Type'].includes('Sort'));
  return {
    blocks: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
    sequentialScans: nodes.filter((node) => node['Node Type'] === 'Seq Scan').length,
    sortedRows: Math.max(0, ...sorts.flatMap(({ Plans = [] }) => Plans.map(rowsOf))),
    rows: root['Actual Rows'],
    milliseconds,
  };
}

const allOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(allOf)];

const rowsOf = (node: PlanNode): number => node['Actual Rows'] * node['Actual Loops'];
