import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chooseLabels,
  type LabelCandidate,
  labelRoom,
} from '../../../../../src/features/picture/labels'

const at = (id: string, x: number, y: number, rank = 0): LabelCandidate => ({ id, x, y, rank })

describe('choosing labels', () => {
  it('keeps all that do not meet', () => {
    expect(chooseLabels([at('a', 0, 0), at('b', 200, 0), at('c', 0, 60)])).toEqual(
      new Set(['a', 'b', 'c']),
    )
  })
  it('keeps the higher rank of two that meet', () => {
    expect(chooseLabels([at('a', 0, 0, 1), at('b', 40, 10, 9)])).toEqual(new Set(['b']))
  })
  it('never lets two labels lie over each other, and leaves none out without a reason', () => {
    const candidate = fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -500, max: 500 }),
      rank: fc.nat(20),
    })
    const clash = (a: LabelCandidate, b: LabelCandidate) =>
      Math.abs(a.x - b.x) < labelRoom.width && Math.abs(a.y - b.y) < labelRoom.height
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 80 }), (spots) => {
        const all = spots.map((spot, n) => ({ id: String(n), ...spot }))
        const chosen = chooseLabels(all)
        const kept = all.filter(({ id }) => chosen.has(id))
        for (const one of kept) {
          expect(kept.filter((other) => other !== one && clash(one, other))).toEqual([])
        }
        for (const one of all) {
          if (chosen.has(one.id)) continue
          expect(kept.some((other) => clash(one, other) && other.rank >= one.rank)).toBe(true)
        }
      }),
    )
  })
})
