import { describe, expect, it } from 'vitest'
import { priceOfMap } from '@shared/map'

const list = (ms: number) => ({
  url: 'https://example.atlassian.net/wiki/api/v2/pages?space-id=1&body-format=storage',
  status: 200,
  ms,
})
const other = { url: 'https://example.atlassian.net/wiki/api/v2/spaces', status: 200, ms: 9 }
const price = (pages: number, spaces: number, calls: readonly (typeof other)[] = []) =>
  priceOfMap({ pages, spaces, concurrency: 4 }, calls)

describe('the price of a map', () => {
  it('is about 60 calls for ten thousand pages', () => {
    const { calls } = price(10_000, 4)
    expect(calls).toBeGreaterThan(45)
    expect(calls).toBeLessThan(75)
  })

  it('takes the pace from lists that were read here, and says where it knows none', () => {
    expect(price(10_000, 4, [other])).toMatchObject({ isMeasured: false })
    const slow = price(10_000, 4, [list(8_000), other])
    expect(slow.isMeasured).toBe(true)
    const half = price(10_000, 4, [list(4_000), other]).seconds
    expect(slow.seconds / half).toBeCloseTo(2, 1)
  })

  it('does not take the short calls for lists', () => {
    const quick = price(10_000, 4, [list(8_000), other]).seconds
    const slow = price(10_000, 4, [list(8_000), { ...other, ms: 4_000 }]).seconds
    expect(slow).toBeGreaterThan(quick)
    expect(slow).toBeLessThan(1.5 * quick)
  })

  it('counts on no more lists at a time than spaces have', () => {
    expect(price(10_000, 1).seconds).toBeGreaterThan(price(10_000, 4).seconds)
  })
})
