/**
 * A picture laid out for one export and said once, so that any writer can draw it: what stands where
 * and how it looks. It knows no drawing library and no page.
 */
export { exportedScene, exportingScene } from './exported-scene'
export { hullSoftness } from './hulls'
export { labelSize, lineHeight, onScreen } from './label'
export { makeScene } from './make-scene'
export type { CaptionItem, Label, Scene, SceneEdge, SceneNode } from './model'
export type { SceneSize, Taken } from './options'
export { boxOfCaption, boxOfEdge, boxOfNode, inkOf, overlaps } from './scene-box'
export { pathData, toSvg } from './svg'
