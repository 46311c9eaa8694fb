import { createContent } from './create-content'
import { createSpaces, createUsers } from './create-people'
import type { DemoContent, DemoSpace, DemoUser } from './model'
import { createRandom } from './random'
import { relate } from './relate'
import { createRelationStore, type Relations, type RelationStore } from './relation-store'

export type World = {
  /** Who is signed in. */
  readonly me: DemoUser
  readonly users: ReadonlyMap<string, DemoUser>
  /** By key. */
  readonly spaces: ReadonlyMap<string, DemoSpace>
  readonly content: ReadonlyMap<string, DemoContent>
  readonly relations: Relations
}

/** A world that may change: its relations as the API lets them, its pages as people write. */
export type LiveWorld = World & {
  readonly relations: RelationStore
  /** Replaced whole by each change, so that what is worked out from it is worked out anew. */
  content: ReadonlyMap<string, DemoContent>
}

/**
 * The whole site, from a seed: the same people, pages and relations each time. `pages` counts the
 * pages of the shared spaces; blog posts, whiteboards and a personal space come on top.
 */
export function createWorld(pages: number, seed: number): LiveWorld {
  const random = createRandom(seed)
  const users = createUsers(random)
  const me = users[0]
  if (me === undefined) throw new Error('The demo site has no people.')
  const spaces = createSpaces(random, users)
  const content = createContent(random, users, spaces, pages)
  const relations = createRelationStore()
  relate({ random, users, me, spaces, ...content, relations })
  return {
    me,
    users: new Map(users.map((user) => [user.accountId, user])),
    spaces: new Map(spaces.map((space) => [space.key, space])),
    content: new Map([...content.pages, ...content.others].map((one) => [one.id, one])),
    relations,
  }
}
