/** What is drawn of a graph and how it looks: worked out from the graph, choices and what is known. */
export { type BadgeLook, badgeCorner } from './badges'
export { hasBackbone } from './backbone'
export {
  type Choices,
  type Drafted,
  firstChoices,
  keptChoices,
  type Near,
  type Selection,
} from './choices'
export { criteriaOf } from './criteria'
export { createDerivation, type Known } from './derive'
export type { Difference } from './difference'
export { draftedBy } from './drafted-by'
export { type Fold, foldedCount, leafKeysAt, unfolded } from './fold'
export { foldOptions } from './fold-options'
export { standInsOf } from './group-folds'
export { groupColour } from './group-look'
export {
  groupFoldKey,
  groupInput,
  type GroupOf,
  type Members,
  membersOf,
  placeGroups,
} from './groups'
export { hullOf } from './hull'
export {
  chooseLabels,
  choosingLabels,
  labelBoxOf,
  type LabelCandidate,
  cornerGap,
  labelGap,
  mostMust,
  type LabelSide,
  type Size,
} from './labels'
export type { EdgeLook, NodeLook, Shape, Stroke } from './look'
export { type Crowd, fewestForLevels, groupsAt, levelFor, shapesIn } from './levels'
export { createLooks, dashOf, dimmed, kindOf, type Looks } from './looks'
export type { Importance } from './measure'
export { middleOf } from './middle'
export { namesWith } from './names-with'
export { leastSize } from './node-size'
export type { Palette } from './palette'
export { around, type Box, boxOf, type Command, grown, moved } from './path'
export { type Path, type Point, polygon, tracePath } from './path'
export { emptyPicture, type Picture } from './picture'
export { type RelationLook, relationLooks, type Theme } from './relation-colours'
export { rimOf } from './rim'
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
export { type Body, bodyOf, outline, traceOutline } from './shapes'
export { breakable, shortTitle } from './short-title'
export { countWords, type Shown, shownEdges, shownNodes, shownOf } from './shown'
export { stillPicture } from './still-picture'
export { tintColour } from './tint-colours'
export { foldShared, type Tint, tintsOf } from './tints'
export { atOnce, inTurns, pieceOf, type Pieces } from './turns'
export { lineText, type Naming, nodeText, plainNaming } from './words'
