import { degreeAt, eachNear, type Net, netOf } from './net'
import { indexAt, numberAt } from './read'

/** A smaller graph, and which of its nodes each node went into. */
export type Coarser = { readonly net: Net; readonly into: Int32Array }

/** A graph that loses less than this part is not worth a step. */
const leastLoss = 0.15

/**
 * Merges each node with one neighbour that is still free, the least related nodes first, so that
 * leaves go into their hub and hubs do not meet. Null where that hardly makes it smaller.
 */
export function coarsen(net: Net): Coarser | null {
  const into = new Int32Array(net.count).fill(-1)
  const masses: number[] = []
  const put = (node: number, group: number) => {
    into[node] = group
    masses[group] = (masses[group] ?? 0) + numberAt(net.masses, node)
  }
  const byDegree = Int32Array.from({ length: net.count }, (_, node) => node).sort(
    (a, b) => degreeAt(net, a) - degreeAt(net, b) || a - b,
  )
  for (const node of byDegree) {
    if (into[node] !== -1) continue
    const partner = freePartner(net, into, node)
    const group = partner === null ? lightestGroup(net, into, masses, node) : null
    put(node, group ?? masses.length)
    if (partner !== null) put(partner, indexAt(into, node))
  }
  if (masses.length > net.count * (1 - leastLoss)) return null
  return { net: contracted(net, into, Float64Array.from(masses)), into }
}

/** The free neighbour that most relations lead to, for its own mass and number of relations. */
function freePartner(net: Net, into: Int32Array, node: number): number | null {
  let best: number | null = null
  let most = 0
  eachNear(net, node, (other, weight) => {
    const pull = weight / numberAt(net.masses, other) / degreeAt(net, other)
    if (into[other] === -1 && pull > most) [best, most] = [other, pull]
  })
  return best
}

/** Where no neighbour is free: the group of neighbours with the least in it. */
function lightestGroup(
  net: Net,
  into: Int32Array,
  masses: readonly number[],
  node: number,
): number | null {
  let best: number | null = null
  let least = Infinity
  eachNear(net, node, (other) => {
    const group = indexAt(into, other)
    const mass = masses[group] ?? Infinity
    if (mass < least) [best, least] = [group, mass]
  })
  return best
}

function contracted(net: Net, into: Int32Array, masses: Float64Array): Net {
  const pairs: number[] = []
  const weights: number[] = []
  for (let node = 0; node < net.count; node += 1) {
    eachNear(net, node, (other, weight) => {
      if (other < node) return
      pairs.push(indexAt(into, node), indexAt(into, other))
      weights.push(weight)
    })
  }
  return netOf(masses, pairs, weights)
}
