/** Where nodes stand, worked out from numbers alone: on the page in a worker, and on the command line. */
export { embeddingLayout, type Places, type Relations } from './embedding'
export { weightOf } from './weights'
export {
  type LayoutAnswer,
  type LayoutJob,
  type LayoutName,
  layoutNames,
  type LayoutResult,
  mostNamed,
  type NamesOnScreen,
} from './job'
export { layoutOf, layoutWords } from './layout-name'
export { numbered } from './numbered'
export { numberAt } from './read'
export { turnWide } from './turn-wide'
export { placeDelta } from './place-delta'
export type { Point } from './place-new-nodes'
