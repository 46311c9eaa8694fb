import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayOf } from '@shared/filter'

/** As it reads, without any shortcut. */
function plainDay(date: string): number | null {
  const ms = Date.parse(date)
  return Number.isNaN(ms) ? null : Math.floor(ms / 86_400_000)
}

const part = (length: number, max: number) =>
  fc.integer({ min: 0, max }).map((value) => String(value).padStart(length, '0'))
/** Times that may or may not be: a 14th month, a 32nd day, an hour after midnight. */
const nearlyTime = fc
  .tuple(
    part(4, 9999),
    part(2, 14),
    part(2, 32),
    part(2, 25),
    part(2, 60),
    part(2, 61),
    fc.constantFrom('', '.5', '.000', '.123456789'),
    fc.constantFrom('Z', '', '+05:30', '-11:00'),
  )
  .map(([y, m, d, h, min, s, rest, zone]) => `${y}-${m}-${d}T${h}:${min}:${s}${rest}${zone}`)

it('the day of a date is that of the time it stands for, however it is written', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyTime, fc.string()), (date) => {
      expect(dayOf(date)).toBe(plainDay(date))
    }),
    { numRuns: 2000 },
  )
  expect(dayOf(undefined)).toBeNull()
})
