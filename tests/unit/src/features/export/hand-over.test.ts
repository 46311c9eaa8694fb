import { expect, it } from 'vitest'
import { makeScene } from '@shared/scene'
import {
  createTakingOver,
  handOver,
  type Part,
} from '../../../../../src/features/export/picture/hand-over'
import { options, triangle } from '../../shared/scene/scene-fixture'

/** A scene with so many of the same nodes and edges. */
function orderOf(nodes: number, edges: number) {
  const scene = makeScene(options(triangle()))
  const many = <T>(list: readonly T[], count: number): T[] =>
    Array.from({ length: count }, (_, at) => list[at % list.length]).flatMap((one) => one ?? [])
  const large = { ...scene, nodes: many(scene.nodes, nodes), edges: many(scene.edges, edges) }
  return { kind: 'png', scene: large, width: 10, height: 10, scale: 1, transparent: false } as const
}

it('A picture is handed over in parts, and is whole on the other side', async () => {
  const order = orderOf(4_000, 7_001)
  const parts: Part[] = []
  await handOver(
    order,
    (part) => parts.push(structuredClone(part)),
    () => true,
  )
  const sizes = parts.map((part) =>
    part.kind === 'nodes' ? part.nodes.length : part.kind === 'edges' ? part.edges.length : 0,
  )
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_500)
  const takeOver = createTakingOver()
  const taken = parts.map(takeOver)
  expect(taken.slice(0, -1).every((one) => one === null)).toBe(true)
  expect(taken.at(-1)).toEqual(structuredClone(order))
})

it('Nothing more is handed over once nobody wants it', async () => {
  const parts: Part[] = []
  await handOver(
    orderOf(4_000, 0),
    (part) => parts.push(part),
    () => parts.length < 2,
  )
  expect(parts).toHaveLength(2)
})
