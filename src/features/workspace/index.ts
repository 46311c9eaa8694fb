/** The file that everything is kept in, written as it goes. */
export type { Ages } from './ages'
export type { Arrivals } from './arrivals'
export {
  comparedWords,
  type Comparison,
  createComparison,
  markWords,
  type Side,
} from './comparison'
export { createShelf } from './shelf'
export { createWorkspaceStore, type Workspace } from './store'
