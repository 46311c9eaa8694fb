import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Failure } from '../failure'
import { Entity, EntityRef, EntityType, NodeId, Relation } from '../graph'
import { CheckEvent } from '../site-check'
import { failing } from './failing'

const onProfile = z.object({ profile: z.string() })

/**
 * The optional parameters every relation operation takes. Statuses are free text and count
 * only for a content end; versions only with the status `historical`.
 */
const EndOptions = z.object({
  sourceStatus: z.string().min(1).optional(),
  targetStatus: z.string().min(1).optional(),
  sourceVersion: z.number().int().min(1).max(2_147_483_647).optional(),
  targetVersion: z.number().int().min(1).max(2_147_483_647).optional(),
})

const Expand = z.array(z.enum(['relationData', 'source', 'target']))

const Paging = z.object({
  start: z.number().int().min(0).max(2_147_483_647).optional(),
  /** At least 1: a server was seen to page for ever on 0. */
  limit: z.number().int().min(1).max(2_147_483_647).optional(),
})

const RelationName = z.string().min(1).max(255)

/** One page of a find. */
export const FoundPage = z.object({
  relations: z.array(Relation),
  /** Entities the server sent along; the rest is known by id only until `describe`. */
  entities: z.array(Entity),
  /** Results whose other end could not be identified; they are in no list. */
  unidentified: z.number().int(),
  /** Where the next page starts, or null when this was the last. */
  next: z.number().int().nullable(),
  /** HTTP calls made for this answer, retries included. */
  calls: z.number().int(),
})
export type FoundPage = z.infer<typeof FoundPage>

export const FindTargets = onProfile.extend({
  relation: RelationName,
  source: EntityRef,
  targetType: EntityType,
  expand: Expand.optional(),
  ...EndOptions.shape,
  ...Paging.shape,
})
export type FindTargets = z.infer<typeof FindTargets>

export const FindSources = onProfile.extend({
  relation: RelationName,
  target: EntityRef,
  sourceType: EntityType,
  expand: Expand.optional(),
  ...EndOptions.shape,
  ...Paging.shape,
})
export type FindSources = z.infer<typeof FindSources>

export const OneRelation = onProfile.extend({
  relation: RelationName,
  source: EntityRef,
  target: EntityRef,
  ...EndOptions.shape,
})
export type OneRelation = z.infer<typeof OneRelation>

export const Described = z.object({
  entities: z.array(Entity),
  /** Asked for, but absent or not visible. */
  missing: z.array(NodeId),
  /**
   * Look-ups that failed, each for itself. Without its title it is not known whether a node is
   * there; without its space or creator only that part of it is lacking.
   */
  failed: z.array(
    z.object({
      part: z.enum(['title', 'space', 'creator']),
      nodes: z.array(NodeId),
      failure: Failure,
    }),
  ),
  /** Ids that the site spells in another way: the keys of spaces are found in any case. */
  spelt: z.array(z.object({ asked: NodeId, own: NodeId })),
  calls: z.number().int(),
})
export type Described = z.infer<typeof Described>

/** What a search brought, of each kind for itself. */
export const Searched = z.object({
  entities: z.array(Entity),
  /** Results that could not be read. */
  unusable: z.number().int(),
  /** Whether the site has more of them. */
  more: z.boolean(),
  /** Kinds that could not be searched. */
  failed: z.array(z.object({ of: z.enum(['content', 'spaces', 'people']), failure: Failure })),
  calls: z.number().int(),
})
export type Searched = z.infer<typeof Searched>

/** What a person knows their way from; either list is empty where it could not be had. */
export const Familiar = z.object({
  /** Content they viewed last. */
  viewed: z.array(Entity),
  /** Pages and spaces they starred. */
  starred: z.array(Entity),
  calls: z.number().int(),
})
export type Familiar = z.infer<typeof Familiar>

/** How fast the calls to a site may go at the moment. */
export const Pace = z.object({
  state: z.enum(['free', 'paused']),
  /** When a pause ends, ISO 8601; null while free. */
  until: z.iso.datetime().nullable(),
  /** Calls under way, and calls that wait for their turn. */
  inFlight: z.number().int(),
  waiting: z.number().int(),
  /** Calls at a time now; below the person's own choice after a pause or near the site's limit. */
  concurrency: z.number().int(),
})
export type Pace = z.infer<typeof Pace>

/** One attempt on the wire. No header and no body: nothing secret can be in it. */
export const WireCall = z.object({
  /** Counts up for each profile since the host started. */
  id: z.number().int(),
  at: z.iso.datetime(),
  method: z.enum(['GET', 'PUT', 'POST', 'DELETE']),
  url: z.string(),
  /** The list of ids that a reading POST carries. */
  body: z.string().optional(),
  /** Null where no answer came; `outcome` then says why. */
  status: z.number().int().nullable(),
  /** `ok`, or the kind of the failure. */
  outcome: z.string(),
  ms: z.number(),
  /** From 1; above it the same call was tried before. */
  attempt: z.number().int(),
})
export type WireCall = z.infer<typeof WireCall>

export const RemoteEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pace'), pace: Pace }),
  z.object({ kind: z.literal('calls'), calls: z.array(WireCall) }),
])
export type RemoteEvent = z.infer<typeof RemoteEvent>

export const remoteContract = {
  targets: failing.input(FindTargets).output(FoundPage),
  sources: failing.input(FindSources).output(FoundPage),
  /** `relation` is null where it does not exist (or may not be seen: Confluence says the same). */
  get: failing
    .input(OneRelation.extend({ expand: Expand.optional() }))
    .output(z.object({ relation: Relation.nullable(), calls: z.number().int() })),
  create: failing
    .input(OneRelation)
    .output(z.object({ relation: Relation, calls: z.number().int() })),
  /** Succeeds also where the relation was gone already (204 either way). */
  delete: failing.input(OneRelation).output(z.object({ calls: z.number().int() })),
  /** Titles, statuses, spaces, authors, in batches of 250. */
  describe: failing
    .input(onProfile.extend({ refs: z.array(EntityRef).min(1).max(1_000) }))
    .output(Described),
  /** Any address, `content:ID`, `space:KEY`, `user:ID` or `me` to the entity it names. */
  resolve: failing.input(onProfile.extend({ text: z.string().min(1).max(4_000) })).output(Entity),
  /** Finds content, spaces and people by words in their title or name. */
  search: failing.input(onProfile.extend({ text: z.string().min(1).max(500) })).output(Searched),
  /** What the person viewed last and starred, to begin with before anything is typed: two calls. */
  familiar: failing.input(onProfile).output(Familiar),
  /** The pace and the calls of a profile as they happen; begins with the present pace and the last calls. */
  watch: failing.input(onProfile).output(eventIterator(RemoteEvent)),
  /**
   * Asks the site what it really answers, tells of each call and ends with the report; what was
   * learnt is kept with the profile. Reads only, unless two ends of a sandbox are named.
   */
  check: failing
    .input(
      onProfile.extend({
        /** As for `resolve`; absent, it begins at the page that changed last. */
        start: z.string().min(1).max(4_000).optional(),
        sandbox: z.object({ source: EntityRef, target: EntityRef }).optional(),
      }),
    )
    .output(eventIterator(CheckEvent)),
  /** Gives up every call of the profile that waits for its turn; each fails with `cancelled`. */
  cancelWaiting: failing.input(onProfile).output(z.null()),
}
