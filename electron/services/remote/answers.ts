import { z } from 'zod'

/**
 * The answers of Confluence, as loosely as they may be read: what is not needed is not looked at,
 * and what is missing is missing. Sources: the v1 and v2 descriptions and what was measured.
 */

/** Past any title or name; what is endless is for no picture. */
const longest = 2_000

/** Halves of a character stand for nothing, and neither addresses nor files can hold them. */
const text = z
  .string()
  .transform((words) => words.slice(0, longest).replace(/\p{Cs}/gu, '\u{FFFD}'))
  .nullish()
  .catch(undefined)

/** What may be asked about again: short, on one line, of whole characters. */
export const Key = z
  .string()
  .min(1)
  .max(255)
  .refine((key) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(key))
const key = Key.nullish().catch(undefined)

/** Ids are strings in every body; a number is taken only while no digit of it can be lost. */
export const Id = z.union([
  z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  z
    .number()
    .int()
    .refine((id) => Number.isSafeInteger(id) && id >= 0)
    .transform(String),
])
const id = Id.nullish().catch(undefined)

/** A free map of which only text is used: values may be objects too. */
export const Links = z
  .record(z.string(), z.unknown())
  .nullish()
  .catch(undefined)
  .transform((links) =>
    Object.fromEntries(
      Object.entries(links ?? {}).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  )

export const V1User = z.object({
  type: text,
  accountId: key,
  accountType: text,
  accountStatus: text,
  displayName: text,
  publicName: text,
})
export type V1User = z.infer<typeof V1User>

const V1SpaceBody = z.object({
  key: Key,
  name: text,
  type: text,
  status: text,
  _links: Links,
})
export const V1Space = V1SpaceBody
export type V1Space = z.infer<typeof V1Space>

export const V1Content = z.object({
  id: Id,
  type: text,
  status: text,
  title: text,
  space: V1SpaceBody.nullish().catch(undefined),
  history: z
    .object({ createdBy: V1User.nullish().catch(undefined), createdDate: text })
    .nullish()
    .catch(undefined),
  _links: Links,
})
export type V1Content = z.infer<typeof V1Content>

export const RelationData = z.object({
  createdBy: V1User.nullish().catch(undefined),
  createdDate: text,
})
export type RelationData = z.infer<typeof RelationData>

export const V1Relation = z.object({
  name: z.string(),
  relationData: RelationData.nullish().catch(undefined),
  source: z.unknown().optional(),
  target: z.unknown().optional(),
  _expandable: Links,
  _links: Links,
})
export type V1Relation = z.infer<typeof V1Relation>

/** Many times what is asked for at once; each item is looked at, which takes its time. */
const mostResults = 10_000

/**
 * A list, of which one item that cannot be read does not fail the others: `unusable` counts those,
 * and `count` all. Without `results` it is no list, and unreadable: that is not an empty one.
 */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .object({
      results: z.array(z.unknown()).max(mostResults),
      limit: z.number().int().optional().catch(undefined),
      _links: Links,
    })
    .transform((list) => {
      const results = list.results.flatMap((one) => {
        const read = item.safeParse(one)
        return read.success ? [read.data] : []
      })
      const count = list.results.length
      return { ...list, results, count, unusable: count - results.length }
    })

/** The question named the relations, so that an item needs no name of its own. */
export const V1RelationArray = listOf(V1Relation.extend({ name: text }))
export type V1RelationArray = z.infer<typeof V1RelationArray>
export type FoundRelation = V1RelationArray['results'][number]

/** A page, blog post, whiteboard, database, folder or embed. */
export const V2Content = z.object({
  id: Id,
  status: text,
  title: text,
  spaceId: id,
  authorId: key,
  createdAt: text,
  _links: Links,
})
export type V2Content = z.infer<typeof V2Content>
export const V2ContentList = listOf(V2Content)

export const V2Space = z.object({
  id: Id,
  key: Key,
  name: text,
  type: text,
  status: text,
  authorId: key,
  createdAt: text,
  homepageId: id,
  _links: Links,
})
export type V2Space = z.infer<typeof V2Space>
export const V2SpaceList = listOf(V2Space)

export const V2User = z.object({
  accountId: Key,
  displayName: text,
  publicName: text,
  accountStatus: text,
  accountType: text,
})
export type V2User = z.infer<typeof V2User>
export const V2UserList = listOf(V2User)

/** The type of each id: null where nothing is there, undefined where that cannot be read. */
export const IdTypes = z.object({
  results: z.record(
    z.string(),
    z.union([z.string(), z.null(), z.unknown().transform(() => undefined)]),
  ),
})

const SearchResult = z.object({
  title: text,
  content: V1Content.nullish().catch(undefined),
  space: V1Space.nullish().catch(undefined),
  user: V1User.nullish().catch(undefined),
  resultGlobalContainer: z.object({ title: text, displayUrl: text }).nullish().catch(undefined),
})
export type SearchResult = z.infer<typeof SearchResult>
export const SearchPage = listOf(SearchResult)
export type SearchPage = z.infer<typeof SearchPage>
