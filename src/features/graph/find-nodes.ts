import type { Entity, Graph } from '@shared/graph'
import { foldText } from '@shared/text'

type Found = { readonly entity: Entity; readonly rank: number }

const byTitle = new Intl.Collator().compare
const compare = (a: Found, b: Found): number =>
  a.rank - b.rank || byTitle(a.entity.title, b.entity.title)

/** Drawn nodes whose title or key holds every word typed; titles that begin with it come first. */
export const findNodes = (graph: Graph, text: string, limit = 50): Entity[] =>
  findCounted(graph, text, limit).first

/** The same, with how many there are in all. */
export function findCounted(
  graph: Graph,
  text: string,
  limit: number,
): { first: Entity[]; count: number } {
  const wanted = foldText(text.trim())
  if (wanted === '') return { first: [], count: 0 }
  let count = 0
  const words = wanted.split(/\s+/)
  let best: Found[] = []
  for (const entity of graph.nodes.values()) {
    const title = foldText(entity.title)
    const hay = `${title} ${entity.key.toLowerCase()}`
    if (!words.every((word) => hay.includes(word))) continue
    count += 1
    best.push({ entity, rank: title.startsWith(wanted) ? 0 : title.includes(wanted) ? 1 : 2 })
    // Thousands may match; putting all in order would take longer than finding them.
    if (best.length > limit * 20) best = best.sort(compare).slice(0, limit)
  }
  const first = best
    .sort(compare)
    .slice(0, limit)
    .map(({ entity }) => entity)
  return { first, count }
}
