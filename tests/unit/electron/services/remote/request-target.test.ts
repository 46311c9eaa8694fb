import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestTarget } from '../../../../../electron/services/remote/request-target'

describe('the address of a request', () => {
  it('encodes every value as one segment', () => {
    expect(requestTarget('/r/{name}/{key}', { name: 'a b?#é', key: '712020:uuid' })).toBe(
      '/r/a%20b%3F%23%C3%A9/712020%3Auuid',
    )
  })

  it('refuses values that could change the path', () => {
    for (const name of ['', '.', '..', 'a/b', 'a\\b', '../..']) {
      expect(() => requestTarget('/r/{name}', { name })).toThrow('unsafe-part')
    }
  })

  it('refuses a template whose value is missing', () => {
    expect(() => requestTarget('/r/{name}', {})).toThrow('unsafe-part')
  })

  it('writes lists with commas and leaves out what is undefined', () => {
    const query = {
      expand: ['source', 'target'],
      start: 0,
      sourceStatus: undefined,
      cql: 'a="b,c"',
    }
    expect(requestTarget('/r', {}, query)).toBe(
      '/r?expand=source,target&start=0&cql=a%3D%22b%2Cc%22',
    )
  })

  it('repeats the parameter of a list for v2', () => {
    const query = { id: ['1', '2'], status: ['current'], title: 'a,b', 'space-id': [] }
    expect(requestTarget('/wiki/api/v2/pages', {}, query)).toBe(
      '/wiki/api/v2/pages?id=1&id=2&status=current&title=a%2Cb',
    )
  })

  it('keeps any accepted name inside its own segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        let target: string
        try {
          target = requestTarget('/a/{name}/z', { name })
        } catch {
          return
        }
        const { pathname, search, hash } = new URL(`http://127.0.0.1${target}`)
        expect([search, hash]).toEqual(['', ''])
        const [, first, middle, last, ...more] = pathname.split('/')
        expect([first, last, more]).toEqual(['a', 'z', []])
        expect(decodeURIComponent(middle ?? '')).toBe(name)
      }),
    )
  })

  it('replaces half a surrogate pair, which has no encoding', () => {
    expect(requestTarget('/{name}', { name: 'x\ud800' })).toBe('/x%EF%BF%BD')
  })
})
