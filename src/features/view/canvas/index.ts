/** The only room that knows Cytoscape: a projection of the graph model, fed with deltas. */
export { type Canvas, createCanvas, type Placed, type Spot } from './canvas'
export type { Difference } from './difference'
export type { Drop } from './connect-gesture'
export { type LayoutName, layoutNames } from './layout'
export type { PictureOptions } from './picture'
export type { Heading } from './walk'
