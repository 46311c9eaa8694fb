import { z } from 'zod'
import { QueryRecord } from '../crawl'
import { Entry, Place } from '../edit'
import { Batch, EdgeId, NodeId } from '../graph'
import { KeptChange } from './kept'

/** What has changed since the last save; it is written whole or not at all. */
export const WorkspaceChange = z.object({
  batch: Batch.optional(),
  gone: z.object({ nodes: z.array(NodeId), edges: z.array(EdgeId) }).optional(),
  records: z.array(QueryRecord).optional(),
  places: z.array(z.tuple([NodeId, Place])).optional(),
  kept: KeptChange.optional(),
  /** Acts that need no server. */
  entries: z.array(Entry).optional(),
})
export type WorkspaceChange = z.infer<typeof WorkspaceChange>
