import type { EntityType, Graph } from '@shared/graph'
import type { Drafted } from '../view'

/** How many there are, and how many of those a draft would make, or take away from what there was. */
export type Counted = {
  readonly count: number
  readonly drafted: number
  readonly leaving: number
}

/** How many relations of each name there are once the draft is applied. */
export function relationCounts(
  { edges }: Graph,
  { ghosts, leaving }: Drafted,
): ReadonlyMap<string, Counted> {
  const counts = new Map<string, { count: number; drafted: number; leaving: number }>()
  const of = (name: string) => {
    let one = counts.get(name)
    if (one === undefined) counts.set(name, (one = { count: 0, drafted: 0, leaving: 0 }))
    return one
  }
  for (const { id, relation } of edges.values()) {
    const one = of(relation)
    if (leaving.has(id)) one.leaving += 1
    else one.count += 1
  }
  for (const { id, relation } of ghosts) {
    // It may have come from the site since it was drafted.
    if (edges.has(id)) continue
    const one = of(relation)
    one.count += 1
    one.drafted += 1
  }
  return counts
}

export function typeCounts({ nodes }: Graph): ReadonlyMap<EntityType, number> {
  const types = new Map<EntityType, number>()
  for (const { type } of nodes.values()) types.set(type, (types.get(type) ?? 0) + 1)
  return types
}
