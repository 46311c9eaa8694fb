import { z } from 'zod'

/** The three kinds of things that Confluence can relate. */
export const EntityType = z.enum(['content', 'user', 'space'])
export type EntityType = z.infer<typeof EntityType>
export const entityTypes = EntityType.options

/**
 * Points at one entity. `key` is a content id (decimal digits, never a number: ids exceed
 * 2^53), a space key, or an account id. `current` is never a key here: it is resolved first.
 */
export const EntityRef = z.object({ type: EntityType, key: z.string().min(1).max(255) })
export type EntityRef = z.infer<typeof EntityRef>

/** `content:123`, `space:KEY`, `user:ACCOUNT_ID`: one node however it was reached. */
export type NodeId = `${EntityType}:${string}`
export const NodeId = z.custom<NodeId>(
  (value) => typeof value === 'string' && /^(content|user|space):./.test(value),
  'not a node id',
)

export const Person = z.object({
  key: z.string().optional(),
  name: z.string(),
  /** `active`, `inactive` or `closed` as the site says; absent where it does not. */
  status: z.string().optional(),
})
export type Person = z.infer<typeof Person>

/** What is known of one entity; the drawn node. Dates are ISO 8601 strings. */
export const Entity = z.object({
  id: NodeId,
  type: EntityType,
  key: z.string(),
  title: z.string(),
  /** `current`, `archived`, `trashed`, ... as the server says; `unknown` before it was asked. */
  status: z.string(),
  /** For content: page, blogpost, whiteboard, ...; for a space or a user its own kind. */
  subtype: z.string().optional(),
  space: z.object({ key: z.string(), name: z.string() }).optional(),
  /** Absolute address for people, on the site's own origin. */
  url: z.string().optional(),
  createdBy: Person.optional(),
  createdAt: z.string().optional(),
  /** Who answers for a page now, which need not be who created it. */
  owner: Person.optional(),
  /** When the last version was made. */
  changedAt: z.string().optional(),
  /** Of a space: the page at which its readers begin. */
  homepage: NodeId.optional(),
})
export type Entity = z.infer<typeof Entity>

export type EdgeId = `${string}|${NodeId}|${NodeId}`
export const EdgeId = z.custom<EdgeId>(
  (value) => typeof value === 'string' && value.split('|').length === 3,
  'not an edge id',
)

export const RelationOrigin = z.literal('pages')

/** One directed relation; it has no id at Confluence, so its three parts are its identity. */
export const Relation = z.object({
  id: EdgeId,
  relation: z.string(),
  source: NodeId,
  target: NodeId,
  createdBy: Person.optional(),
  createdAt: z.string().optional(),
  /** Read from the page in which it is written; absent where Confluence keeps it as a relation. */
  origin: RelationOrigin.optional(),
})
export type Relation = z.infer<typeof Relation>

/** What one answer adds to the graph. Ends without an entity become untitled nodes. */
export const Batch = z.object({ entities: z.array(Entity), relations: z.array(Relation) })
export type Batch = z.infer<typeof Batch>

/**
 * What is known of the relations at a node or of one question there. `cut`: by a budget or a limit.
 * `not-supported`: Confluence cannot list them. `stale`: complete, but long ago.
 */
export const KnowledgeState = z.enum([
  'complete',
  'not-asked',
  'cut',
  'forbidden',
  'gone',
  'not-supported',
  'failed',
  'stale',
])
export type KnowledgeState = z.infer<typeof KnowledgeState>
export const knowledgeStates = KnowledgeState.options
