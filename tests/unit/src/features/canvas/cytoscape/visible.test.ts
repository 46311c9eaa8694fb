import cytoscape from 'cytoscape'
import { expect, test } from 'vitest'
import { emptyGraph, merge, type NodeId, relationOf } from '@shared/graph'
import { drawPicture } from '../../../../../../src/features/canvas/cytoscape/draw-picture'
import { edgeElement, nodeElement } from '../../../../../../src/features/canvas/cytoscape/elements'
import { canvasStyle } from '../../../../../../src/features/canvas/cytoscape/style'
import { isVisible, visibleNodes } from '../../../../../../src/features/canvas/cytoscape/visible'
import {
  createLooks,
  emptyPicture,
  type Picture,
  rulesOf,
} from '../../../../../../src/features/picture'
import { entity } from '../drawings'

const [a, b, c]: [NodeId, NodeId, NodeId] = ['content:a', 'content:b', 'content:c']
const link = relationOf('link', a, b)
const { graph } = merge(emptyGraph, {
  entities: [a, b, c].map((id) => entity(id)),
  relations: [link],
})
const looks = createLooks('light', new Map())

/** Without a page no frame comes that would apply styles: whoever asks has to be told right. */
function drawn() {
  const cy = cytoscape({ headless: true, styleEnabled: true, style: canvasStyle(looks.palette) })
  for (const node of graph.nodes.values()) cy.add(nodeElement(node, { x: 0, y: 0 }))
  cy.add(edgeElement(link))
  const draw = (part: Partial<Picture>) => {
    const picture = { ...emptyPicture, ...part }
    cy.batch(() => drawPicture(cy, { graph, picture, rules: rulesOf(picture), looks }))
  }
  draw({})
  return { cy, draw, line: cy.getElementById(link.id) }
}

const namesOf = (cy: cytoscape.Core) => visibleNodes(cy).map((node) => node.id())

test('What is hidden is not visible from the very moment on', () => {
  const { cy, draw } = drawn()
  expect(namesOf(cy)).toEqual([a, b, c])
  draw({ hiddenNodes: new Set([b]) })
  expect(namesOf(cy)).toEqual([a, c])
  draw({})
  expect(namesOf(cy)).toEqual([a, b, c])
})

test('A line goes and comes with its ends', () => {
  const { draw, line } = drawn()
  expect(isVisible(line)).toBe(true)
  draw({ hiddenNodes: new Set([b]) })
  expect(isVisible(line)).toBe(false)
  draw({})
  expect(isVisible(line)).toBe(true)
})
