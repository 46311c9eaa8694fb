/** Whole spaces from the bodies of their pages: lists, reads, resolves, refreshes. Asks through a port. */
export { mapSpaces } from './map-spaces'
export { mapPortOf } from './port-of'
export { KeptFound, KeptHeader, KeptPage, KeptPlace } from './kept'
export { isReadWhole, mapReadUpTo, readFromPages, refreshMap } from './refresh-map'
export {
  type KeptRefresh,
  ListedAnswer,
  type RefreshBegun,
  type RefreshKeeper,
  type RefreshPort,
  refreshPlace,
  RefreshPlace,
} from './refresh-model'
export { sentencesIn } from './sentences'
export { seekTitles } from './seek-titles'
export type { MappedPage } from './mapped-page'
export type { KeptMap, MapKeeper } from './model'
