import type { AnswerRow } from './model'
import { nodeRow } from './row'
import { homepagesOf, sectionsOf } from './tree'
import type { Wiki } from './wiki'

/** Fewer links say nothing about where a page belongs. */
const fewest = 3
const most = 0.6

/**
 * Pages whose links live in another section than they do: most of the pages that they are linked
 * with stand in one other section, and fewer than half as many in their own.
 */
export function misplaced(wiki: Wiki): AnswerRow[] {
  const sections = sectionsOf(wiki, homepagesOf(wiki))
  const rows = [...sections].flatMap(([at, own]) => {
    const node = wiki.nodes[at]
    if (node?.status !== 'current' || node.subtype !== 'page' || own === at) return []
    const counts = neighbourSections(wiki, at, sections)
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const best = [...counts].reduce<readonly [number, number] | null>(
      (top, one) => (top === null || one[1] > top[1] ? one : top),
      null,
    )
    if (best === null || best[0] === own || best[1] < fewest || best[1] < all * most) return []
    const there = wiki.nodes[best[0]]
    const here = counts.get(own) ?? 0
    if (there === undefined || here * 2 > best[1]) return []
    const why = `would fit better under “${there.title}”: ${best[1]} of ${all} pages that it is linked with are there, ${here} where it is now`
    return [{ row: nodeRow(node, why), weight: best[1] - here }]
  })
  return rows
    .toSorted((a, b) => b.weight - a.weight || (a.row.nodes.join() < b.row.nodes.join() ? -1 : 1))
    .map(({ row }) => row)
}

/** Of the pages with a link or an include to or from a page, how many are in each section. */
function neighbourSections(
  wiki: Wiki,
  at: number,
  sections: ReadonlyMap<number, number>,
): Map<number, number> {
  const { link, includes } = wiki.ways
  const near = new Set([...link.from(at), ...link.to(at), ...includes.from(at), ...includes.to(at)])
  near.delete(at)
  const counts = new Map<number, number>()
  for (const one of near) {
    const section = sections.get(one)
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  return counts
}
