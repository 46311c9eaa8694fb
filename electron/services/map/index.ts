/** Whole spaces from the bodies of their pages: lists, reads, resolves. Asks through a port. */
export { mapSpaces } from './map-spaces'
export { type MapSummary, type MapProgress, type PageRelation, pageRelations } from './model'
