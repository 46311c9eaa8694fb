/** What is drawn and how it looks: derived from the graph, the view and what is known. */
export { type BadgeLook, badgeCorner } from './badges'
export { criteriaOf } from './criteria'
export { foldedCount, leafKeysAt } from './fold'
export { foldOptions } from './fold-options'
export { standInsOf } from './group-folds'
export { groupColour } from './group-look'
export { type Members, membersOf } from './groups'
export { hullOf } from './hull'
export {
  chooseLabels,
  labelBoxOf,
  type LabelCandidate,
  labelGap,
  type LabelSide,
  type Size,
} from './labels'
export { namesWith } from './legend-counts'
export type { EdgeLook, NodeLook, Shape, Stroke } from './look'
export { createLooks, dashOf, dimmed, kindOf, type Looks } from './looks'
export { leastSize, sizeOf } from './node-size'
export { nodeFacts, nodeWords, relationFacts, relationWords } from './node-words'
export { paintBadge, paintNodes, type Pen } from './paint-node'
export { moved, type Path } from './path'
export type { Palette } from './palette'
export { emptyPicture, type Picture } from './picture'
export { relationLooks, type Theme } from './relation-colours'
export {
  bendStep,
  type Course,
  coursesOf,
  type End,
  headAt,
  loopOf,
  type Route,
  routeOf,
} from './route'
export { type Pointed, type Rules, rulesOf } from './rules'
export { bodyOf, outline } from './shapes'
export { tintsOf } from './tints'
export { countWords, type Shown, shownEdges, shownNodes, shownOf } from './shown'
export { breakable, shortTitle } from './short-title'
export { createPicture, type PictureModel } from './store'
export { lineText, type Naming, nodeText, plainNaming, rankOf } from './words'
export { rimOf, writeRimmed } from './write-rimmed'
export * from './scene'
