/**
 * A picture of a graph, said once and drawn by any writer: what stands where and how it looks.
 * It knows no drawing library and no page.
 */
export { hullSoftness } from './hulls'
export { labelSize, lineHeight, onScreen } from './label'
export { makeScene } from './make-scene'
export type { Label, Scene, SceneEdge, SceneNode } from './model'
export type { SceneSize, Taken } from './options'
export { createPainter, fontOf, type Painter } from './painter'
export { inkOf } from './scene-box'
export { pathData, toSvg } from './svg'
