import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeRooms } from '../../../../../src/features/canvas/free-room'

const screen = { width: 800, height: 600 }

it('is the whole screen where nothing lies over it', () => {
  expect(freeRooms(screen)).toEqual([{ x1: 0, y1: 0, x2: 800, y2: 600 }])
})

it('is beside and above what lies in a corner', () => {
  const rooms = freeRooms({ ...screen, covers: [{ x1: 0, y1: 400, x2: 200, y2: 600 }] })
  expect(rooms).toContainEqual({ x1: 200, y1: 0, x2: 800, y2: 600 })
  expect(rooms).toContainEqual({ x1: 0, y1: 0, x2: 800, y2: 400 })
})

it('never overlaps a cover, and the largest comes first', () => {
  const cover = fc.record({
    x1: fc.integer({ min: -50, max: 700 }),
    y1: fc.integer({ min: -50, max: 500 }),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(fc.array(cover, { maxLength: 4 }), (made) => {
      const covers = made.map(({ x1, y1, width, height }) => ({
        ...{ x1, y1 },
        x2: x1 + width,
        y2: y1 + height,
      }))
      const areas = freeRooms({ ...screen, covers }).map(({ x1, y1, x2, y2 }) => {
        for (const one of covers)
          expect(x1 < one.x2 && one.x1 < x2 && y1 < one.y2 && one.y1 < y2).toBe(false)
        return (x2 - x1) * (y2 - y1)
      })
      expect(areas).toEqual(areas.toSorted((a, b) => b - a))
    }),
  )
})
