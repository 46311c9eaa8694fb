import type { Graph, NodeId } from '../graph'

/** The relation by which the tree of pages is read. */
const inTree = 'child-of'

/**
 * The page right under the top of its tree that each page lies under or is; the top itself is its
 * own. Pages of which no place in a tree is known are in no section.
 */
export function sectionsIn({ edges }: Graph): ReadonlyMap<NodeId, NodeId> {
  const parents = new Map<NodeId, NodeId>()
  const tops = new Set<NodeId>()
  for (const { relation, source, target } of edges.values()) {
    if (relation !== inTree) continue
    parents.set(source, target)
    tops.add(target)
  }
  for (const child of parents.keys()) tops.delete(child)
  const sections = new Map<NodeId, NodeId>([...tops].map((top) => [top, top]))
  for (const page of parents.keys()) {
    const way = wayUp(page, parents, sections)
    const last = way.at(-1) ?? page
    const above = parents.get(last)
    // A way that ends at a top begins a section; one that meets a known page is in that one's.
    const section = above === undefined || tops.has(above) ? last : (sections.get(above) ?? last)
    for (const one of way) sections.set(one, section)
  }
  return sections
}

/** From a page upward to the last one whose section is not known yet; a tree that turns in a circle ends. */
function wayUp(
  page: NodeId,
  parents: ReadonlyMap<NodeId, NodeId>,
  known: ReadonlyMap<NodeId, NodeId>,
): NodeId[] {
  const way: NodeId[] = []
  const seen = new Set<NodeId>()
  let at: NodeId | undefined = page
  while (at !== undefined && !known.has(at) && !seen.has(at)) {
    seen.add(at)
    way.push(at)
    at = parents.get(at)
  }
  return way
}
