import type { Core, EventObject, NodeSingular } from 'cytoscape'
import { NodeId } from '@shared/graph'
import type { Body, Ground } from '../gesture/ground'
import { isVisible, visibleNodes } from './visible'

const bodyOf = (node: NodeSingular): Body => ({
  ...node.renderedPosition(),
  radius: Math.max(node.renderedOuterWidth(), node.renderedOuterHeight()) / 2 + 1,
})

/** What gestures see of a picture that Cytoscape draws. */
export const cytoscapeGround = (cy: Core): Ground => ({
  bodyOf: (id) => {
    const node = cy.getElementById(id)
    return node.empty() || !isVisible(node) ? null : bodyOf(node)
  },
  bodies: () => visibleNodes(cy).map((node) => [NodeId.parse(node.id()), bodyOf(node)]),
  panBy: (by) => void cy.panBy(by),
  aim: (id) => {
    cy.nodes('.aim').removeClass('aim')
    if (id !== null) cy.getElementById(id).addClass('aim')
  },
  isBusy: () => cy.nodes(':active').nonempty(),
  onOver: (listener) => {
    const onOver = (event: EventObject) =>
      listener(NodeId.parse((event.target as NodeSingular).id()))
    cy.on('mouseover', 'node', onOver)
    return () => void cy.off('mouseover', 'node', onOver)
  },
  onFrame: (listener) => {
    cy.on('render', listener)
    return () => void cy.off('render', listener)
  },
})
