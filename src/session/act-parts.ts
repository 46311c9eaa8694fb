import type { CanvasModel } from '../features/canvas'
import type { CrawlModel } from '../features/crawl'
import type { Draft, Edits } from '../features/edit'
import type { GraphModel } from '../features/graph'
import type { View } from '../features/view'
import type { Voice } from '../ui'

/** What acts work on. */
export type ActParts = {
  readonly graph: GraphModel
  readonly view: View
  readonly canvas: CanvasModel
  readonly edits: Edits
  readonly draft: Draft
  readonly crawl: CrawlModel
  readonly notices: Voice
}
