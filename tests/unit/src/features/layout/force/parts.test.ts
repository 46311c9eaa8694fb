import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coarsen } from '../../../../../../src/features/layout/force/coarsen'
import { degreeAt, eachNear, netOf } from '../../../../../../src/features/layout/force/net'
import { partsOf } from '../../../../../../src/features/layout/force/parts'

const graphs = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    pairs: fc
      .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 80 })
      .map((all) => all.flat()),
  }),
)
const whole = ({ count, pairs }: { count: number; pairs: number[] }) =>
  netOf(new Float64Array(count).fill(1), pairs)
const sum = (all: Float64Array) => all.reduce((total, one) => total + one, 0)

describe('a graph as numbers', () => {
  it('has each pair once from both of its ends, however often it is related', () => {
    const net = netOf(new Float64Array(4).fill(1), [0, 1, 1, 0, 0, 1, 2, 2, 3, 1])
    expect([0, 1, 2, 3].map((node) => degreeAt(net, node))).toEqual([1, 2, 0, 1])
    const found: [number, number][] = []
    eachNear(net, 1, (other, weight) => found.push([other, weight]))
    expect(found).toEqual([
      [0, 3],
      [3, 1],
    ])
  })

  it('is taken apart so that every node and pair is in exactly one part', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const net = whole(graph)
        const parts = partsOf(net)
        const nodes = parts.flatMap((part) => [...part.nodes])
        expect(nodes.toSorted((a, b) => a - b)).toEqual(nodes.map((_, at) => at))
        expect(parts.reduce((all, part) => all + part.net.near.length, 0)).toBe(net.near.length)
        const sizes = parts.map((part) => part.nodes.length)
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      }),
    )
  })

  it('is made smaller without losing a node, and only along its relations', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const net = whole(graph)
        const smaller = coarsen(net)
        if (smaller === null) return
        expect(smaller.net.count).toBeLessThan(net.count)
        expect(sum(smaller.net.masses)).toBe(net.count)
        expect(smaller.into.every((group) => group >= 0 && group < smaller.net.count)).toBe(true)
        expect(partsOf(smaller.net)).toHaveLength(partsOf(net).length)
      }),
    )
  })

  it('shrinks a star to little at once', () => {
    const star = Array.from({ length: 99 }, (_, at) => [0, at + 1]).flat()
    expect(coarsen(netOf(new Float64Array(100).fill(1), star))?.net.count).toBe(1)
  })
})
