import type { Entity, Graph } from '@shared/graph'

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Drawn nodes whose title or key holds every word typed; titles that begin with it come first. */
export function findNodes(graph: Graph, text: string, limit = 50): Entity[] {
  const wanted = fold(text.trim())
  if (wanted === '') return []
  const words = wanted.split(/\s+/)
  const scored: { entity: Entity; rank: number }[] = []
  for (const entity of graph.nodes.values()) {
    const title = fold(entity.title)
    const hay = `${title} ${entity.key.toLowerCase()}`
    if (!words.every((word) => hay.includes(word))) continue
    scored.push({ entity, rank: title.startsWith(wanted) ? 0 : title.includes(wanted) ? 1 : 2 })
  }
  return scored
    .sort((a, b) => a.rank - b.rank || a.entity.title.localeCompare(b.entity.title))
    .slice(0, limit)
    .map(({ entity }) => entity)
}
