import type { AskNode } from './model'
import type { Wiki } from './wiki'

/** Pages at which readers begin: those that a space names, or whose address says so. */
export function homepagesOf(wiki: Wiki): Set<number> {
  const named = wiki.nodes.flatMap(({ homepage }) => wiki.at.get(homepage ?? 'content:') ?? [])
  const byAddress = wiki.nodes.flatMap((node, at) => (isOverview(node) ? [at] : []))
  return new Set([...named, ...byAddress])
}

const isOverview = ({ type, url }: AskNode): boolean =>
  type === 'content' && /\/wiki\/spaces\/[^/]+\/overview\/?$/.test(url ?? '')

export const parentOf = (wiki: Wiki, at: number): number | undefined =>
  wiki.ways['child-of'].from(at)[0]

/** What is above a node, nearest first. A tree that was read while pages moved may hold a ring. */
export function above(wiki: Wiki, at: number): number[] {
  const found = new Set<number>()
  for (
    let next = parentOf(wiki, at);
    next !== undefined && next !== at && !found.has(next);
    next = parentOf(wiki, next)
  ) {
    found.add(next)
  }
  return [...found]
}

/**
 * The section that each node is in: the page below a homepage that it stands under. Without a
 * homepage over it, the page below the topmost one; with nothing above and below it, none.
 */
export function sectionsOf(
  wiki: Wiki,
  homepages: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const sections = new Map<number, number>()
  wiki.nodes.forEach((_, at) => {
    if (homepages.has(at)) return
    const line = [at, ...above(wiki, at)]
    const home = line.findIndex((one) => homepages.has(one))
    const head = home === -1 ? line.at(-2) : line[home - 1]
    if (head !== undefined) sections.set(at, head)
  })
  return sections
}
