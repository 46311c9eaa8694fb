import { describe, expect, it } from 'vitest'
import {
  crossingsLeft,
  crossingShare,
  kept,
  overAnother,
  sameSection,
} from '../../../bench/report/measures'

/** Two rows of eleven nodes, farther and farther apart, and 1,000 px between the rows. */
const rows = Array.from({ length: 22 }, (_, node) => [
  (node % 11) ** 2,
  node < 11 ? 0 : 1000,
]).flat()
const inRow = Array.from({ length: 22 }, (_, node) => (node < 11 ? 0 : 1))

describe('measures of a picture', () => {
  it('count which of the nearest nodes are neighbours', () => {
    expect(kept(rows, [0, 1, 11, 12])).toBe(1)
    // 11 stands below 0, far from it.
    expect(kept(rows, [0, 11])).toBe(0)
    expect(kept(rows, [0, 1, 0, 11])).toBeCloseTo((0.5 + 1 + 0) / 3)
    expect(kept(rows, [0, 1, 1, 0, 2, 2])).toBe(1)
  })

  it('count which of the ten nearest are of the same section', () => {
    expect(sameSection(rows, inRow)).toBe(1)
    expect(
      sameSection(
        rows,
        inRow.map((_, node) => node),
      ),
    ).toBe(0)
  })

  it('count nodes that have another within so many px', () => {
    const places = [0, 0, 23, 0, 60, 0, 100, 100]
    expect(overAnother(places, 24)).toBe(0.5)
    expect(overAnother(places, 20)).toBe(0)
    expect(overAnother(places, 40)).toBe(0.75)
  })

  it('count pairs of lines that cross, and how many are left', () => {
    const square = [0, 0, 10, 10, 10, 0, 0, 10]
    const crossed = [0, 1, 2, 3]
    // Of the four ways to take one and another line two are of a line and itself.
    expect(crossingShare(square, crossed)).toBeCloseTo(0.5, 1)
    expect(crossingShare(square, [0, 2, 3, 1])).toBe(0)
    expect(crossingShare(square, [0, 1, 0, 2])).toBe(0)
    expect(crossingsLeft(square, crossed, [0, 1])).toBe(0)
    expect(crossingsLeft(square, crossed, crossed)).toBe(1)
  })
})
