import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeId, EdgeId, nodeId, NodeId, refOf, unknownEntity } from '@shared/graph'
import { anyRef, anyText } from './any-graph'

describe('the identity of a node', () => {
  it('gives back the ref it was made from', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        expect(refOf(nodeId(ref))).toEqual(ref)
      }),
    )
  })

  it('keeps the colons of an account id', () => {
    expect(refOf('user:712020:0f1e-2d')).toEqual({ type: 'user', key: '712020:0f1e-2d' })
  })

  it.each(['content', 'contentX', 'content:', ':1', 'page:1', ''])('refuses %j', (id) => {
    expect(NodeId.safeParse(id).success).toBe(false)
    expect(() => refOf(id as NodeId)).toThrow('Not a node id')
  })

  it('has its key for a title as long as nothing else is known', () => {
    expect(unknownEntity('space:DOC')).toEqual({
      id: 'space:DOC',
      type: 'space',
      key: 'DOC',
      title: 'DOC',
      status: 'unknown',
    })
  })
})

describe('the identity of a relation', () => {
  const ends = fc.tuple(anyText, anyRef.map(nodeId), anyRef.map(nodeId))

  it('is the same for the same name and ends, and never for others', () => {
    fc.assert(
      fc.property(ends, ends, (one, two) => {
        expect(edgeId(...one) === edgeId(...two)).toBe(JSON.stringify(one) === JSON.stringify(two))
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    [
      edgeId('a|content:1', 'content:2', 'content:3'),
      edgeId('a', 'content:1|content:2', 'content:3'),
    ],
    [edgeId('a|b', 'content:1', 'content:2'), edgeId('a%7Cb', 'content:1', 'content:2')],
    [edgeId('a', 'content:1', 'content:2'), edgeId('a', 'content:2', 'content:1')],
    [edgeId('a', 'content:1', 'content:2'), edgeId('A', 'content:1', 'content:2')],
  ])('tells %s from %s', (one, two) => {
    expect(one).not.toBe(two)
  })

  it('passes its own schema, whatever the parts hold', () => {
    fc.assert(
      fc.property(ends, (parts) => {
        expect(EdgeId.safeParse(edgeId(...parts)).success).toBe(true)
      }),
    )
  })
})
