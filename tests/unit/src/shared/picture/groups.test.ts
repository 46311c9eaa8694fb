import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeId, emptyGraph, merge, type NodeId, relationOf, unknownEntity } from '@shared/graph'
import { KeptView } from '@shared/workspace'
import { foldsOf, foldedCount } from '../../../../../src/shared/picture/fold'
import { standInsOf } from '../../../../../src/shared/picture/group-folds'
import { groupColours } from '../../../../../src/shared/picture/group-look'
import { membersOf, placeGroups } from '../../../../../src/shared/picture/groups'
import { hullOf } from '../../../../../src/shared/picture/hull'
import { gatherGroups } from '../../../../../src/shared/arrange/gather-groups'
import { palettes } from '../../../../../src/shared/picture/palette'
import { contrast } from '../../../../../src/shared/picture/relation-colours'
import { firstChoices } from '../../../../../src/shared/picture/choices'
import { createViewStore, keptView } from '../../../../../src/features/view'

const id = (n: number): NodeId => `content:${n}`

/** Two rings of three, in a space each, with four relations between them, and one node alone. */
const graph = merge(emptyGraph, {
  entities: [],
  relations: [
    ...[
      [1, 2],
      [2, 3],
      [3, 1],
      [11, 12],
      [12, 13],
      [13, 11],
      [1, 11],
      [2, 12],
      [13, 3],
      [1, 21],
    ].map(([source = 0, target = 0]) => relationOf('link', id(source), id(target))),
    relationOf('explains', id(1), id(11)),
  ],
}).graph
const groupOf = (n: number) => ({ key: `space:${n < 10 ? 'A' : 'B'}`, name: n < 10 ? 'Aa' : 'Bb' })
const of = new Map([1, 2, 3, 11, 12, 13].map((n) => [id(n), groupOf(n)]))
const groups = membersOf(of, () => true)
const options = {
  ...firstChoices.folding,
  kept: new Set<NodeId>(),
  isDrawn: () => true,
  isNamed: () => true,
  groups,
}

