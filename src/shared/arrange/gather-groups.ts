import { forceCollide, forceSimulation, forceX, forceY } from 'd3-force'
import type { LayoutJob, LayoutResult } from '../layout'

/** A group of so many nodes takes a circle that grows with their number, model px. */
const roomOf = (count: number) => 62 * Math.sqrt(count)
/** Between two groups: their hulls and names. */
const between = 62
/** Half of the distance between two nodes, model px. */
const half = 44

type Part = { x: number; y: number; readonly members: readonly number[] }

/**
 * Draws each group together round its middle and moves groups apart, so that their hulls lie beside
 * each other. Where a group is among the others, and who is where in it, stays as it was laid out.
 */
export function gatherGroups({ groups }: LayoutJob, { places }: LayoutResult): LayoutResult {
  if (groups === undefined) return { places }
  const parts = partsOf(groups, places)
  if (parts.every(({ members }) => members.length === 1)) return { places }
  const starts = parts.map(({ x, y }) => ({ x, y }))
  forceSimulation(parts)
    .force('x', forceX<Part>(0).strength(0.03))
    .force('y', forceY<Part>(0).strength(0.03))
    .force(
      'collide',
      forceCollide<Part>(({ members }) =>
        members.length === 1 ? half : roomOf(members.length) + between / 2,
      ).iterations(3),
    )
    .stop()
    .tick(220)
  const gathered = new Float64Array(places)
  parts.forEach(({ members, x, y }, at) => {
    const start = starts[at] ?? { x, y }
    const own = within(members, places, start)
    members.forEach((member, index) => {
      gathered[member * 2] = x + (own[index]?.x ?? 0)
      gathered[member * 2 + 1] = y + (own[index]?.y ?? 0)
    })
  })
  return { places: gathered }
}

/** Groups, and each node that is in none as a part of its own; each where its middle is. */
function partsOf(groups: Int32Array, places: Float64Array): Part[] {
  const parts = new Map<string, number[]>()
  groups.forEach((group, node) => {
    const key = group < 0 ? `alone ${node}` : `group ${group}`
    const known = parts.get(key)
    if (known === undefined) parts.set(key, [node])
    else known.push(node)
  })
  return [...parts.values()].map((members) => {
    const mean = (shift: 0 | 1) =>
      members.reduce((sum, node) => sum + (places[node * 2 + shift] ?? 0), 0) / members.length
    return { members, x: mean(0), y: mean(1) }
  })
}

/** Where members stand from the middle of their group, not over each other and in its circle. */
function within(
  members: readonly number[],
  places: Float64Array,
  middle: { x: number; y: number },
): readonly { x: number; y: number }[] {
  const own = members.map((node) => ({
    x: (places[node * 2] ?? 0) - middle.x,
    y: (places[node * 2 + 1] ?? 0) - middle.y,
  }))
  const farthest = Math.max(1, ...own.map(({ x, y }) => Math.hypot(x, y)))
  const scale = Math.min(1, roomOf(members.length) / farthest)
  const scaled = own.map(({ x, y }) => ({ x: x * scale, y: y * scale }))
  forceSimulation(scaled)
    .force('x', forceX(0).strength(0.04))
    .force('y', forceY(0).strength(0.04))
    .force('collide', forceCollide(half).iterations(2))
    .stop()
    .tick(members.length > 1000 ? 40 : 120)
  return scaled
}
