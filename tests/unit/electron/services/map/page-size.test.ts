import { describe, expect, it } from 'vitest'
import { createPageSize } from '../../../../../electron/services/map/page-size'
import {
  createLimiter,
  defaultPace,
  type SpacePages,
} from '../../../../../electron/services/remote'
import { clientFor, json, serve } from '../remote/serve'

const server = { kind: 'server', status: 504, message: '' } as const

describe('how many rows a list is asked for', () => {
  it('grows while the site is quick, and shrinks where it is slow', () => {
    const size = createPageSize()
    expect(size.now()).toBe(100)
    size.took(500)
    size.took(500)
    expect(size.now()).toBe(250)
    size.took(12_000)
    expect(size.now()).toBe(125)
    size.took(5_000)
    expect(size.now()).toBe(125)
  })

  it('stays below what has failed, and tries it again much later', () => {
    const size = createPageSize()
    expect(size.failed(server, 100)).toBe(true)
    expect(size.now()).toBe(50)
    for (let good = 0; good < 19; good += 1) size.took(100)
    expect(size.now()).toBe(50)
    size.took(100)
    expect(size.now()).toBe(100)
  })

  it('goes down once where several failed side by side', () => {
    const size = createPageSize()
    expect([size.failed(server, 100), size.failed(server, 100)]).toEqual([true, true])
    expect(size.now()).toBe(50)
  })

  it('gives up at the least, and where fewer rows mend nothing', () => {
    const size = createPageSize()
    expect(size.failed(server, 5)).toBe(false)
    expect(size.failed({ kind: 'bad-credentials', site: 'x' }, 100)).toBe(false)
    expect(size.now()).toBe(100)
  })

  it('is not told that the site is slow where calls wait for each other', async () => {
    const { origin } = await serve((_, response, at) => {
      setTimeout(() => json(response, { results: [], _links: {} }), at === 1 ? 400 : 0)
    })
    const limiter = createLimiter({ ...defaultPace, concurrency: 1 })
    const client = clientFor(origin, { limiter })
    const wanted: SpacePages = {
      kind: 'page',
      space: { id: '1', key: 'K', name: 'K' },
      reading: { format: 'storage', home: { site: origin, formerHosts: [] } },
      limit: 100,
      cursor: null,
    }
    const [first, second] = await Promise.all([client.listPages(wanted), client.listPages(wanted)])
    expect(first.ms).toBeGreaterThan(350)
    // It waited for the first one as well, which says nothing of the site.
    expect(second.ms).toBeLessThan(first.ms)
  })
})
