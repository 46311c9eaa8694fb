import { eachNear, type Net, netOf } from './net'
import { indexAt, numberAt } from './read'

/** Nodes that hang together; `nodes` are indexes into the whole. */
export type Part = { readonly nodes: Int32Array; readonly net: Net }

/** Takes a graph apart, the largest part first. */
export function partsOf(whole: Net): Part[] {
  const seen = new Uint8Array(whole.count)
  /** Where each node stands in its part. */
  const indexOf = new Int32Array(whole.count)
  const found: number[][] = []
  for (let root = 0; root < whole.count; root += 1) {
    if (seen[root] === 1) continue
    const nodes = [root]
    seen[root] = 1
    for (const node of nodes) {
      eachNear(whole, node, (other) => {
        if (seen[other] === 1) return
        seen[other] = 1
        indexOf[other] = nodes.length
        nodes.push(other)
      })
    }
    found.push(nodes)
  }
  return found
    .sort((a, b) => b.length - a.length)
    .map((nodes) => ({ nodes: Int32Array.from(nodes), net: netAmong(whole, nodes, indexOf) }))
}

function netAmong(whole: Net, nodes: readonly number[], indexOf: Int32Array): Net {
  const pairs: number[] = []
  for (const [at, node] of nodes.entries()) {
    eachNear(whole, node, (other) => {
      if (indexAt(indexOf, other) > at) pairs.push(at, indexAt(indexOf, other))
    })
  }
  return netOf(
    Float64Array.from(nodes, (node) => numberAt(whole.masses, node)),
    pairs,
  )
}
