/** Where nodes stand, and what can be asked of the canvas that is mounted. */
export { actedOn, type ActedOn } from './acted-on'
export { canvasKeys } from './canvas-keys'
export type { CanvasActs } from './canvas-acts'
export type { Spot } from './canvas'
export { createCanvasStore, type CanvasModel } from './store'
