/** The only room that draws the graph: a projection of the model, fed with deltas. */
export type { Canvas, Placed, Spot } from './canvas'
export { createCanvas } from './create-canvas'
export type { Difference } from './difference'
export type { Drop } from './connect-gesture'
export { type LayoutName, layoutNames } from './layout'
export type { Heading } from './walk'