describe('groups', () => {
  it('are counted by who is drawn, and one alone is none', () => {
    expect(groups.map(({ name, nodes }) => [name, nodes.length])).toEqual([
      ['Aa', 3],
      ['Bb', 3],
    ])
    expect(membersOf(of, (node) => node === id(1) || node === id(2))).toHaveLength(1)
    expect(membersOf(of, (node) => node === id(1))).toEqual([])
  })

  it('fold into one node each, and what leads out into one line for each other end', () => {
    const closed = new Set(['group|space:A'])
    const folds = foldsOf(graph, { ...options, closed })
    const [group, ...lines] = folds
    expect(group).toMatchObject({ kind: 'group', name: 'Aa', shown: id(1) })
    expect(foldedCount(folds)).toBe(2)
    expect(lines).toEqual([
      expect.objectContaining({
        kind: 'relations',
        edges: expect.arrayContaining([
          edgeId('explains', id(1), id(11)),
          edgeId('link', id(1), id(11)),
        ]) as string[],
      }),
    ])
    expect(standInsOf(folds).get(id(3))).toBe(id(1))
  })

  it('folded both, have one line between them for all relations', () => {
    const closed = new Set(['group|space:A', 'group|space:B'])
    const lines = foldsOf(graph, { ...options, closed }).filter(({ kind }) => kind === 'relations')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ edges: { length: 4 } })
  })

  it('open again, and leave the graph as it was', () => {
    const view = createViewStore()
    view.groupBy('space')
    view.foldGroups(groups, true)
    expect(foldsOf(graph, { ...options, ...view.store.getState().folding })).not.toEqual([])
    view.foldGroups(groups, false)
    expect(foldsOf(graph, { ...options, ...view.store.getState().folding })).toEqual([])
  })

  it('are forgotten with their folds when other groups are asked for', () => {
    const view = createViewStore()
    view.groupBy('space')
    view.foldGroups(groups, true)
    view.groupByNext()
    expect(view.store.getState().groupBy).toBe('section')
    expect(view.store.getState().folding.closed.size).toBe(0)
    view.groupByNext()
    expect(view.store.getState().groupBy).toBe('community')
    view.groupByNext()
    expect(view.store.getState().groupBy).toBe(null)
  })

  it('are kept in a workspace, and a file from before has none', () => {
    const view = createViewStore()
    view.groupBy('space')
    view.foldGroups(groups.slice(0, 1), true)
    const kept = KeptView.parse(JSON.parse(JSON.stringify(keptView(view.store.getState()))))
    const again = createViewStore(kept).store.getState()
    expect(again.groupBy).toBe('space')
    expect([...again.folding.closed]).toEqual(['group|space:A'])
    const old = Object.fromEntries(
      Object.entries(kept).filter(([key]) => key !== 'groupBy' && key !== 'foldedGroups'),
    )
    expect(KeptView.parse(old)).toMatchObject({ groupBy: null, foldedGroups: [] })
  })

  it('have colours that can be seen in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const colour of groupColours[theme])
        expect(contrast(colour, palettes[theme].paper)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('groups by space', () => {
  it('put a space with its content, people together, and the rest apart', () => {
    const space = { key: 'DOC', name: 'Documents' }
    const { graph } = merge(emptyGraph, {
      entities: [
        { ...unknownEntity('content:1'), space },
        { ...unknownEntity('space:DOC'), title: 'Documents' },
        unknownEntity('user:anna'),
        unknownEntity('content:2'),
      ],
      relations: [],
    })
    const groups = placeGroups(graph, 'space')
    expect([...groups]).toEqual([
      ['content:1', { key: 'space:DOC', name: 'Documents' }],
      ['space:DOC', { key: 'space:DOC', name: 'Documents' }],
      ['user:anna', { key: 'user:', name: 'People' }],
      ['content:2', { key: '', name: 'Space not known' }],
    ])
  })
})

describe('groups by section', () => {
  it('are the subtrees right under the top; what is in no tree is with its space', () => {
    const space = { key: 'DOC', name: 'Documents' }
    const childOf = (child: number, parent: number) => relationOf('child-of', id(child), id(parent))
    const { graph } = merge(emptyGraph, {
      entities: [1, 2, 3, 4, 5, 6].map((n) => ({
        ...unknownEntity(id(n)),
        title: `Page ${n}`,
        space,
      })),
      relations: [childOf(2, 1), childOf(3, 2), childOf(4, 3), childOf(5, 1)],
    })
    const names = [...placeGroups(graph, 'section')].map(([node, { name }]) => [node, name])
    expect(names).toEqual([
      [id(1), 'Page 1'],
      [id(2), 'Page 2'],
      [id(3), 'Page 2'],
      [id(4), 'Page 2'],
      [id(5), 'Page 5'],
      [id(6), 'Documents'],
    ])
  })
})

describe('a hull', () => {
  const place = fc.record({
    x: fc.integer({ min: -1000, max: 1000 }),
    y: fc.integer({ min: -1000, max: 1000 }),
  })

  it('is convex and has every place well inside', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
        const hull = hullOf(places)
        expect(hull.length).toBeGreaterThanOrEqual(3)
        for (const [at, from] of hull.entries()) {
          const to = hull[(at + 1) % hull.length] ?? from
          const length = Math.hypot(to.x - from.x, to.y - from.y)
          for (const { x, y } of places) {
            const side = (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)
            expect(side / length).toBeGreaterThan(30)
          }
        }
      }),
    )
  })
})

describe('a layout with groups', () => {
  it('puts the circles of groups beside each other, whatever stood where', () => {
    const node = fc.record({
      group: fc.integer({ min: -1, max: 4 }),
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 600 }),
    })
    fc.assert(
      fc.property(fc.array(node, { minLength: 2, maxLength: 60 }), (nodes) => {
        const of = nodes.map(({ group }) => group)
        const places = Float64Array.from(nodes.flatMap(({ x, y }) => [x, y]))
        const job = {
          layout: 'force' as const,
          ids: of.map(String),
          places,
          edges: new Uint32Array(),
          centre: -1,
          groups: Int32Array.from(of),
        }
        const { places: gathered } = gatherGroups(job, { places })
        const inGroup = (group: number) => of.flatMap((one, at) => (one === group ? [at] : []))
        const middles = [...new Set(of)]
          .filter((group) => group >= 0)
          .map(inGroup)
          // A node alone is no group: it is only kept off the others.
          .filter((members) => members.length > 1)
          .map((members) => {
            const mean = (shift: number) =>
              members.reduce((sum, at) => sum + (gathered[at * 2 + shift] ?? 0), 0) / members.length
            return { x: mean(0), y: mean(1), room: 40 * Math.sqrt(members.length) }
          })
        for (const one of middles) {
          for (const other of middles) {
            if (one === other) continue
            const apart = Math.hypot(one.x - other.x, one.y - other.y)
            expect(apart).toBeGreaterThan((one.room + other.room) * 0.8)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('leaves places alone where nothing is grouped', () => {
    const places = Float64Array.from([1, 2, 3, 4])
    const job = {
      layout: 'force' as const,
      ids: ['a', 'b'],
      places,
      edges: new Uint32Array(),
      centre: -1,
    }
    expect(gatherGroups(job, { places }).places).toBe(places)
  })
})
