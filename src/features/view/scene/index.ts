/**
 * A picture of a graph, said once and drawn by any writer: what stands where and how it looks.
 * It knows no drawing library and no page.
 */
export { makeScene } from './make-scene'
export type { Scene } from './model'
export { createPainter, type Painter, type Pen } from './painter'
export { inkOf } from './scene-box'
export type { Naming, Shown, Taken } from './shown'
export { toSvg } from './svg'
