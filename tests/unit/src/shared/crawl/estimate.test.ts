import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CrawlRequest, estimateCalls } from '@shared/crawl'
import { anyRequest } from './world'

const request: CrawlRequest = {
  starts: ['content:1'],
  relations: ['depends-on', 'explains'],
  direction: 'both',
  types: ['content', 'user'],
  depth: 1,
  budget: { nodes: 10_000, calls: 10_000 },
}

const anyBudget = fc.record({
  nodes: fc.integer({ min: 1, max: 5_000 }),
  calls: fc.integer({ min: 1, max: 5_000 }),
})
const anyMean = fc.double({ min: 0, max: 1_000, noNaN: true })
const anyPriced = anyBudget.chain((budget) => anyRequest(budget))

describe('the estimate', () => {
  it('is exact for the first step: a call for each name, direction and type', () => {
    expect(estimateCalls(request).firstStep).toBe(8)
    expect(estimateCalls({ ...request, starts: ['content:1', 'content:2'] }).firstStep).toBe(16)
    expect(estimateCalls({ ...request, starts: ['content:1', 'content:1'] }).firstStep).toBe(8)
  })

  it('takes deeper steps from the mean number of new neighbours', () => {
    const deeper = { ...request, depth: 3 }
    // Nodes 1, 2, 4 are asked 8 questions each, and 15 nodes fit one call for titles.
    expect(estimateCalls(deeper, { meanNewNeighbours: 2 }).total).toBe(7 * 8 + 1)
    expect(estimateCalls(deeper, { meanNewNeighbours: 0 }).total).toBe(8 + 1)
    // What is known to be there counts, where it is more than the mean.
    expect(
      estimateCalls({ ...deeper, depth: 2 }, { meanNewNeighbours: 1, knownNeighbours: 9 }).total,
    ).toBe(8 + 9 * 8 + 1)
  })

  it('counts a call for titles for every 250 nodes', () => {
    expect(estimateCalls(request, { meanNewNeighbours: 600 }).total).toBe(8 + 3)
  })

  it('asks no more nodes than the budget lets it find', () => {
    const tight = { ...request, depth: 3, budget: { nodes: 20, calls: 10_000 } }
    // Nodes 1, 10 and the 9 that are left are asked 8 questions each.
    expect(estimateCalls(tight, { meanNewNeighbours: 10 })).toEqual({
      firstStep: 8,
      total: 20 * 8 + 1,
      capped: 'nodes',
    })
  })

  it('says which budget will end the crawl', () => {
    const deep = { ...request, depth: 4 }
    expect(estimateCalls(deep).capped).toBeNull()
    expect(estimateCalls({ ...deep, budget: { nodes: 20, calls: 10_000 } }).capped).toBe('nodes')
    expect(estimateCalls({ ...deep, budget: { nodes: 20, calls: 50 } }).capped).toBe('calls')
  })

  it('is never above the budget of calls, and never less than the first step', () => {
    fc.assert(
      fc.property(anyPriced, anyMean, (wanted, meanNewNeighbours) => {
        const { firstStep, total } = estimateCalls(wanted, { meanNewNeighbours })
        expect(total).toBeLessThanOrEqual(wanted.budget.calls)
        expect(firstStep).toBeGreaterThan(0)
        expect(firstStep).toBeLessThanOrEqual(total)
      }),
    )
  })

  it('does not fall as the depth or the degree grows', () => {
    fc.assert(
      fc.property(anyPriced, anyMean, (wanted, meanNewNeighbours) => {
        const here = estimateCalls(wanted, { meanNewNeighbours })
        const deeper = estimateCalls({ ...wanted, depth: wanted.depth + 1 }, { meanNewNeighbours })
        const denser = estimateCalls(wanted, { meanNewNeighbours: meanNewNeighbours + 1 })
        expect(deeper.total).toBeGreaterThanOrEqual(here.total)
        expect(denser.total).toBeGreaterThanOrEqual(here.total)
      }),
    )
  })

  it('stands a mean that is no number', () => {
    expect(estimateCalls(request, { meanNewNeighbours: Number.NaN }).total).toBe(9)
    expect(estimateCalls({ ...request, starts: [] })).toEqual({
      firstStep: 0,
      total: 0,
      capped: null,
    })
  })
})
