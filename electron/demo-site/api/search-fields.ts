import { type Field, type Fields, indexWords } from '../cql'
import type { DemoContent, DemoSpace, DemoUser, LiveWorld } from '../world'

/** What a search of content and spaces finds. */
export type Found =
  | { readonly type: 'content'; readonly content: DemoContent }
  | { readonly type: 'space'; readonly space: DemoSpace }

/** Every value of `type` that a query may name; others are refused with this list, as measured. */
export const knownTypes = [
  'space',
  'user',
  'page',
  'blogpost',
  'comment',
  'attachment',
  'database',
  'whiteboard',
  'slide',
  'embed',
  'folder',
]

/** Titles are indexed once: a large site has a hundred thousand. */
const indexed = new WeakMap<object, readonly string[]>()

function titleWords(found: Found): readonly string[] {
  const thing = found.type === 'content' ? found.content : found.space
  const known = indexed.get(thing)
  if (known !== undefined) return known
  const words = indexWords(titleOf(found))
  indexed.set(thing, words)
  return words
}

const titleOf = (found: Found): string =>
  found.type === 'content' ? found.content.title : found.space.name

export const contentFields = (world: LiveWorld): Fields<Found> => {
  const viewed = viewedIn(world)
  const space = {
    values: (found: Found) => [found.type === 'content' ? found.content.spaceKey : found.space.key],
  }
  return new Map<string, Field<Found>>([
    ['type', { values: (found) => [found.type === 'content' ? found.content.kind : 'space'] }],
    ['title', { words: titleWords, values: (found) => [titleOf(found)] }],
    ['text', { words: titleWords }],
    ['sitesearch', { words: titleWords }],
    ['space', space],
    ['space.key', space],
    ['id', { values: (found) => (found.type === 'content' ? idsOf(found.content, viewed) : []) }],
    ['favourite', { values: (found) => (isFavourite(world, found) ? ['currentUser()'] : []) }],
  ])
}

/** So many of the first of a site are what whoever looks at it has viewed. */
const mostViewed = 8

function viewedIn({ content }: LiveWorld): ReadonlySet<string> {
  const viewed = new Set<string>()
  for (const id of content.keys()) if (viewed.add(id).size === mostViewed) break
  return viewed
}

const idsOf = ({ id }: DemoContent, viewed: ReadonlySet<string>): string[] =>
  viewed.has(id) ? [id, 'recentlyViewedContent()'] : [id]

function isFavourite({ me, relations }: LiveWorld, found: Found): boolean {
  const key = found.type === 'content' ? found.content.id : found.space.key
  const source = { type: 'user', key: me.accountId } as const
  return relations.get('favourite', source, { type: found.type, key }) !== undefined
}

export const userFields = ({ me }: LiveWorld): Fields<DemoUser> => {
  const identity = {
    values: (user: DemoUser) => [user.accountId, ...(user === me ? ['currentUser()'] : [])],
  }
  return new Map<string, Field<DemoUser>>([
    // A private name cannot be searched, and of a closed account there is none.
    // `~` means "starting with" here, with a star or without, by the description of the API.
    [
      'user.fullname',
      { words: (user) => (isFindable(user) ? indexWords(user.name) : []), isOpen: true },
    ],
    ['type', { values: () => ['user'] }],
    ['user', identity],
    ['user.accountid', identity],
  ])
}

const isFindable = ({ isPrivate, accountStatus }: DemoUser) =>
  !isPrivate && accountStatus !== 'closed'
