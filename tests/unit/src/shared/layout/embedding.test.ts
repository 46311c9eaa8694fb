import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wikiOf } from '../../../../../bench/graphs/wiki'
import { kept, overAnother, sameSection } from '../../../../../bench/report/measures'
import {
  embeddingLayout,
  type Places,
  type Relations,
  weightOf,
} from '../../../../../src/shared/layout'

const nothing = () => undefined

function wiki(pages: number) {
  const { batch, sections } = wikiOf(pages)
  const at = new Map(batch.entities.map(({ id }, index) => [id, index]))
  const endsOf = (relations: typeof batch.relations) =>
    relations.flatMap(({ source, target }) => [at.get(source) ?? 0, at.get(target) ?? 0])
  const relations: Relations = {
    count: pages,
    edges: endsOf(batch.relations),
    weights: batch.relations.map(({ relation }) => weightOf(relation)),
    sections,
  }
  return { relations, links: endsOf(batch.relations.filter((one) => one.relation === 'link')) }
}

describe('the layout of many nodes', () => {
  const { relations, links } = wiki(1500)
  const drafts: Places[] = []
  const places = embeddingLayout(relations, (draft) => drafts.push(draft))

  it('tells a draft first, then a better picture of the same nodes', () => {
    expect(drafts).toHaveLength(1)
    const [draft = new Float64Array()] = drafts
    expect(draft).toHaveLength(3000)
    expect(places).toHaveLength(3000)
    expect(sameSection(places, relations.sections)).toBeGreaterThan(
      sameSection(draft, relations.sections),
    )
  })

  it('puts linked pages and those of a section beside each other, none over another', () => {
    expect(kept(places, links, 1500)).toBeGreaterThan(0.3)
    expect(sameSection(places, relations.sections)).toBeGreaterThan(0.6)
    expect(overAnother(places, 24)).toBe(0)
  })

  it('gives the same picture for the same graph', () => {
    expect(embeddingLayout(relations, nothing)).toEqual(places)
  })

  it('puts pages without relations beside their space', () => {
    const spokes = (hub: number) =>
      Array.from({ length: 60 }, (_, spoke) => [hub, hub + 1 + spoke]).flat()
    const sections = Int32Array.from({ length: 142 }, (_, node) =>
      node < 61 ? 0 : node < 122 ? 1 : node % 2,
    )
    const edges = [...spokes(0), ...spokes(61)]
    const found = embeddingLayout({ count: 142, edges, weights: null, sections }, nothing)
    const far = (node: number, hub: number) =>
      Math.hypot(
        (found[node * 2] ?? 0) - (found[hub * 2] ?? 0),
        (found[node * 2 + 1] ?? 0) - (found[hub * 2 + 1] ?? 0),
      )
    for (let node = 122; node < 142; node += 1) {
      const [own, other] = node % 2 === 0 ? [0, 61] : [61, 0]
      expect(far(node, own)).toBeLessThan(far(node, other))
    }
  })

  it('finds a place of its own for each node of any graph', () => {
    const graph = fc.integer({ min: 0, max: 40 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        edges: fc
          .array(fc.integer({ min: 0, max: Math.max(0, count - 1) }), { maxLength: 80 })
          .map((ends) => (count === 0 ? [] : ends.slice(0, ends.length - (ends.length % 2)))),
        sections: fc
          .array(fc.integer({ min: -1, max: 3 }), { minLength: count, maxLength: count })
          .map((all) => Int32Array.from(all)),
      }),
    )
    fc.assert(
      fc.property(graph, (some) => {
        const found = embeddingLayout({ ...some, weights: null }, nothing)
        expect(found).toHaveLength(some.count * 2)
        expect([...found].every(Number.isFinite)).toBe(true)
        if (some.count > 0) expect(overAnother(found, 24)).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})
