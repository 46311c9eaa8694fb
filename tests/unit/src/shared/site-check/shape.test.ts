import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeOf } from '@shared/site-check'

describe('the shape of an answer', () => {
  it('is its paths and types', () => {
    const answer = {
      results: [{ id: '1', version: { number: 2 }, parentId: null }],
      empty: [],
      _links: {},
    }
    expect(shapeOf(answer)).toEqual([
      '_links: empty',
      'empty: empty',
      'results[].id: string',
      'results[].parentId: null',
      'results[].version.number: number',
    ])
  })

  it('tells no name that could be an id, a key or a title', () => {
    const answer = { results: { '5570561': 'page', '712020:a-b': 1, 'My title': 2, KEY9: 3 } }
    expect(shapeOf(answer)).toEqual(['results.*: number', 'results.*: string'])
  })

  it('holds no value and ends, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 6 }), (value, secret) => {
        const shape = shapeOf([value, { title: `“${secret}”`, [`“${secret}”`]: 1 }])
        expect(shape.length).toBeLessThanOrEqual(150)
        expect(shape.join()).not.toContain(`“${secret}”`)
      }),
    )
  })
})
