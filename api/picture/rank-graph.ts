import * as dagre from '@dagrejs/dagre';

/** As much of dagre's graph as ranks and orders steps. */
export interface RankGraph {
  setGraph(label: { readonly rankdir: 'LR' }): void;
  setDefaultEdgeLabel(label: () => object): void;
  setNode(id: string, size: { readonly width: number; readonly height: number }): void;
  setEdge(from: string, to: string): void;
  hasNode(id: string): boolean;
  node(id: string): { readonly x?: number; readonly y?: number };
}

interface Package {
  readonly Graph: new () => RankGraph;
  readonly layout: (graph: RankGraph) => void;
}

// The package's own declarations name files without their endings, which Node's resolution does not find.
const { Graph, layout } = dagre as unknown as Package;

/** Left to right; layout gives each node its place. */
export function rankGraph(): RankGraph {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR' });
  graph.setDefaultEdgeLabel(() => ({}));
  return graph;
}

export const rank = (graph: RankGraph): void => {
  layout(graph);
};
