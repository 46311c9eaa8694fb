import { z } from 'zod'
import { Entity, NodeId } from '@shared/graph'
import { MapSummary, MapWanted, PageKind, Unread } from '@shared/map'
import { MarkShape } from '../markup'
import type { SpaceRow } from '../remote'
import type { MappedPage } from './mapped-page'
import type { ListPlace, LookedUp } from './model'

/** What is kept of a map, as a file holds it; whoever reads it back checks it by these. */

const Space: z.ZodType<SpaceRow> = z.object({
  entity: Entity,
  id: z.string(),
  homepageId: z.string().nullable(),
})

/** Which spaces, since when, and how far it came. */
export const KeptHeader = z.object({
  wanted: MapWanted,
  /** Null until they were asked for. */
  spaces: z.array(Space).nullable(),
  calls: z.int().nonnegative(),
  startedAt: z.iso.datetime(),
  /** Null while it runs, and where the program ended before it. */
  ended: z.object({ at: z.iso.datetime(), state: MapSummary.shape.state }).nullable(),
  /** A moment of the site's clock before which every change is known. */
  readUpTo: z.string().nullable().exactOptional(),
})
export type KeptHeader = z.infer<typeof KeptHeader>

const text = z.string()
export const KeptPage: z.ZodType<MappedPage> = z.object({
  id: text,
  spaceKey: text,
  parentId: text.nullable(),
  kind: PageKind,
  entity: Entity,
  version: z.int(),
  marks: z.array(MarkShape),
  unread: Unread.shape.why.exactOptional(),
  paired: z.literal(true).exactOptional(),
})

export const KeptPlace: z.ZodType<ListPlace> = z.object({
  space: text,
  kind: PageKind,
  cursor: text.nullable(),
  ended: z.boolean(),
})

/** With what was found, where something was. */
export const KeptFound = z.object({
  id: NodeId,
  seen: z.boolean(),
  own: NodeId.exactOptional(),
  entity: Entity.exactOptional(),
}) satisfies z.ZodType<LookedUp>
export type KeptFound = z.infer<typeof KeptFound>
