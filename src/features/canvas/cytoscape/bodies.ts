import type {
  BoundingBox12,
  BoundingBoxWH,
  EdgeSingular,
  NodeCollection,
  NodeSingular,
} from 'cytoscape'

type Element = NodeSingular | EdgeSingular

/**
 * Cytoscape keeps the boxes it works out. Asked between a change and the next frame, it measures
 * names by the styles they had, and what has become bold is cut off at its old width from then on.
 * A style that is read is applied first.
 */
const applyStyle = (element: Element): void => void element.style('width')

/** Where some nodes lie in the model, their names aside. */
export function bodiesIn(nodes: NodeCollection): BoundingBox12 & BoundingBoxWH {
  nodes.forEach(applyStyle)
  return nodes.boundingBox({ includeLabels: false })
}

/** Where an element lies on the screen, its name aside. */
export function bodyOnScreen(element: Element): BoundingBox12 & BoundingBoxWH {
  applyStyle(element)
  return element.renderedBoundingBox({ includeLabels: false, includeOverlays: false })
}
