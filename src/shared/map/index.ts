/** Whole spaces, read from the bodies of their pages: what is wanted, what it costs, what came. */
export {
  type BrokenOff,
  ContentId,
  GonePage,
  InSentence,
  MapEvent,
  MapKept,
  type MapProgress,
  MapSummary,
  MapWanted,
  PageChange,
  PageKind,
  PageRelation,
  pageRelations,
  Refreshed,
  RefreshMode,
  SpaceKey,
  Unread,
} from './model'
export { type MapPrice, priceOfMap, priceOfRefresh } from './price'
export { soughtWords } from './sought-words'
export { refreshedWords } from './refreshed-words'
