import { expect, it } from 'vitest'
import { type Entity, relationOf, type Unresolved } from '@shared/graph'
import { inParts } from '../../../../../src/features/workspace/in-parts'

it('cuts a change into small ones that hold the same, nodes first', () => {
  const entities = Array.from({ length: 12_001 }, (_, at): Entity => ({
    id: `content:${at}`,
    type: 'content',
    key: String(at),
    title: '',
    status: 'current',
  }))
  const relations = entities.slice(1).map(({ id }) => relationOf('link', 'content:0', id))
  const places = entities.map(({ id }, at) => [id, { x: at, y: 0 }] as [typeof id, object] as never)
  const parts = inParts({ batch: { entities, relations }, places, entries: [] })
  expect(parts.flatMap(({ batch }) => batch?.entities ?? [])).toEqual(entities)
  expect(parts.flatMap(({ batch }) => batch?.relations ?? [])).toEqual(relations)
  expect(parts.flatMap((part) => part.places ?? [])).toEqual(places)
  expect(parts.at(-1)).toEqual({ entries: [] })
  expect(Math.max(...parts.map((part) => JSON.stringify(part).length))).toBeLessThan(2_000_000)
  const kinds = parts.map(({ batch }) => (batch?.relations.length ?? 0) > 0)
  expect(kinds.indexOf(true)).toBe(3)
})

it('cuts what pages name in vain: the first part begins anew, the others add to it', () => {
  const list = Array.from({ length: 5_001 }, (_, at): Unresolved => ({
    ...{ source: `content:${at}`, relation: 'link', names: 'A:B', state: 'not-seen' },
  }))
  const told = (one: Unresolved[]) =>
    inParts({ unresolved: { anew: true, list: one } }).flatMap((part) => part.unresolved ?? [])
  expect(told(list).map(({ anew, list: part }) => [anew, part.length])).toEqual([
    [true, 5_000],
    [false, 1],
  ])
  // Nothing that is open is something to know.
  expect(told([])).toEqual([{ anew: true, list: [] }])
})
