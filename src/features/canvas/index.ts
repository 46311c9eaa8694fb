/** The only room that draws the graph: a projection of the model, fed with deltas. */
export { actedOn } from './act-keys'
export type { CanvasActs } from './canvas-acts'
export type { Spot } from './canvas'
