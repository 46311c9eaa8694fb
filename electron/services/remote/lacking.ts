import type { Described } from '@shared/contract'
import type { Failure } from '@shared/failure'
import type { Entity, NodeId } from '@shared/graph'
import { type Left, reasonsOf } from './batches'

/** What could not be looked up, of which nodes, and why. */
export type Lacking = Described['failed'][number]

/** What look-ups came to: those that failed stand beside what the others brought. */
export type LookedUp = { readonly entities: readonly Entity[]; readonly failed: readonly Lacking[] }

/** Nodes that lack a part, put together by the reason. */
export function lackingBy(part: Lacking['part'], reasons: ReadonlyMap<NodeId, Failure>): Lacking[] {
  const groups = new Map<string, { nodes: NodeId[]; failure: Failure }>()
  for (const [id, failure] of reasons) {
    const key = JSON.stringify(failure)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { nodes: [id], failure })
    else group.nodes.push(id)
  }
  return [...groups.values()].map((group) => ({ part, ...group }))
}

/** The nodes that refer to something that was asked for in vain. */
export function referringTo(
  left: readonly Left[],
  references: ReadonlyMap<NodeId, string | null | undefined>,
): Map<NodeId, Failure> {
  const reasons = reasonsOf(left)
  return new Map(
    [...references].flatMap(([id, reference]) => {
      const failure = reasons.get(reference ?? '')
      return failure === undefined ? [] : [[id, failure] as const]
    }),
  )
}
