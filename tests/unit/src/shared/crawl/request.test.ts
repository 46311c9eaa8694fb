import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CrawlRequest, queriesAt, queryKey } from '@shared/crawl'
import { anyRequest } from './world'

describe('a crawl request', () => {
  it('asks every name, direction and type at a node', () => {
    const queries = queriesAt('user:712020:anna', {
      relations: ['owned-by', 'explains'],
      direction: 'both',
      types: ['content', 'space'],
    })
    expect(queries).toHaveLength(8)
    expect(new Set(queries.map(queryKey)).size).toBe(8)
    expect(queries.every(({ node }) => node === 'user:712020:anna')).toBe(true)
  })

  it('is accepted by its schema', () => {
    fc.assert(
      fc.property(anyRequest(), (request) => {
        expect(CrawlRequest.parse(request)).toEqual(request)
      }),
    )
  })

  it.each([
    ['no start', { starts: [] }],
    ['no name', { relations: [] }],
    ['an empty name', { relations: [''] }],
    ['no type', { types: [] }],
    ['no depth', { depth: 0 }],
    ['a start without a key', { starts: ['content:'] }],
    ['no calls', { budget: { nodes: 1, calls: 0 } }],
  ])('is refused with %s', (_, part) => {
    const whole = {
      starts: ['content:1'],
      relations: ['link'],
      direction: 'out',
      types: ['content'],
      depth: 1,
      budget: { nodes: 1, calls: 1 },
    }
    expect(CrawlRequest.safeParse(whole).success).toBe(true)
    expect(CrawlRequest.safeParse({ ...whole, ...part }).success).toBe(false)
  })
})
