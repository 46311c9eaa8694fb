/** Where nodes stand: layouts on demand, away from the page, and places for who comes later. */
export {
  type LayoutJob,
  type LayoutName,
  layoutNames,
  layoutOf,
  layoutWords,
  mostNamed,
  type NamesOnScreen,
  numbered,
  weightOf,
} from '@shared/layout'
export { placeDelta } from './place-delta'
export { placeGone } from './place-gone'
export type { Point } from './place-new-nodes'
export { type LayoutRun, runLayout } from './run-layout'
