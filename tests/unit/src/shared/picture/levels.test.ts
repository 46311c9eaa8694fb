import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGraph, merge, type NodeId, relationOf, unknownEntity } from '@shared/graph'
import { type Choices, createDerivation, firstChoices } from '../../../../../src/shared/picture'
import { type Crowd, levelFor, shapesIn } from '../../../../../src/shared/picture/levels'
import { middleOf } from '../../../../../src/shared/picture/middle'
import { rulesOf } from '../../../../../src/shared/picture/rules'
import { createViewStore, type ViewAct } from '../../../../../src/features/view'

const id = (n: number): NodeId => `content:${n}`

/** Two spaces of a homepage with two sections of three pages each, and links across. */
const graph = merge(emptyGraph, {
  entities: Array.from({ length: 14 }, (_, at) => ({
    ...unknownEntity(id(at)),
    title: `Page ${at}`,
    space: at < 7 ? { key: 'A', name: 'Aa' } : { key: 'B', name: 'Bb' },
  })),
  relations: [
    ...[0, 7].flatMap((home) =>
      [1, 2, 3, 4, 5, 6].map((n) =>
        relationOf('child-of', id(home + n), id(n % 3 === 1 ? home : home + n - 1)),
      ),
    ),
    relationOf('link', id(2), id(9)),
    relationOf('link', id(3), id(10)),
    relationOf('link', id(5), id(13)),
  ],
}).graph

const pictureOf = (part: Partial<Choices>) =>
  createDerivation(() => 0)({
    graph,
    view: { ...firstChoices, ...part },
    known: { states: new Map(), expanding: new Set() },
    ...{ groups: new Map(), communities: new Map(), importance: null },
  })

const drawnIn = (part: Partial<Choices>): NodeId[] => {
  const { isNode } = rulesOf(pictureOf(part))
  return [...graph.nodes.keys()].filter(isNode)
}

describe('levels', () => {
  it('draw each page, a section as one, or a space as one', () => {
    expect(drawnIn({ levels: 'pages' })).toHaveLength(14)
    // The two homepages stand for themselves: they are in no section.
    expect(drawnIn({ levels: 'sections' })).toHaveLength(6)
    expect(drawnIn({ levels: 'spaces' })).toHaveLength(2)
  })

  it('go by what the zoom has room for, unless one is held', () => {
    expect(drawnIn({ levels: 'zoom', room: 'spaces' })).toHaveLength(2)
    expect(drawnIn({ levels: 'zoom', room: 'pages' })).toHaveLength(14)
    expect(drawnIn({ levels: 'sections', room: 'pages' })).toHaveLength(6)
  })

  it('have one line between two shapes, which says how many relations it stands for', () => {
    const lines = pictureOf({ levels: 'spaces' }).folds.filter(({ kind }) => kind === 'relations')
    expect(lines).toMatchObject([{ share: 4, edges: { length: 3 } }])
  })

  it('leave out what was unfolded by hand, and forget it at another level', () => {
    const view = createViewStore()
    view.setLevels('spaces')
    const [fold] = pictureOf({ levels: 'spaces' }).folds
    view.unfold([fold?.key ?? ''])
    expect(drawnIn({ ...view.store.getState() })).toHaveLength(8)
    view.setLevels('sections')
    view.setLevels('spaces')
    expect(drawnIn({ ...view.store.getState() })).toHaveLength(2)
  })

  it('give way to all pages for a layout, a path and a comparison', () => {
    const levels = 'spaces'
    expect(drawnIn({ levels, drawsAll: true })).toHaveLength(14)
    expect(drawnIn({ levels, path: { from: id(1), to: id(9) } })).toHaveLength(14)
    expect(drawnIn({ levels, path: { from: id(1), to: null } })).toHaveLength(2)
  })

  it('hold what was gone to apart from its shape, but not where the zoom decides', () => {
    const kept = new Set([id(3)])
    expect(drawnIn({ levels: 'spaces', kept })).toHaveLength(3)
    expect(drawnIn({ levels: 'zoom', room: 'spaces', kept })).toHaveLength(2)
  })

  it('are an act that can be taken back, and “Unfold all” ends them', () => {
    const acts: ViewAct[] = []
    const view = createViewStore(null, (act) => acts.push(act))
    view.setLevels('sections')
    view.setFolding(false)
    expect(view.store.getState().levels).toBe('pages')
    expect(acts.map(({ before, after }) => [before.levels, after.levels])).toEqual([
      ['zoom', 'sections'],
      ['sections', 'pages'],
    ])
    view.put(acts[1]?.before ?? {})
    expect(view.store.getState().levels).toBe('sections')
  })
})

describe('the level that has room', () => {
  const crowd: Crowd = { area: 1e8, pages: 10_000, sections: 40, spaces: 5 }

  it('is of pages near, of sections farther out, and of spaces from afar', () => {
    expect(levelFor(crowd, 0.3, 'pages')).toBe('pages')
    expect(levelFor(crowd, 0.1, 'pages')).toBe('sections')
    expect(levelFor(crowd, 0.02, 'pages')).toBe('spaces')
  })

  it('is always pages where there are few, or nothing to draw as one', () => {
    expect(levelFor({ ...crowd, pages: 150 }, 0.004, 'pages')).toBe('pages')
    expect(levelFor({ ...crowd, sections: 1, spaces: 1 }, 0.004, 'pages')).toBe('pages')
  })

  it('is of spaces where no tree is known, and of sections where there is one space', () => {
    expect(levelFor({ ...crowd, sections: 5 }, 0.1, 'pages')).toBe('sections')
    expect(levelFor({ ...crowd, sections: 9_000 }, 0.1, 'pages')).toBe('spaces')
    expect(levelFor({ ...crowd, spaces: 1 }, 0.01, 'pages')).toBe('sections')
  })

  it('gets no coarser by zooming in, and stays at a zoom once it is drawn', () => {
    const zoom = fc.double({ min: 0.004, max: 4, noNaN: true })
    const level = fc.constantFrom('pages', 'sections', 'spaces')
    const order = ['spaces', 'sections', 'pages']
    fc.assert(
      fc.property(zoom, zoom, level, (one, other, now) => {
        const [far, near] = [Math.min(one, other), Math.max(one, other)]
        const [farLevel, nearLevel] = [levelFor(crowd, far, now), levelFor(crowd, near, now)]
        expect(order.indexOf(nearLevel)).toBeGreaterThanOrEqual(order.indexOf(farLevel))
        expect(levelFor(crowd, far, farLevel)).toBe(farLevel)
      }),
    )
  })

  it('counts the shapes that most nodes are in', () => {
    expect(shapesIn(graph, () => true)).toEqual({ sections: 5, spaces: 2 })
    expect(shapesIn(graph, (node) => Number(node.slice(8)) < 7)).toEqual({ sections: 3, spaces: 1 })
  })
})

describe('the middle of a group', () => {
  it('is not drawn away by one that strayed', () => {
    const places = new Map([
      [id(1), { x: 0, y: 0 }],
      [id(2), { x: 10, y: 20 }],
      [id(3), { x: 9_000, y: 40 }],
    ])
    const placeOf = (node: NodeId) => places.get(node)
    expect(middleOf([id(1), id(2), id(3)], placeOf)).toEqual({ x: 10, y: 20 })
    expect(middleOf([id(1), id(2)], placeOf)).toEqual({ x: 5, y: 10 })
    expect(middleOf([id(9)], placeOf)).toBe(null)
  })
})
