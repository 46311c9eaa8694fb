import { z } from 'zod'
import { QueryRecord } from '../crawl'
import { Entry, Place } from '../edit'
import { Batch, EdgeId, NodeId, Unresolved } from '../graph'
import { KeptChange } from './kept'

/** What pages name and nobody saw; `anew`: what was known of it before is dropped. */
export const UnresolvedChange = z.object({ anew: z.boolean(), list: z.array(Unresolved) })
export type UnresolvedChange = z.infer<typeof UnresolvedChange>

/** What has changed since the last save; it is written whole or not at all. */
export const WorkspaceChange = z.object({
  batch: Batch.optional(),
  gone: z.object({ nodes: z.array(NodeId), edges: z.array(EdgeId) }).optional(),
  records: z.array(QueryRecord).optional(),
  places: z.array(z.tuple([NodeId, Place])).optional(),
  kept: KeptChange.optional(),
  /** Acts that need no server. */
  entries: z.array(Entry).optional(),
  unresolved: UnresolvedChange.optional(),
})
export type WorkspaceChange = z.infer<typeof WorkspaceChange>
