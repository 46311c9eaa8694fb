import type { Core, NodeSingular } from 'cytoscape'
import type { Body, Ground } from '../gesture'
import { nodeIdOf } from './elements'
import type { Hover } from './hover'
import { isVisible, visibleNodes } from './visible'

const bodyOf = (node: NodeSingular): Body => ({
  ...node.renderedPosition(),
  radius: Math.max(node.renderedOuterWidth(), node.renderedOuterHeight()) / 2 + 1,
})

/** What gestures see of a picture that Cytoscape draws. */
export const cytoscapeGround = (cy: Core, hover: Hover, aim: Ground['aim']): Ground => ({
  aim,
  bodyOf: (id) => {
    const node = cy.getElementById(id)
    return node.empty() || !isVisible(node) ? null : bodyOf(node)
  },
  bodies: () => visibleNodes(cy).map((node) => [nodeIdOf(node), bodyOf(node)]),
  panBy: (by) => void cy.panBy(by),
  isBusy: () => cy.nodes(':active').nonempty(),
  calm: hover.calm,
  onOver: hover.onOver,
  onFrame: (listener) => {
    cy.on('render', listener)
    return () => void cy.off('render', listener)
  },
})
