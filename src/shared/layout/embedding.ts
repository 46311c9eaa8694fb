import { embed } from './embed'
import { makeRoom } from './make-room'
import { type Net, netOf } from './net'
import { pivotMds } from './pivot-mds'
import { createRandom } from './random'
import { turnWide } from './turn-wide'

/** What is to be laid out, in numbers. */
export type Relations = {
  readonly count: number
  /** Two nodes a relation. */
  readonly edges: ArrayLike<number>
  /** How much each relation draws together; all the same where it is null. */
  readonly weights: ArrayLike<number> | null
  /** Where nodes without relations belong, or -1. */
  readonly sections: Int32Array
}

/** Two numbers a node, x then y, model px. */
export type Places = Float64Array<ArrayBuffer>

/** Nodes and the lines under them have room, hubs too. */
const pitch = 64
const cells = 4
/** As wide as neighbours settle within a few rounds. */
const startSize = 10

/** Larger graphs have less time for each node. */
const roundsFor = (count: number, wanted: number, least: number): number =>
  Math.round(Math.max(least, Math.min(wanted, (wanted * 10_000) / count)))

/**
 * A layout for many nodes: related ones become neighbours first, and then each gets room. The same
 * graph in the same order gives the same picture. A first look is told before it is worked out.
 */
export function embeddingLayout(relations: Relations, onDraft: (draft: Places) => void): Places {
  const { count, edges, weights, sections } = relations
  const random = createRandom(1)
  const net = netOf(count, edges, weights)
  const { linked, own } = linkedOf(net)
  const places = pivotMds(own, startSize, random)
  const roomFor = (rounds: number): Places => {
    const whole = new Float64Array(count * 2)
    turnWide(places)
    for (const [at, node] of linked.entries()) {
      whole[node * 2] = places[at * 2] ?? 0
      whole[node * 2 + 1] = places[at * 2 + 1] ?? 0
    }
    return makeRoom(net, whole, sections, { pitch, cells, rounds }, random)
  }
  embed(own, places, { rounds: roundsFor(count, 40, 25), heat: 1 }, random)
  onDraft(roomFor(4))
  embed(own, places, { rounds: roundsFor(count, 360, 60), heat: 0.8 }, random)
  return roomFor(roundsFor(count, 110, 30))
}

/** The nodes that have relations, and the net among them. */
function linkedOf(net: Net): { linked: Int32Array; own: Net } {
  const has = new Uint8Array(net.count)
  for (const end of net.pairs) has[end] = 1
  const linked = Int32Array.from(Array.from(has.keys()).filter((node) => has[node] === 1))
  const indexOf = new Int32Array(net.count)
  for (const [at, node] of linked.entries()) indexOf[node] = at
  const pairs = net.pairs.map((end) => indexOf[end] ?? 0)
  return { linked, own: netOf(linked.length, pairs, net.strengths) }
}
