/** The only room that knows Cytoscape: a projection of the graph model, fed with deltas. */
export { type Canvas, type CanvasEvents, createCanvas, type Marks, type Spot } from './canvas'
export type { Drop } from './connect-gesture'
export { type LayoutName, layoutNames } from './layout'
export type { Picture, PictureOptions } from './picture'
export type { Heading } from './walk'
