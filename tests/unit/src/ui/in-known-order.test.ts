import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inKnownOrder } from '../../../../src/ui/in-known-order'

const asIs = (key: string): string => key

test('What is offered already stays in its order, and what came since is last', () => {
  const items = ['on the site', 'b', 'a', 'as well on the site']
  expect(inKnownOrder(items, asIs, ['a', 'b', 'gone'])).toEqual([
    'a',
    'b',
    'on the site',
    'as well on the site',
  ])
})

test('Nothing is lost or doubled, and what comes never stands before what was there', () => {
  const keys = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 12 })
  fc.assert(
    fc.property(keys, keys, (items, known) => {
      const ordered = inKnownOrder(items, asIs, known)
      expect([...ordered].sort()).toEqual([...items].sort())
      const kept = known.filter((key) => items.includes(key))
      expect(ordered.slice(0, kept.length)).toEqual(kept)
    }),
  )
})
