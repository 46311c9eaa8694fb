import type { Profile } from '@shared/contract'
import type { Graph } from '@shared/graph'
import { pageLink } from '@shared/vocabulary'

/** Names known on this site: those its profile knows, those seen in the graph, those just typed. */
export const suggestedNames = (
  profile: Pick<Profile, 'relations'>,
  seen: readonly string[],
  typed: readonly string[],
): string[] =>
  [...new Set([...typed, ...seen, ...profile.relations])].filter((name) => name !== pageLink)

/** How many nodes a node brought on average in what is drawn; unknown while that is too little. */
export function meanNewNeighbours(graph: Graph): number | undefined {
  const asked = [...graph.incident.values()].filter((edges) => edges.size > 1).length
  return asked < 5 ? undefined : Math.max(0.5, (graph.nodes.size - 1) / asked)
}
