import type { Core, EventObject, NodeSingular } from 'cytoscape'
import type { Body, Ground } from '../gesture'
import { nodeIdOf } from './elements'
import { isVisible, visibleNodes } from './visible'

const bodyOf = (node: NodeSingular): Body => ({
  ...node.renderedPosition(),
  radius: Math.max(node.renderedOuterWidth(), node.renderedOuterHeight()) / 2 + 1,
})

/** What gestures see of a picture that Cytoscape draws. */
export const cytoscapeGround = (cy: Core, aim: Ground['aim']): Ground => ({
  aim,
  bodyOf: (id) => {
    const node = cy.getElementById(id)
    return node.empty() || !isVisible(node) ? null : bodyOf(node)
  },
  bodies: () => visibleNodes(cy).map((node) => [nodeIdOf(node), bodyOf(node)]),
  panBy: (by) => void cy.panBy(by),
  isBusy: () => cy.nodes(':active').nonempty(),
  onOver: (listener) => {
    const onOver = (event: EventObject) => listener(nodeIdOf(event.target as NodeSingular))
    cy.on('mouseover', 'node', onOver)
    return () => void cy.off('mouseover', 'node', onOver)
  },
  onFrame: (listener) => {
    cy.on('render', listener)
    return () => void cy.off('render', listener)
  },
})
