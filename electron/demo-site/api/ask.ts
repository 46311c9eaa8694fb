import type { EntityRef } from '@shared/graph'
import type { Trap } from '../traps'
import type { LiveWorld, World } from '../world'

/** One request, read far enough that routes need no HTTP. */
export type Ask = {
  readonly method: string
  /** Decoded segments of the path. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Parsed body; undefined where there is none or it is no JSON. */
  readonly body: unknown
}

export type Context = {
  readonly world: LiveWorld
  readonly origin: string
  readonly has: (trap: Trap) => boolean
  /** The present of the demo site, for what is created. */
  readonly now: () => Date
}

/** `current` is the person who asks; everything else stands for itself. */
export const settleRef = (world: World, { type, key }: EntityRef): EntityRef =>
  type === 'user' && key === 'current' ? { type, key: world.me.accountId } : { type, key }

/** Whether the person who asks can see it; hidden and absent are the same from outside. */
export function isVisible(
  world: World,
  { type, key }: EntityRef,
  has: Context['has'] = () => false,
): boolean {
  if (type === 'user') return world.users.has(key)
  if (type === 'space') return world.spaces.has(key)
  const content = world.content.get(key)
  return content !== undefined && !isHidden(content, has)
}

/** Restricted, or vanished by a trap: from outside both are the same. */
export const isHidden = (
  { id, restricted }: { readonly id: string; readonly restricted: boolean },
  has: Context['has'],
): boolean => restricted || (has('gone-find') && isMultiple(id, 5n))

/** Ids have more digits than a number keeps. */
export const isMultiple = (id: string, of: bigint): boolean =>
  /^\d+$/.test(id) && BigInt(id) % of === 0n
