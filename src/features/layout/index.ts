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
  placeDelta,
  type Point,
  weightOf,
} from '@shared/layout'
export { placeGone } from './place-gone'
export { type LayoutRun, runLayout } from './run-layout'
