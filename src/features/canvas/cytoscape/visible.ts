import type { Core, EdgeSingular, NodeCollection, NodeSingular } from 'cytoscape'

/**
 * Whether an element is drawn by what was last said of it. Cytoscape's own `visible()` repeats what
 * it answered before until a frame has applied the styles, so a key that closely follows another
 * would act on what was drawn then. To ask for a style applies it at once.
 */
export const isVisible = (element: NodeSingular | EdgeSingular): boolean =>
  element.style('display') !== 'none' && element.visible()

/** The nodes that are drawn. */
export const visibleNodes = (cy: Core): NodeCollection => cy.nodes().filter(isVisible).nodes()
