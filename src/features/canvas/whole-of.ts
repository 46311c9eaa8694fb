import type { Delta, Graph } from '@shared/graph'

/** A whole graph as what came. */
export const wholeOf = (graph: Graph): Delta => ({
  added: { nodes: [...graph.nodes.values()], edges: [...graph.edges.values()] },
  changed: { nodes: [], edges: [] },
  removed: { nodes: [], edges: [] },
})
