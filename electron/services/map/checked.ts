import { type NodeId, refOf } from '@shared/graph'
import type { LookedUp } from './model'
import type { Checked } from './resolve-target'

export const nothingChecked: Checked = {
  seen: new Set(),
  missing: new Set(),
  spaceNodes: new Map(),
}

/** What was looked up, as titles and ids are resolved by it. */
export function checkedOf(found: readonly LookedUp[]): Checked {
  const spaceNodes = new Map<string, NodeId>()
  for (const { id, seen, own } of found) {
    const { type, key } = refOf(id)
    if (seen && type === 'space') spaceNodes.set(key, own ?? id)
  }
  return {
    seen: new Set(found.flatMap(({ id, seen, own }) => (seen ? [id, own ?? id] : []))),
    missing: new Set(found.flatMap(({ id, seen }) => (seen ? [] : [id]))),
    spaceNodes,
  }
}
