import { describe, expect, it } from 'vitest'
import { emptyGraph, merge } from '@shared/graph'
import { wikiOf } from '../../../../../bench/graphs/wiki'
import { crossingsLeft } from '../../../../../bench/report/measures'
import { createBackbone, weakIn } from '../../../../../src/shared/picture/backbone'
import { createLooks } from '../../../../../src/shared/picture/looks'
import { emptyPicture } from '../../../../../src/shared/picture/picture'
import { rulesOf } from '../../../../../src/shared/picture/rules'
import { embeddingLayout, weightOf } from '../../../../../src/shared/layout'

const { batch, sections } = wikiOf(2500)
const { graph } = merge(emptyGraph, batch)
const weak = weakIn(graph, 0.5)

/** How many parts of a graph hang together by some of its relations. */
function partsBy(relations: typeof batch.relations): number {
  const above = new Map<string, string>()
  const rootOf = (id: string): string => {
    const next = above.get(id)
    return next === undefined ? id : rootOf(next)
  }
  for (const { source, target } of relations) {
    const [a, b] = [rootOf(source), rootOf(target)]
    if (a !== b) above.set(a, b)
  }
  return batch.entities.filter(({ id }) => !above.has(id)).length
}

describe('the backbone of a large graph', () => {
  const strong = batch.relations.filter(({ id }) => !weak.has(id))

  it('keeps most relations, and all together that hang together', () => {
    expect(weak.size).toBeGreaterThan(0)
    expect(strong.length / batch.relations.length).toBeGreaterThan(0.5)
    expect(partsBy(strong)).toBe(partsBy(batch.relations))
  })

  it('leaves less than a third of all crossings', () => {
    const at = new Map(batch.entities.map(({ id }, index) => [id, index]))
    const endsOf = (relations: typeof batch.relations) =>
      relations.flatMap(({ source, target }) => [at.get(source) ?? 0, at.get(target) ?? 0])
    const places = embeddingLayout(
      {
        count: batch.entities.length,
        edges: endsOf(batch.relations),
        weights: batch.relations.map(({ relation }) => weightOf(relation)),
        sections,
      },
      () => undefined,
    )
    const left = crossingsLeft(places, endsOf(batch.relations), endsOf(strong))
    expect(left).toBeLessThan(0.33)
  })

  it('is that of the graph, whatever order it came in', () => {
    const turned = {
      entities: batch.entities.toReversed(),
      relations: batch.relations.toReversed(),
    }
    expect([...weakIn(merge(emptyGraph, turned).graph, 0.5)].sort()).toEqual([...weak].sort())
  })

  it('draws all of a small graph strong', () => {
    const small = wikiOf(300).batch
    expect(weakIn(merge(emptyGraph, small).graph, 0.5).size).toBe(0)
  })

  it('is worked out anew only where a tenth has come', () => {
    const follow = createBackbone()
    const first = follow(graph, 0.5)
    const more = (count: number) => merge(graph, wikiOf(count, 2).batch).graph
    expect(follow(more(100), 0.5)).toBe(first)
    expect(follow(more(2000), 0.5)).not.toBe(first)
  })

  it('is larger for a larger exponent, and all at 1', () => {
    const follow = createBackbone()
    const [few, more, all] = [0.5, 0.8, 1].map((exponent) => follow(graph, exponent))
    expect(more?.size).toBeLessThan(few?.size ?? 0)
    for (const id of more ?? []) expect(few?.has(id)).toBe(true)
    expect(all?.size).toBe(0)
    // Back where it was, it is as it was.
    expect(follow(graph, 0.5)).toEqual(few)
  })

  it('draws what is weak fainter, but not where the pointer rests', () => {
    const [id] = weak
    const relation = graph.edges.get(id ?? 'a|content:1|content:2')
    if (relation === undefined) throw new Error('no weak relation')
    const looks = createLooks('light', new Map())
    const picture = { ...emptyPicture, weak, isDense: true }
    const opacity = (near: ReadonlySet<typeof relation.id> | null) =>
      looks.edge(
        relation.relation,
        rulesOf(picture, {
          aim: null,
          near: near === null ? null : { nodes: new Set(), edges: near, dimsRest: false },
        }).edgeState(relation),
      ).opacity
    expect(opacity(null)).toBeLessThan(0.1)
    expect(opacity(new Set([relation.id]))).toBe(1)
  })
})
