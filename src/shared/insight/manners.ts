import type { Edge, Net } from './net'

/** How the pairs of one relation name are related, of those where the way back is known. */
export type Manner = {
  readonly mutual: readonly Edge[]
  readonly oneWay: readonly Edge[]
  /** Most pairs have it both ways. */
  readonly isMutual: boolean
}

const fewest = 2

/** Pairs by relation name. A pair counts as one-way only where the way back was asked for. */
export function mannersOf(net: Net): ReadonlyMap<string, Manner> {
  const keys = new Set(net.edges.map(keyOf))
  const found = new Map<string, { mutual: Edge[]; oneWay: Edge[] }>()
  for (const edge of net.edges) {
    if (edge.source === edge.target) continue
    const own = found.get(edge.name) ?? { mutual: [], oneWay: [] }
    found.set(edge.name, own)
    const hasBack = keys.has(keyOf({ ...edge, source: edge.target, target: edge.source }))
    if (hasBack) own.mutual.push(edge)
    else if (edge.isBackKnown) own.oneWay.push(edge)
  }
  return new Map(
    [...found].map(([name, { mutual, oneWay }]) => {
      const pairs = mutual.length / 2
      return [name, { mutual, oneWay, isMutual: pairs >= fewest && pairs > oneWay.length }]
    }),
  )
}

const keyOf = ({ source, target, name }: Pick<Edge, 'source' | 'target' | 'name'>) =>
  `${source} ${target} ${name}`
