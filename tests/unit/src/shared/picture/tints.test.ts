import { describe, expect, it } from 'vitest'
import { emptyGraph, type Entity, merge, type NodeId, writtenRelation } from '@shared/graph'
import type { Colouring } from '@shared/workspace'
import { sectionsIn } from '../../../../../src/shared/picture/sections'
import { ownColours, sharedTint } from '../../../../../src/shared/picture/tint-colours'
import { foldShared, tintsOf } from '../../../../../src/shared/picture/tints'

const now = Date.parse('2026-06-01T00:00:00Z')

const page = (key: string, more: Partial<Entity> = {}): Entity => ({
  ...{ id: `content:${key}`, type: 'content', key, title: `Page ${key}`, status: 'current' },
  ...more,
})
const inSpace = (key: string) => ({ space: { key, name: `Space ${key}` } })
const graphOf = (entities: Entity[], parents: readonly (readonly [string, string])[] = []) =>
  merge(emptyGraph, {
    entities,
    relations: parents.map(([child, parent]) =>
      writtenRelation('child-of', `content:${child}`, `content:${parent}`),
    ),
  }).graph

/** Each colour as its name and the keys of its nodes. */
const read = (entities: Entity[], by: Colouring, states = new Map<NodeId, 'complete'>()) =>
  tintsOf(graphOf(entities), by, { states, now })?.list.map(
    ({ name, nodes }) => `${name}: ${nodes.map((id) => id.slice('content:'.length)).join(' ')}`,
  )

describe('colours of nodes', () => {
  it('are those of the types where nothing else is asked for', () => {
    expect(tintsOf(graphOf([page('1')]), 'type')).toBeNull()
  })

  it('tell spaces apart, the largest first', () => {
    expect(
      read([page('1', inSpace('A')), page('2', inSpace('B')), page('3', inSpace('B'))], 'space'),
    ).toEqual(['Space B: 2 3', 'Space A: 1'])
  })

  it('tell when pages were changed last, and where nobody knows', () => {
    const changed = (key: string, changedAt: string) => page(key, { changedAt })
    expect(
      read(
        [
          page('9'),
          changed('3', '2020-01-01T00:00:00Z'),
          changed('1', '2026-05-20T00:00:00Z'),
          changed('2', '2026-01-20T00:00:00Z'),
          page('4', { createdAt: '2025-07-01T00:00:00Z' }),
          changed('5', 'no date'),
        ],
        'age',
      ),
    ).toEqual([
      'in the last month: 1',
      'in the last half year: 2',
      'in the last year: 4',
      'longer ago: 3',
      'Unknown: 9 5',
    ])
  })

  it('tell communities, and leave those grey that are in none', () => {
    const group = { key: 'content:1', name: 'Page 1' }
    const communities = new Map([
      ['content:1' as const, group],
      ['content:2' as const, group],
      ['content:3' as const, { key: 'content:3', name: 'Page 3' }],
    ])
    const tints = tintsOf(graphOf([page('1'), page('2'), page('3')]), 'community', { communities })
    expect(tints?.list).toMatchObject([
      { name: 'Page 1', of: { node: 'content:1' }, nodes: { length: 2 } },
    ])
    expect(tints?.of.get('content:3')).toBe(sharedTint)
  })

  it('tell what is known', () => {
    const known = new Map([['content:1' as const, 'complete' as const]])
    expect(read([page('2'), page('1')], 'knowledge', known)).toHaveLength(2)
  })

  it('are shared by all but the largest kinds, which a legend tells as one', () => {
    const entities = Array.from({ length: ownColours + 4 }, (_, at) =>
      page(String(at), inSpace(`S${at}`)),
    )
    const tints = tintsOf(graphOf([...entities, page('x')]), 'space')
    const list = tints?.list ?? []
    expect(new Set(list.map(({ tint }) => tint)).size).toBe(ownColours + 1)
    const told = foldShared(list)
    expect(told).toHaveLength(ownColours + 1)
    expect(told.at(-1)).toMatchObject({ name: '4 others', tint: sharedTint })
    expect(told.at(-1)?.nodes).toHaveLength(4)
    // What is in no space is no space's colour.
    expect(tints?.of.get('content:x')).toBe(sharedTint)
  })
})

describe('sections of a page tree', () => {
  const sections = (parents: readonly (readonly [string, string])[]) =>
    Object.fromEntries(
      [
        ...sectionsIn(
          graphOf(
            'abcdefgh'.split('').map((key) => page(key)),
            parents,
          ),
        ),
      ].map(([id, section]) => [id.slice(8), section.slice(8)]),
    )

  it('are the pages right under the top, with all below them', () => {
    expect(
      sections([
        ['d', 'b'],
        ['b', 'a'],
        ['c', 'a'],
        ['e', 'd'],
      ]),
    ).toEqual({ a: 'a', b: 'b', c: 'c', d: 'b', e: 'b' })
  })

  it('end where a tree turns in a circle', () => {
    expect(
      sections([
        ['a', 'b'],
        ['b', 'a'],
        ['c', 'b'],
      ]),
    ).toEqual({ a: 'b', b: 'b', c: 'b' })
  })
})
