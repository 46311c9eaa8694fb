import type { Manner } from './manners'
import type { Edge, Net } from './net'
import { strongComponents } from './strong-components'

export type Cycle = {
  readonly name: string
  /** One of the shortest rings through the first node: its relations in their order. */
  readonly ring: readonly Edge[]
  /** Nodes that can all reach each other by this name. */
  readonly nodes: number
}

/** Rings of one relation name; a name that mostly goes both ways counts only where it does not. */
export function findCycles(net: Net, manners: ReadonlyMap<string, Manner>): Cycle[] {
  const byName = new Map<string, Edge[]>()
  const selves = net.edges.filter(({ source, target }) => source === target)
  for (const edge of net.edges) {
    if (edge.source === edge.target) continue
    const own = byName.get(edge.name)
    if (own === undefined) byName.set(edge.name, [edge])
    else own.push(edge)
  }
  const rings = [...byName].flatMap(([name, all]) => {
    const manner = manners.get(name)
    const usual = manner?.isMutual === true ? new Set(manner.mutual) : null
    return cyclesOf(name, usual === null ? all : all.filter((edge) => !usual.has(edge)))
  })
  // A relation of a node to itself is the shortest of all.
  return [...rings, ...selves.map((edge) => ({ name: edge.name, ring: [edge], nodes: 1 }))]
}

function cyclesOf(name: string, edges: readonly Edge[]): Cycle[] {
  const out = new Map<number, Edge[]>()
  for (const edge of edges) {
    const own = out.get(edge.source)
    if (own === undefined) out.set(edge.source, [edge])
    else own.push(edge)
  }
  const targetsOf = new Map(
    [...out].map(([source, own]) => [source, own.map(({ target }) => target)]),
  )
  return strongComponents(targetsOf).flatMap((component) => {
    if (component.length < 2) return []
    const nodes = new Set(component.sort((a, b) => a - b))
    const [first = 0] = nodes
    return { name, ring: shortestRing(first, nodes, out), nodes: nodes.size }
  })
}

/** Breadth first from the start, within nodes that all lead back to it. */
function shortestRing(
  start: number,
  within: ReadonlySet<number>,
  out: ReadonlyMap<number, readonly Edge[]>,
): Edge[] {
  const cameBy = new Map<number, Edge | null>([[start, null]])
  // A map goes on over what is added to it while it is walked: nearest first.
  for (const node of cameBy.keys()) {
    for (const edge of out.get(node) ?? []) {
      if (edge.target === start) return [...pathTo(node, cameBy), edge]
      if (within.has(edge.target) && !cameBy.has(edge.target)) cameBy.set(edge.target, edge)
    }
  }
  return []
}

function pathTo(node: number, cameBy: ReadonlyMap<number, Edge | null>): Edge[] {
  const path: Edge[] = []
  for (let edge = cameBy.get(node) ?? null; edge !== null; edge = cameBy.get(edge.source) ?? null) {
    path.push(edge)
  }
  return path.reverse()
}
