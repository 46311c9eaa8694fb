import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CrawlRequest } from '@shared/crawl'
import { relationOf } from '@shared/graph'
// The frontier is not offered at the door: who crawls needs only createCrawl.
import { createFrontier } from '../../../../../src/shared/crawl/frontier'
import { queryKey } from '../../../../../src/shared/crawl/request'
import { answerTo, anyRequest, anyWorld, ball } from './world'

const page = (relations: ReturnType<typeof relationOf>[], next: number | null = null) => ({
  relations,
  entities: [],
  unidentified: 0,
  next,
  calls: 1,
})

const request: CrawlRequest = {
  starts: ['content:1'],
  relations: ['depends-on'],
  direction: 'out',
  types: ['content'],
  depth: 2,
  budget: { nodes: 10, calls: 10 },
}

describe('the frontier', () => {
  it('asks each query once a page, nearest nodes first, on any graph', () => {
    fc.assert(
      fc.property(anyWorld, anyRequest(), fc.infiniteStream(fc.nat()), (world, wanted, picks) => {
        const frontier = createFrontier(wanted)
        const keys: string[] = []
        const depths: number[] = []
        do {
          for (;;) {
            const taken = []
            for (let question = frontier.take(); question !== null; question = frontier.take()) {
              taken.push(question)
            }
            if (taken.length === 0) break
            taken.sort(() => ((picks.next().value ?? 0) % 2 === 0 ? 1 : -1))
            for (const question of taken) {
              keys.push(`${queryKey(question.query)}@${question.start}`)
              depths.push(question.depth)
              const all = answerTo(world, question.query)
              const end = question.start + world.pageSize
              const next = end < all.length ? end : null
              frontier.settle(question, page(all.slice(question.start, end), next))
            }
          }
        } while (frontier.advance())
        expect(new Set(keys).size).toBe(keys.length)
        expect(depths).toEqual([...depths].sort((a, b) => a - b))
        expect(depths.at(-1)).toBeLessThan(wanted.depth)
        expect(frontier.counts()).toMatchObject({
          nodes: ball(world, wanted).nodes.size,
          answered: keys.length,
          waiting: 0,
          inFlight: 0,
        })
      }),
    )
  })

  it('goes no step further while a question of this one is open', () => {
    const frontier = createFrontier({ ...request, starts: ['content:1', 'content:2'] })
    const first = frontier.take()
    const second = frontier.take()
    if (first === null || second === null) throw new Error('two questions are there')
    frontier.settle(first, page([relationOf('depends-on', 'content:1', 'content:3')]))
    expect(frontier.take()).toBeNull()
    expect(frontier.advance()).toBe(false)
    frontier.fail(second, { kind: 'not-found', what: 'this' })
    expect(frontier.advance()).toBe(true)
    expect(frontier.take()).toMatchObject({ depth: 1, query: { node: 'content:3' } })
  })

  it('says of each query how it ended', () => {
    const frontier = createFrontier({ ...request, starts: ['content:1', 'content:2'] })
    const [first, second] = [frontier.take(), frontier.take()]
    if (first === null || second === null) throw new Error('two questions are there')
    expect(frontier.settle(first, { ...page([], 25), unidentified: 1 }).record).toBeNull()
    const rest = frontier.take()
    expect(rest).toMatchObject({ start: 25, query: { node: 'content:1' } })
    if (rest === null) return
    expect(frontier.settle(rest, page([])).record).toMatchObject({
      state: 'cut',
      why: 'unidentified',
      unidentified: 1,
      from: 0,
      left: 1,
    })
    const whole = page([relationOf('depends-on', 'content:2', 'content:3')])
    expect(frontier.settle(second, whole).record).toMatchObject({ state: 'complete', found: 1 })
    expect(frontier.cut).toEqual([first.query])
  })

  it('cuts what is in flight and what was never asked when it is closed', () => {
    const frontier = createFrontier({ ...request, starts: ['content:1', 'content:2', 'content:3'] })
    const first = frontier.take()
    if (first === null) throw new Error('a question is there')
    frontier.settle(first, page([relationOf('depends-on', 'content:1', 'content:4')]))
    frontier.take()
    expect(frontier.counts()).toMatchObject({ waiting: 2, inFlight: 1 })
    const records = frontier.close('calls-budget')
    expect(records.map(({ query, left }) => [query.node, left])).toEqual([
      ['content:2', 1],
      ['content:3', 1],
      ['content:4', 0],
    ])
    expect(records.every(({ state, why }) => state === 'cut' && why === 'calls-budget')).toBe(true)
    expect(frontier.cut.map(({ node }) => node)).toEqual(['content:2', 'content:3', 'content:4'])
    expect(frontier.counts()).toMatchObject({ waiting: 0, inFlight: 0, cut: 3 })
    expect(frontier.take()).toBeNull()
  })

  it('refuses to settle a question twice', () => {
    const frontier = createFrontier(request)
    const question = frontier.take()
    if (question === null) throw new Error('a question is there')
    frontier.settle(question, page([]))
    expect(() => frontier.settle(question, page([]))).toThrow('settled once')
  })
})
