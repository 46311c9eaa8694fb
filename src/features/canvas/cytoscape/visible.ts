import type { Core, EdgeSingular, NodeCollection, NodeSingular } from 'cytoscape'

/**
 * Whether an element is drawn, by the rules of the picture that was told last. Cytoscape's own
 * `visible()` repeats its answer until a frame has applied the styles, so a key that closely follows
 * another would act on what was drawn before.
 */
export const isVisible = (element: NodeSingular | EdgeSingular): boolean =>
  !element.hasClass('away')

/** The nodes that are drawn. */
export const visibleNodes = (cy: Core): NodeCollection => cy.nodes().filter(isVisible).nodes()
