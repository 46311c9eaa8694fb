import type { EdgeId, GraphFile, NodeId } from '../graph'

/** What is taken of a graph. */
export type Part = { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> }

/** The file with these nodes and edges alone; ends of a taken edge are taken with it. */
export function partOf(file: GraphFile, { nodes, edges }: Part): GraphFile {
  const takenEdges = file.edges.filter(({ id }) => edges.has(id))
  const ids = new Set([...nodes, ...takenEdges.flatMap(({ source, target }) => [source, target])])
  const takenNodes = file.nodes.filter(({ id }) => ids.has(id))
  return {
    ...file,
    nodes: takenNodes,
    edges: takenEdges,
    ...(file.unresolved !== undefined && {
      unresolved: file.unresolved.filter(({ source }) => ids.has(source)),
    }),
    stats: { ...file.stats, nodes: takenNodes.length, edges: takenEdges.length },
    failures: file.failures.filter(({ node }) => ids.has(node)),
    completeness: file.completeness.filter(({ node }) => ids.has(node)),
  }
}
