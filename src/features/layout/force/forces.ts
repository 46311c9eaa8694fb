import { degreeAt, type Net } from './net'
import { createPusher, type Push } from './quad-tree'
import { addAt, indexAt, numberAt } from './read'

/** Adds to the forces on all nodes; both lists hold two numbers a node, x then y. */
export type Force = (places: Float64Array, forces: Float64Array) => void

/**
 * A relation pulls its ends to one length. It is the weaker the more relations its less related
 * end has, and that end does most of the way: else a hub would be torn about.
 */
export function springs(net: Net, length: number): Force {
  const { count, starts, near } = net
  const shares = sharesOf(net)
  return (places, forces) => {
    for (let node = 0; node < count; node += 1) {
      const x = numberAt(places, node * 2)
      const y = numberAt(places, node * 2 + 1)
      let [fx, fy] = [0, 0]
      const end = indexAt(starts, node + 1)
      for (let at = indexAt(starts, node); at < end; at += 1) {
        const other = indexAt(near, at)
        const dx = numberAt(places, other * 2) - x
        const dy = numberAt(places, other * 2 + 1) - y
        const far = Math.sqrt(dx * dx + dy * dy) + 1e-9
        const pull = (1 - length / far) * numberAt(shares, at)
        fx += dx * pull
        fy += dy * pull
      }
      addAt(forces, node * 2, fx)
      addAt(forces, node * 2 + 1, fy)
    }
  }
}

/** For each entry of `near`: how much of the way to it a node goes in one round. */
function sharesOf(net: Net): Float64Array {
  const shares = new Float64Array(net.near.length)
  for (let node = 0; node < net.count; node += 1) {
    const own = degreeAt(net, node)
    for (let at = indexAt(net.starts, node); at < indexAt(net.starts, node + 1); at += 1) {
      const others = degreeAt(net, indexAt(net.near, at))
      shares[at] = others / (own + others) / Math.min(own, others)
    }
  }
  return shares
}

/** All nodes push each other away, the heavier the more. */
export function pushes({ count, masses }: Net, push: Push): Force {
  const pusher = createPusher(count)
  return (places, forces) => pusher({ places, masses }, forces, push)
}
