import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGraph, merge, type NodeId, relationOf } from '@shared/graph'
import {
  type FoldOptions,
  foldedCount,
  foldsOf,
  leafKeysAt,
  unfolded,
} from '../../../../../src/shared/picture/fold'
import { firstChoices } from '../../../../../src/shared/picture/choices'

const id = (n: number): NodeId => `content:${n}`
type Tie = readonly [string, number, number]
const graphOf = (ties: readonly Tie[]) =>
  merge(emptyGraph, {
    entities: [],
    relations: ties.map(([name, source, target]) => relationOf(name, id(source), id(target))),
  }).graph
const options = (more: Partial<FoldOptions> = {}): FoldOptions => ({
  ...firstChoices.folding,
  kept: new Set(),
  groups: [],
  isDrawn: () => true,
  isNamed: () => true,
  ...more,
})
const star = (leaves: number): Tie[] =>
  Array.from({ length: leaves }, (_, at) => ['link', 0, at + 1] as const)

describe('folding', () => {
  it('leaves a graph alone that can be seen at a glance', () => {
    expect(foldsOf(graphOf(star(150)), options())).toEqual([])
  })

  it('draws the many leaves of a node as one, with how many there are', () => {
    const [fold, ...more] = foldsOf(graphOf(star(300)), options())
    expect(more).toEqual([])
    expect(fold).toMatchObject({ kind: 'leaves', shown: id(1), relation: 'link' })
    expect(fold !== undefined && foldedCount([fold])).toBe(299)
  })

  it('keeps directions and names apart', () => {
    const ties: Tie[] = [
      ...star(120),
      ...Array.from({ length: 120 }, (_, at) => ['owns', 500 + at, 0] as const),
    ]
    expect(
      foldsOf(graphOf(ties), options()).map((one) => 'nodes' in one && one.nodes.length),
    ).toEqual([120, 120])
  })

  it('never folds what is kept, what is opened, or anything where it is switched off', () => {
    const graph = graphOf(star(300))
    const [fold] = foldsOf(graph, options({ kept: new Set([id(1), id(7)]) }))
    expect(fold?.kind === 'leaves' && [fold.shown, fold.nodes.length]).toEqual([id(2), 298])
    const key = fold?.key ?? ''
    expect(foldsOf(graph, options({ opened: new Set([key]) }))).toEqual([])
    expect(foldsOf(graph, options({ auto: false }))).toEqual([])
  })

  it('folds a few leaves where a person asks for it', () => {
    const graph = graphOf(star(3))
    const keys = leafKeysAt(graph, id(0), options())
    const [fold] = foldsOf(graph, options({ closed: new Set(keys) }))
    expect(fold?.kind === 'leaves' && fold.nodes).toEqual([id(1), id(2), id(3)])
  })

  it('draws many relations between two nodes as one', () => {
    const names = ['link', 'owns', 'needs', 'blocks']
    const ties = names.map((name, at): Tie => (at % 2 === 0 ? [name, 1, 2] : [name, 2, 1]))
    const [fold] = foldsOf(graphOf(ties), options())
    expect(fold?.kind === 'relations' && fold.edges).toHaveLength(4)
    expect(foldsOf(graphOf(ties.slice(1)), options())).toEqual([])
  })

  it('takes along all that a fold stands for when it is selected', () => {
    const folds = foldsOf(graphOf(star(300)), options())
    expect(unfolded(folds, { nodes: [id(1)], edges: [] }).nodes).toHaveLength(300)
    expect(unfolded(folds, { nodes: [id(5)], edges: [] }).nodes).toEqual([id(5)])
  })

  it('puts each node into one fold at most, and stands for members only', () => {
    const ties = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.nat(9), fc.nat(400)), {
      maxLength: 500,
    })
    fc.assert(
      fc.property(ties, (all) => {
        const folds = foldsOf(graphOf(all), options())
        const members = folds.flatMap((one): string[] =>
          'nodes' in one ? [...one.nodes] : [...one.edges],
        )
        expect(new Set(members).size).toBe(members.length)
        for (const one of folds) {
          expect('nodes' in one ? one.nodes : one.edges).toContain(one.shown)
        }
      }),
      { numRuns: 50 },
    )
  })
})
