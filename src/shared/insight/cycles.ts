import type { Manner } from './manners'
import type { Arc, Net } from './net'
import { strongComponents } from './strong-components'

export type Cycle = {
  readonly name: string
  /** One of the shortest rings through the first node: its relations in their order. */
  readonly ring: readonly Arc[]
  /** Nodes that can all reach each other by this name. */
  readonly nodes: number
}

/** Rings of one relation name; a name that mostly goes both ways counts only where it does not. */
export function findCycles(net: Net, manners: ReadonlyMap<string, Manner>): Cycle[] {
  const byName = new Map<string, Arc[]>()
  for (const arc of net.arcs) {
    if (arc.source === arc.target) continue
    const own = byName.get(arc.name)
    if (own === undefined) byName.set(arc.name, [arc])
    else own.push(arc)
  }
  return [...byName].flatMap(([name, all]) => {
    const manner = manners.get(name)
    const usual = manner?.isMutual === true ? new Set(manner.mutual) : null
    return cyclesOf(name, usual === null ? all : all.filter((arc) => !usual.has(arc)))
  })
}

function cyclesOf(name: string, arcs: readonly Arc[]): Cycle[] {
  const out = new Map<number, Arc[]>()
  for (const arc of arcs) {
    const own = out.get(arc.source)
    if (own === undefined) out.set(arc.source, [arc])
    else own.push(arc)
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
  out: ReadonlyMap<number, readonly Arc[]>,
): Arc[] {
  const cameBy = new Map<number, Arc | null>([[start, null]])
  // A map goes on over what is added to it while it is walked: nearest first.
  for (const node of cameBy.keys()) {
    for (const arc of out.get(node) ?? []) {
      if (arc.target === start) return [...wayTo(node, cameBy), arc]
      if (within.has(arc.target) && !cameBy.has(arc.target)) cameBy.set(arc.target, arc)
    }
  }
  return []
}

function wayTo(node: number, cameBy: ReadonlyMap<number, Arc | null>): Arc[] {
  const way: Arc[] = []
  for (let arc = cameBy.get(node) ?? null; arc !== null; arc = cameBy.get(arc.source) ?? null) {
    way.push(arc)
  }
  return way.reverse()
}
