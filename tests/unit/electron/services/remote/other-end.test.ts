import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { V1Relation } from '../../../../../electron/services/remote/answers'
import { otherEnd, readReference } from '../../../../../electron/services/remote/other-end'

const origin = 'https://example.atlassian.net'

describe('a reference of the v1 API', () => {
  it('is read with and without /wiki, an origin and percent signs', () => {
    expect(readReference('/rest/api/content/123')).toEqual({ type: 'content', key: '123' })
    expect(readReference('/wiki/rest/api/content/123?status=archived')).toEqual({
      type: 'content',
      key: '123',
    })
    expect(readReference('/rest/api/space/~7120%2E1')).toEqual({ type: 'space', key: '~7120.1' })
    expect(readReference('/rest/api/user?accountId=712020%3Aabc')).toEqual({
      type: 'user',
      key: '712020:abc',
    })
    expect(readReference('https://elsewhere.invalid/wiki/rest/api/user?accountId=5b1')).toEqual({
      type: 'user',
      key: '5b1',
    })
  })

  it('keeps an id that no number could hold', () => {
    expect(readReference('/rest/api/content/9007199254740993123')?.key).toBe('9007199254740993123')
  })

  it('is nothing where it names no entity', () => {
    for (const reference of [
      '',
      '/rest/api/content',
      '/rest/api/content/1/child',
      '/rest/api/user',
      '/rest/api/user?key=old',
      '/rest/api/space/%E0%A4%A',
      'http://[',
    ]) {
      expect(readReference(reference)).toBeNull()
    }
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readReference(text)))
  })
})

describe('the other end of a relation', () => {
  const relation = (fields: object) => V1Relation.parse({ name: 'explains', _links: {}, ...fields })

  it('is taken from the body by the type that was asked for', () => {
    const body = { id: '7', type: 'page', status: 'archived', title: 'Plan', key: 'NOT-A-SPACE' }
    expect(otherEnd(relation({ target: body }), 'target', 'content', origin)).toMatchObject({
      ref: { type: 'content', key: '7' },
      entity: { title: 'Plan', status: 'archived', subtype: 'page' },
    })
  })

  it('is taken from the reference where the body is not there', () => {
    const lean = relation({ _expandable: { target: '/rest/api/user?accountId=a%3Ab' } })
    expect(otherEnd(lean, 'target', 'user', origin)).toEqual({
      ref: { type: 'user', key: 'a:b' },
      entity: null,
    })
    const linked = relation({ _links: { source: `${origin}/wiki/rest/api/space/KB` } })
    expect(otherEnd(linked, 'source', 'space', origin)?.ref.key).toBe('KB')
  })

  it('is unknown where the reference is of another type, or empty', () => {
    const strange = relation({ _expandable: { target: '/rest/api/space/KB', source: '' } })
    expect(otherEnd(strange, 'target', 'content', origin)).toBeNull()
    expect(otherEnd(strange, 'source', 'content', origin)).toBeNull()
  })

  it('shows a person without a name as unknown, and one without an account id not at all', () => {
    const nameless = relation({ target: { type: 'known', accountId: 'a1', displayName: null } })
    expect(otherEnd(nameless, 'target', 'user', origin)?.entity?.title).toBe('Unknown user')
    const nobody = relation({ target: { type: 'anonymous' } })
    expect(otherEnd(nobody, 'target', 'user', origin)).toBeNull()
  })
})
