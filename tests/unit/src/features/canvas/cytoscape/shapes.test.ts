import cytoscape from 'cytoscape'
import { describe, expect, it } from 'vitest'
import type { NodeId } from '@shared/graph'
import { createShapes } from '../../../../../../src/features/canvas/cytoscape/shapes'

const [a, b, c]: [NodeId, NodeId, NodeId] = ['content:a', 'content:b', 'content:c']
const groups = new Map([[a, [a, b]]])

/** Two nodes of a group, 100 px apart, and another one. */
function drawn() {
  const cy = cytoscape({ headless: true })
  const at = { [a]: 0, [b]: 100, [c]: 500 }
  for (const [id, x] of Object.entries(at)) cy.add({ data: { id }, position: { x, y: 0 } })
  const shapes = createShapes(cy)
  return {
    shapes,
    node: (id: NodeId) => cy.getElementById(id),
    x: (id: NodeId) => cy.getElementById(id).position('x'),
  }
}

describe('the shape of a group', () => {
  it('stands in the middle of its nodes, and its node goes back when it is unfolded', () => {
    const { shapes, x } = drawn()
    shapes.show(groups)
    expect(x(a)).toBe(50)
    expect(shapes.placeOf(a)).toEqual({ x: 0, y: 0 })
    shapes.show(groups)
    expect(x(a)).toBe(50)
    shapes.show(new Map())
    expect(x(a)).toBe(0)
  })

  it('takes its nodes along, and tells of each where it was and is', () => {
    const { shapes, node, x } = drawn()
    shapes.show(groups)
    // What is selected with it is dragged, too, and would be moved twice.
    const held = shapes.hold([node(a), node(b), node(c)])
    for (const id of [a, b, c]) node(id).shift({ x: 7, y: 3 })
    expect(shapes.letGo(held)).toEqual({
      before: [
        [a, { x: 0, y: 0 }],
        [b, { x: 100, y: 0 }],
        [c, { x: 500, y: 0 }],
      ],
      after: [
        [a, { x: 7, y: 3 }],
        [b, { x: 107, y: 3 }],
        [c, { x: 507, y: 3 }],
      ],
    })
    shapes.show(groups)
    expect(x(a)).toBe(57)
    expect(x(b)).toBe(107)
  })

  it('follows when its nodes are put elsewhere', () => {
    const { shapes, x } = drawn()
    shapes.show(groups)
    shapes.place([
      [a, { x: 20, y: 0 }],
      [b, { x: 40, y: 0 }],
    ])
    expect(x(a)).toBe(30)
    expect(shapes.placeOf(a)).toEqual({ x: 20, y: 0 })
  })
})
