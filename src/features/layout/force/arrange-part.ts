import { coarsen } from './coarsen'
import { pushes, springs } from './forces'
import { degreeAt, eachNear, type Net } from './net'
import { indexAt, numberAt } from './read'
import { simulate } from './simulate'
import { spreadOut } from './spread-out'
import { turnWide } from './turn-wide'

/** Wanted length of a relation where there is room, model px. */
const ideal = 140
/** How much nodes push each other away, for the square of the ideal length. */
const push = 0.01
/**
 * Nodes farther apart than so many relations leave each other alone: else the branches of a tree
 * would flee from each other and leave the picture empty.
 */
const reach = 6
/** In the end relations are made alike: so long, for their mean. Longer evens out more, and blurs. */
const evenness = 0.85
/** Smaller graphs are not made smaller. */
const smallest = 8
const golden = Math.PI * (3 - Math.sqrt(5))

/** A first picture: the graph made small, step by step, laid out, and opened again step by step. */
export function draftPart(net: Net): Float64Array {
  const smaller = net.count > smallest ? coarsen(net) : null
  const places = smaller === null ? spiral(net.count) : opened(draftPart(smaller.net), smaller.into)
  // What a node of a smaller graph stands for needs room.
  const held = net.masses.reduce((sum, one) => sum + one, 0) / net.count
  const length = ideal * Math.sqrt(held)
  const strength = (push * length * length) / held
  simulate(
    places,
    [springs(net, length), pushes(net, { strength, reach: reachOf(net, places, length) })],
    smaller === null ? { rounds: 200, heat: 1 } : { rounds: draftRounds(net.count), heat: 0.5 },
  )
  return places
}

const draftRounds = (count: number) => Math.round(Math.max(25, Math.min(80, 200_000 / count)))
const refineRounds = (count: number) => Math.round(Math.max(70, Math.min(300, 600_000 / count)))

/** Works a first picture out: first its shape, then even relations, then no node over another. */
export function refinePart(net: Net, places: Float64Array): void {
  const rounds = refineRounds(net.count)
  const apart = pushes(net, { strength: push * ideal * ideal, reach: reachOf(net, places, ideal) })
  simulate(places, [springs(net, ideal), apart], { rounds, heat: 0.5 })
  const even = evenness * Math.max(ideal, meanLength(net, places))
  simulate(places, [springs(net, even), apart], { rounds: Math.round(rounds / 3), heat: 0.3 })
  turnWide(places)
  spreadOut(places, radiiOf(net))
}

/** In a tangle relations are long, and so is the reach. */
const reachOf = (net: Net, places: Float64Array, length: number): number =>
  reach * Math.max(length, meanLength(net, places))

/** Circles round nodes with a label under them, model px; hubs are drawn larger. */
const radiiOf = (net: Net): Float64Array =>
  Float64Array.from({ length: net.count }, (_, node) => 30 + Math.min(15, degreeAt(net, node) / 2))

const spiral = (count: number): Float64Array =>
  Float64Array.from({ length: count * 2 }, (_, at) => {
    const node = at >> 1
    return ideal * Math.sqrt(node + 0.5) * sunflower(node, at)
  })

/** Each node beside the place of the group it went into. */
const opened = (places: Float64Array, into: Int32Array): Float64Array =>
  Float64Array.from({ length: into.length * 2 }, (_, at) => {
    const node = at >> 1
    const group = numberAt(places, indexAt(into, node) * 2 + (at % 2))
    return group + ideal * 0.3 * sunflower(node, at)
  })

/** One of two numbers, x and y by turns: directions of which no two are alike. */
const sunflower = (node: number, at: number): number =>
  at % 2 === 0 ? Math.cos(node * golden) : Math.sin(node * golden)

function meanLength(net: Net, places: Float64Array): number {
  let sum = 0
  for (let node = 0; node < net.count; node += 1) {
    eachNear(net, node, (other) => {
      sum += Math.hypot(
        numberAt(places, node * 2) - numberAt(places, other * 2),
        numberAt(places, node * 2 + 1) - numberAt(places, other * 2 + 1),
      )
    })
  }
  return sum / Math.max(1, net.near.length)
}
