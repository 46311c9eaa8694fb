import type { Entity } from './model'

/**
 * The key of the space that an entity is in, or is. What a find brings does not name its space; its
 * address does, `/wiki/spaces/KEY/…`.
 */
export function spaceKeyOf({ type, key, space, url }: Entity): string | undefined {
  if (type === 'user') return undefined
  if (type === 'space') return key
  return space?.key ?? keyInAddress(url)
}

const before = '/wiki/spaces/'

/** Asked of every node at each filter, so without a pattern. */
function keyInAddress(url: string | undefined): string | undefined {
  const at = url?.indexOf(before) ?? -1
  if (url === undefined || at === -1) return undefined
  const from = at + before.length
  const to = url.indexOf('/', from)
  const found = to === -1 ? url.slice(from) : url.slice(from, to)
  if (found === '' || !found.includes('%')) return found === '' ? undefined : found
  try {
    return decodeURIComponent(found)
  } catch {
    return undefined
  }
}

/** The name of each space that is named anywhere among some entities, by its key. */
export function spaceNames(entities: Iterable<Entity>): Map<string, string> {
  const names = new Map<string, string>()
  for (const { type, key, title, space } of entities) {
    if (type === 'space') names.set(key, title)
    else if (space !== undefined && !names.has(space.key)) names.set(space.key, space.name)
  }
  return names
}

const shown = 8

/** A space in words; one that nothing names by its key, and a person's own one by what it is. */
export function spaceWord(key: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(key)
  if (name !== undefined) return name
  if (!key.startsWith('~')) return key
  return `Personal space ${key.slice(1, 1 + shown)}${key.length > shown + 1 ? '…' : ''}`
}
