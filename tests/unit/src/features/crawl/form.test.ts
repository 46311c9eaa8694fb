import { describe, expect, it } from 'vitest'
import { firstFollow, requestOf, whyNot } from '../../../../../src/features/crawl/form'

describe('the crawl form', () => {
  it('starts with page links, so that a first crawl needs no set-up', () => {
    expect(firstFollow.relations).toEqual(['link'])
    expect(whyNot(firstFollow)).toBeNull()
  })
  it('says what is missing', () => {
    expect(whyNot({ ...firstFollow, relations: [] })).toContain('relation')
    expect(whyNot({ ...firstFollow, types: [] })).toContain('type')
  })
  it('makes the request that the crawl takes', () => {
    expect(requestOf(['content:1'], firstFollow)).toMatchObject({
      starts: ['content:1'],
      relations: ['link'],
      depth: firstFollow.depth,
    })
  })
})
