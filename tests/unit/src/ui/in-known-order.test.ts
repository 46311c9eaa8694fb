import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inKnownOrder, type Row, sectionsOf } from '../../../../src/ui/in-known-order'

const row = (key: string, group = '', item = key): Row<string> => ({ key, group, item })

test('What is offered already stays in its order, and what came since is last', () => {
  const now = [row('on the site'), row('b', '', 'b, renamed'), row('a')]
  expect(inKnownOrder(now, [row('a'), row('b'), row('gone')])).toEqual([
    row('a'),
    row('b', '', 'b, renamed'),
    row('gone'),
    row('on the site'),
  ])
})

test('What comes to another heading stays under the one it had', () => {
  const known = [row('a', 'In the graph'), row('b', 'On the site')]
  const ordered = inKnownOrder(
    [row('a', 'In the graph'), row('b', 'In the graph'), row('c', 'In the graph')],
    known,
  )
  expect(sectionsOf(ordered).map(({ title, items }) => [title, ...items])).toEqual([
    ['In the graph', 'a'],
    ['On the site', 'b'],
    ['In the graph', 'c'],
  ])
  expect(new Set(sectionsOf(ordered).map(({ key }) => key)).size).toBe(3)
})

test('Nothing is lost or doubled, and nothing that was there moves', () => {
  const keys = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 12 })
  fc.assert(
    fc.property(keys, keys, (now, known) => {
      const rows = (list: string[]) => list.map((key) => row(key))
      const ordered = inKnownOrder(rows(now), rows(known)).map(({ key }) => key)
      expect(ordered.slice(0, known.length)).toEqual(known)
      expect([...ordered].sort()).toEqual([...new Set([...known, ...now])].sort())
    }),
  )
})
