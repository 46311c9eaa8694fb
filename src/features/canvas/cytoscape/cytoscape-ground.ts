import type { Core, NodeSingular } from 'cytoscape'
import type { NodeId } from '@shared/graph'
import type { Body, Ground } from '../gesture'
import { nodeIdOf } from './elements'
import type { Hover } from './hover'
import type { Shapes } from './shapes'
import { isVisible, visibleNodes } from './visible'

const bodyOf = (node: NodeSingular): Body => ({
  ...node.renderedPosition(),
  radius: Math.max(node.renderedOuterWidth(), node.renderedOuterHeight()) / 2 + 1,
})

/** What gestures see of a picture that Cytoscape draws. */
export const cytoscapeGround = (
  cy: Core,
  hover: Hover,
  aim: Ground['aim'],
  { isShape }: Shapes,
): Ground => ({
  aim,
  bodyOf: (id) => {
    const node = cy.getElementById(id)
    return node.empty() || !isVisible(node) || isShape(id) ? null : bodyOf(node)
  },
  bodies: () =>
    visibleNodes(cy)
      .toArray()
      .flatMap((node): [NodeId, Body][] =>
        isShape(nodeIdOf(node)) ? [] : [[nodeIdOf(node), bodyOf(node)]],
      ),
  panBy: (by) => void cy.panBy(by),
  isBusy: () => cy.nodes(':active').nonempty(),
  calm: hover.calm,
  onOver: hover.onOver,
  onFrame: (listener) => {
    cy.on('render', listener)
    return () => void cy.off('render', listener)
  },
})
