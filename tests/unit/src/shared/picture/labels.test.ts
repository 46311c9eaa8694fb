import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chooseLabels,
  labelBoxOf,
  type LabelCandidate,
} from '../../../../../src/shared/picture/labels'

const node = { width: 20, height: 14 }
const label = { width: 100, height: 28 }
const at = (id: string, x: number, y: number, rank = 0): LabelCandidate => ({
  ...{ id, x, y, rank, node, label },
})
type Box = ReturnType<typeof labelBoxOf>
const meet = (a: Box, b: Box) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2
const bodyOf = ({ x, y }: LabelCandidate): Box => ({
  ...{ x1: x - 10, x2: x + 10 },
  ...{ y1: y - 7, y2: y + 7 },
})

describe('choosing labels', () => {
  it('puts them below where there is room', () => {
    const chosen = chooseLabels([at('a', 0, 0), at('b', 200, 0), at('c', 0, 80)])
    expect([...chosen.values()]).toEqual(['below', 'below', 'below'])
  })

  it('puts one above or beside where something stands below', () => {
    expect(chooseLabels([at('a', 0, 0, 9), at('b', 0, 30, 1)])).toEqual(
      new Map([
        ['a', 'above'],
        ['b', 'below'],
      ]),
    )
  })

  it('puts one where it is seen whole', () => {
    const screen = { seen: { x1: 0, y1: 0, x2: 300, y2: 200 }, covers: [] }
    expect(chooseLabels([at('a', 10, 100)], screen).get('a')).toBe('right')
    expect(chooseLabels([at('a', 290, 100)], screen).get('a')).toBe('left')
    expect(chooseLabels([at('a', 150, 190)], screen).get('a')).toBe('above')
  })

  it('cuts off at the edge only what must be named', () => {
    const screen = { seen: { x1: 0, y1: 0, x2: 90, y2: 60 }, covers: [] }
    expect(chooseLabels([at('a', 45, 30)], screen).has('a')).toBe(false)
    expect(chooseLabels([at('a', 45, 30, Infinity)], screen).has('a')).toBe(true)
  })

  it('puts none under what lies over the picture, but what must be named', () => {
    const seen = { x1: 0, y1: 0, x2: 600, y2: 400 }
    const below = { seen, covers: [{ x1: 200, y1: 210, x2: 400, y2: 400 }] }
    expect(chooseLabels([at('a', 300, 200)], below).get('a')).toBe('above')
    const all = { seen, covers: [{ x1: 0, y1: 0, x2: 600, y2: 400 }] }
    expect(chooseLabels([at('a', 300, 200)], all).has('a')).toBe(false)
    expect(chooseLabels([at('a', 300, 200, Infinity)], all).has('a')).toBe(true)
  })

  it('names what is beyond the edge, too, which the next step of a pan shows', () => {
    const screen = { seen: { x1: 100, y1: 100, x2: 500, y2: 300 }, covers: [] }
    expect(chooseLabels([at('a', 60, 200)], screen).has('a')).toBe(true)
  })

  it('keeps the higher rank of two that cannot both be named', () => {
    const crowd = Array.from({ length: 40 }, (_, n) => at(`n${n}`, (n % 8) * 24, (n >> 3) * 18, n))
    const chosen = chooseLabels(crowd)
    expect(chosen.has('n39')).toBe(true)
    expect(chosen.size).toBeLessThan(40)
  })

  const dot = { width: 4, height: 4 }
  it('puts one at a corner where all four sides are taken', () => {
    const round = [at('n', 0, -18), at('s', 0, 18), at('e', 30, 0), at('w', -30, 0)]
    const crowd = [
      ...round.map((one) => ({ ...one, ...{ node: dot, label: dot }, rank: 9 })),
      ...Array.from({ length: 6 }, (_, n) => at(`x${n}`, 2_000 * (n + 1), 0, 10)),
      { ...at('a', 0, 0), label: { width: 30, height: 12 } },
    ]
    expect(chooseLabels(crowd).get('a')).toMatch(/^(below|above)-(right|left)$/)
  })

  it('of very many that must be named chooses as of others', () => {
    const all = Array.from({ length: 60 }, (_, n) => at(`n${n}`, n % 9, n % 7, Infinity))
    // The first few may lie over nodes, and none over another name.
    expect(chooseLabels(all).size).toBeLessThan(10)
  })

  it('names what must be named, whatever is there', () => {
    const all = Array.from({ length: 9 }, (_, n) => at(`n${n}`, n, n, Infinity))
    expect(chooseLabels(all).size).toBe(9)
  })

  it('never lets a label lie over another, or over a node but for the few highest', () => {
    const candidate = fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -500, max: 500 }),
      rank: fc.nat(20),
    })
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 80 }), (spots) => {
        const all = spots.map(({ x, y, rank }, n) => at(String(n), x, y, rank))
        const chosen = chooseLabels(all)
        const worn = all.flatMap((one) => {
          const side = chosen.get(one.id)
          return side === undefined ? [] : [{ id: one.id, box: labelBoxOf(one, side) }]
        })
        for (const one of worn)
          expect(worn.filter((other) => other !== one && meet(one.box, other.box))).toEqual([])
        const over = worn.filter(({ id, box }) =>
          all.some((other) => other.id !== id && meet(box, bodyOf(other))),
        )
        expect(over.length).toBeLessThanOrEqual(6)
      }),
    )
  })
})
