import { type Net, sharesOf } from './net'
import type { Random } from './random'
import { addAt, indexAt, numberAt } from './read'

export type Embedding = {
  /** How often each of the strongest pairs is drawn together. */
  readonly rounds: number
  /** How far a node goes at first; falls to 0. */
  readonly heat: number
}

/** Nodes taken at random that a node is pushed from each time it is drawn to a neighbour. */
const pushesEach = 5
/** No single pull or push is stronger. */
const most = 4

/**
 * Moves nodes, in place, so that related ones become neighbours: each pair is drawn together as
 * often as it counts, and each time both ends are pushed from a few nodes taken at random (as in
 * LargeVis and UMAP). Its work grows with the relations, and not with the pairs of nodes.
 */
export function embed(
  net: Net,
  places: Float64Array,
  { rounds, heat }: Embedding,
  random: Random,
): void {
  const shares = sharesOf(net)
  const strongest = shares.reduce((max, one) => Math.max(max, one), 0)
  const pause = shares.map((share) => strongest / share)
  const next = pause.map((step) => step * random())
  for (let round = 0; round < rounds; round += 1) {
    const warmth = heat * (1 - round / rounds)
    for (let at = 0; at < pause.length; at += 1) {
      if (numberAt(next, at) > round) continue
      addAt(next, at, numberAt(pause, at))
      const one = indexAt(net.pairs, at * 2)
      const other = indexAt(net.pairs, at * 2 + 1)
      pull(places, one, other, warmth)
      for (let push = 0; push < pushesEach; push += 1) {
        pushFrom(places, push % 2 === 0 ? one : other, Math.floor(random() * net.count), warmth)
      }
    }
  }
}

const within = (value: number): number => (value > most ? most : value < -most ? -most : value)

/** How near neighbours come, and how fast the pull falls with the distance. */
const [steep, bend] = [4, 0.75]

/** `far ** bend`; roots are several times faster than powers. */
const root = (far: number): number => Math.sqrt(far) * Math.sqrt(Math.sqrt(far))

function pull(places: Float64Array, one: number, other: number, warmth: number): void {
  const dx = numberAt(places, one * 2) - numberAt(places, other * 2)
  const dy = numberAt(places, one * 2 + 1) - numberAt(places, other * 2 + 1)
  const far = dx * dx + dy * dy
  if (far === 0) return
  const bent = root(far)
  const force = (-2 * steep * bend * bent) / (far * (1 + steep * bent))
  const [x, y] = [within(force * dx) * warmth, within(force * dy) * warmth]
  addAt(places, one * 2, x)
  addAt(places, one * 2 + 1, y)
  addAt(places, other * 2, -x)
  addAt(places, other * 2 + 1, -y)
}

function pushFrom(places: Float64Array, node: number, other: number, warmth: number): void {
  if (node === other) return
  const dx = numberAt(places, node * 2) - numberAt(places, other * 2)
  const dy = numberAt(places, node * 2 + 1) - numberAt(places, other * 2 + 1)
  const far = dx * dx + dy * dy
  const force = (2 * bend) / ((0.001 + far) * (1 + steep * root(far)))
  addAt(places, node * 2, within(force * dx) * warmth)
  addAt(places, node * 2 + 1, within(force * dy) * warmth)
}
