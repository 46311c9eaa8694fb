/**
 * A picture of a graph, said once and drawn by any writer: what stands where and how it looks.
 * It knows no drawing library and no page.
 */
export { hullSoftness } from './hulls'
export { lineHeight } from './label'
export { dashOf } from './looks'
export { makeScene } from './make-scene'
export type { Label, Scene, SceneEdge, SceneNode, Stroke } from './model'
export { createPainter, fontOf, type Painter, type Pen } from './painter'
export { ellipse, moved, type Path } from './path'
export { inkOf } from './scene-box'
export { outline } from './shapes'
export type { Naming, Taken } from './shown'
export { badgeCorner, bodyOf, pathData, toSvg } from './svg'
