import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askParts, joinParts, toAskInput } from '@shared/ask'
import type { Unresolved } from '@shared/graph'
import { anyTies, idOf, madeBy, wikiOf } from './small-wiki'

const open: readonly Unresolved[] = [1, 2, 3].map((n) => ({
  ...{ source: idOf(n), relation: 'link', names: `DOC:Old ${n}`, state: 'not-seen' },
}))

it('comes in pieces of any size to the same as in one', () => {
  fc.assert(
    fc.property(
      anyTies(),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(null, [], open),
      (ties, size, unresolved) => {
        for (const graph of [wikiOf(ties), madeBy(ties)]) {
          const parts = [...askParts(graph, unresolved, size)]
          expect(joinParts(parts)).toEqual(toAskInput(graph, unresolved))
          for (const part of parts)
            if (part.kind === 'nodes') expect(part.nodes.length).toBeLessThanOrEqual(size)
        }
      },
    ),
  )
})
