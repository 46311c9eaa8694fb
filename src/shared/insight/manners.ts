import type { Arc, Net } from './net'

/** How the pairs of one relation name are related, of those where the way back is known. */
export type Manner = {
  readonly mutual: readonly Arc[]
  readonly oneWay: readonly Arc[]
  /** Most pairs have it both ways. */
  readonly isMutual: boolean
}

const fewest = 2

/** Pairs by relation name. A pair counts as one-way only where the way back was asked for. */
export function mannersOf(net: Net): ReadonlyMap<string, Manner> {
  const keys = new Set(net.arcs.map(keyOf))
  const found = new Map<string, { mutual: Arc[]; oneWay: Arc[] }>()
  for (const arc of net.arcs) {
    if (arc.source === arc.target) continue
    const own = found.get(arc.name) ?? { mutual: [], oneWay: [] }
    found.set(arc.name, own)
    const hasBack = keys.has(keyOf({ ...arc, source: arc.target, target: arc.source }))
    if (hasBack) own.mutual.push(arc)
    else if (arc.isBackKnown) own.oneWay.push(arc)
  }
  return new Map(
    [...found].map(([name, { mutual, oneWay }]) => {
      const pairs = mutual.length / 2
      return [name, { mutual, oneWay, isMutual: pairs >= fewest && pairs > oneWay.length }]
    }),
  )
}

const keyOf = ({ source, target, name }: Pick<Arc, 'source' | 'target' | 'name'>) =>
  `${source} ${target} ${name}`
