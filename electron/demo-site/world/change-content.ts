import type { LiveWorld } from './create-world'
import type { DemoContent } from './model'

/** What people do to the pages of the site. Each throws `RangeError` where there is no such page. */
export type Changes = {
  /** Makes a new version; with a page to link to, or one whose link goes. */
  edit(id: string, what?: { readonly link?: string; readonly unlink?: string }): void
  rename(id: string, title: string): void
  /** Puts it below another page of its space, or at the top; that makes no version. */
  move(id: string, parentId: string | null): void
  /** Takes it to another space, to its top. */
  moveToSpace(id: string, spaceKey: string): void
  archive(id: string): void
  /** Into the trash. */
  trash(id: string): void
  /** Takes it back out of the trash or the archive. */
  restore(id: string): void
  /** Hides it from the person who is signed in, or shows it again. */
  restrict(id: string, restricted: boolean): void
  /** Writes a new page; gives its id. */
  add(page: {
    readonly title: string
    readonly spaceKey: string
    readonly parentId?: string
  }): string
}

const minute = 60_000

const newestIn = ({ content }: LiveWorld): string => {
  let newest = ''
  for (const { changedAt } of content.values()) if (changedAt > newest) newest = changedAt
  return newest
}

/** The clock of the site goes on by a minute with each change, and is nobody else's. */
export function createChanges(world: LiveWorld): Changes {
  const later = (): string => new Date(Date.parse(newestIn(world)) + minute).toISOString()

  const page = (id: string): DemoContent => {
    const found = world.content.get(id)
    if (found === undefined) throw new RangeError(`The demo site has no page ${id}.`)
    return found
  }
  const put = (one: DemoContent): void => {
    world.content = new Map(world.content).set(one.id, one)
  }
  const newVersion = (one: DemoContent, more: Partial<DemoContent> = {}): void =>
    put({ ...one, ...more, version: one.version + 1, changedAt: later() })
  const formerOf = ({ former = [], title, spaceKey }: DemoContent): DemoContent['former'] => [
    ...former,
    { title, spaceKey, until: later() },
  ]
  const below = (id: string): DemoContent[] =>
    [...world.content.values()].filter(({ parentId }) => parentId === id)

  return {
    edit: (id, { link, unlink } = {}) => {
      const source = { type: 'content', key: page(id).id } as const
      const target = (key: string) => ({ type: 'content', key: page(key).id }) as const
      const createdBy = world.me.accountId
      newVersion(page(id))
      if (unlink !== undefined) world.relations.delete('link', source, target(unlink))
      if (link === undefined) return
      const createdAt = page(id).changedAt
      world.relations.put({ name: 'link', source, target: target(link), createdBy, createdAt })
    },
    rename: (id, title) => newVersion(page(id), { title, former: formerOf(page(id)) ?? [] }),
    move: (id, parentId) => put({ ...page(id), parentId }),
    moveToSpace: (id, spaceKey) => {
      for (const child of below(id)) put({ ...child, parentId: page(id).parentId })
      newVersion(page(id), { spaceKey, parentId: null, former: formerOf(page(id)) ?? [] })
    },
    archive: (id) => put({ ...page(id), status: 'archived' }),
    trash: (id) => {
      for (const child of below(id)) put({ ...child, parentId: page(id).parentId })
      put({ ...page(id), status: 'trashed' })
    },
    restore: (id) => put({ ...page(id), status: 'current' }),
    restrict: (id, restricted) => put({ ...page(id), restricted }),
    add: ({ title, spaceKey, parentId = null }) => {
      const ids = [...world.content.keys()].map(BigInt)
      const id = String(ids.reduce((most, one) => (one > most ? one : most), 0n) + 1n)
      const at = later()
      const authorId = world.me.accountId
      put({
        ...{ id, kind: 'page', title, status: 'current', spaceKey, parentId, authorId },
        ...{ createdAt: at, changedAt: at, version: 1, restricted: false },
      })
      return id
    },
  }
}
