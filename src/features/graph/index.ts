/** The graph on the page's side: one store that crawls fill and the canvas follows. */
export { createBatchQueue } from './batch-queue'
export { findCounted, findNodes } from './find-nodes'
export { createGraphStore, type GraphModel, type GraphState } from './store'
