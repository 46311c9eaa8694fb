import { parseStart } from '@shared/crawl'
import { type Graph, type NodeId, nodeId } from '@shared/graph'

export type FoundPage =
  | { readonly kind: 'one'; readonly id: NodeId }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly ids: readonly NodeId[] }

/** The node of a graph that somebody names: by its id, an address on the site, or its whole title. */
export function pageIn(graph: Graph, text: string, site: string): FoundPage {
  const named = text.trim()
  const byId = [named, `content:${named}`].find((id) => graph.nodes.has(id as NodeId))
  if (byId !== undefined) return { kind: 'one', id: byId as NodeId }
  const start = parseStart(named, site)
  if (start.ok && start.target.kind === 'entity') {
    const id = nodeId(start.target.ref)
    if (graph.nodes.has(id)) return { kind: 'one', id }
  }
  const ids = withTitle(graph, named)
  const [first] = ids
  if (first === undefined) return { kind: 'none' }
  return ids.length === 1 ? { kind: 'one', id: first } : { kind: 'several', ids }
}

/** As it is written; where none is, in any case, as Confluence finds titles. */
function withTitle(graph: Graph, text: string): NodeId[] {
  const lower = text.toLowerCase()
  const alike = [...graph.nodes.values()].filter(({ title }) => title.toLowerCase() === lower)
  const same = alike.filter(({ title }) => title === text)
  return (same.length > 0 ? same : alike).map(({ id }) => id)
}
