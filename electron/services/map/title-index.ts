import type { Entity } from '@shared/graph'
import type { SpaceRow } from '../remote'

/** What a title leads to. */
export type Titled =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several' }
  | { readonly kind: 'none' }

const none: Titled = { kind: 'none' }

/**
 * The pages and blog posts of the mapped spaces by title. A title is unique among the pages of a
 * space, and Confluence meets it in any case; blog posts are unique on their day.
 */
export type TitleIndex = {
  addSpace(space: SpaceRow): void
  addPage(entity: Entity): void
  /** The space in its own spelling; undefined where it is not mapped. */
  space(key: string): SpaceRow | undefined
  page(spaceKey: string, title: string): Titled
  /** `day` is YYYY-MM-DD; without one the title alone has to do. */
  post(spaceKey: string, title: string, day: string | undefined): Titled
  has(id: string): boolean
}

const folded = (key: string) => key.toLowerCase()

/** Letter for letter after what editors change unseen: composed letters and unbreakable spaces. */
const loose = (title: string) => title.normalize('NFC').replaceAll('\u00a0', ' ').toLowerCase()

/** Ids by title; nearly every title has one, for which a set would be many times as large. */
type ByTitle = Map<string, string | Set<string>>

function put(into: ByTitle, title: string, id: string): void {
  const there = into.get(title)
  if (there === undefined) into.set(title, id)
  else if (typeof there !== 'string') there.add(id)
  else if (there !== id) into.set(title, new Set([there, id]))
}

/** Ids by title in one space, each way of comparing for itself. */
function createShelf() {
  const exact: ByTitle = new Map()
  const caseless: ByTitle = new Map()
  const loosely: ByTitle = new Map()
  return {
    add: (title: string, id: string): void => {
      const small = title.toLowerCase()
      const loosened = loose(title)
      put(exact, title, id)
      put(caseless, small, id)
      // Of two texts that are alike one is enough.
      put(loosely, loosened === small ? small : loosened, id)
    },
    find: (title: string): Titled =>
      titled(exact.get(title) ?? caseless.get(title.toLowerCase()) ?? loosely.get(loose(title))),
  }
}
type Shelf = ReturnType<typeof createShelf>

/** The nearest way of comparing that meets anything has decided. */
function titled(ids: string | Set<string> | undefined): Titled {
  if (ids === undefined) return none
  return typeof ids === 'string' ? { kind: 'one', id: ids } : { kind: 'several' }
}

export function createTitleIndex(): TitleIndex {
  const spaces = new Map<string, SpaceRow>()
  const pages = new Map<string, Shelf>()
  const posts = new Map<string, Shelf>()
  const postDays = new Map<string, Shelf>()
  const ids = new Set<string>()

  const shelf = (shelves: Map<string, Shelf>, key: string): Shelf => {
    const there = shelves.get(key)
    if (there !== undefined) return there
    const fresh = createShelf()
    shelves.set(key, fresh)
    return fresh
  }
  const find = (shelves: ReadonlyMap<string, Shelf>, key: string, title: string): Titled =>
    shelves.get(key)?.find(title) ?? none

  return {
    addSpace: (space) => spaces.set(folded(space.entity.key), space),
    addPage: (entity) => {
      const key = folded(entity.space?.key ?? '')
      ids.add(entity.key)
      if (entity.subtype !== 'blogpost') {
        shelf(pages, key).add(entity.title, entity.key)
        return
      }
      shelf(posts, key).add(entity.title, entity.key)
      const day = entity.createdAt?.slice(0, 10)
      shelf(postDays, `${key} ${day}`).add(entity.title, entity.key)
    },
    space: (key) => spaces.get(folded(key)),
    page: (key, title) => find(pages, folded(key), title),
    post: (key, title, day) => {
      const onDay = day === undefined ? none : find(postDays, `${folded(key)} ${day}`, title)
      // The day in markup is that of the writer's place, which may be the one before or after.
      return onDay.kind === 'none' ? find(posts, folded(key), title) : onDay
    },
    has: (id) => ids.has(id),
  }
}
