import type { Failure } from '../failure'
import type { NodeId } from '../graph'

/** What a look-up tells of a node. Without its title it is not even known to be there. */
export type Part = 'title' | 'space' | 'creator'

/** Nodes that could not be looked up, or lack a part, with the reason. */
export type Undescribed = {
  readonly part: Part
  readonly nodes: readonly NodeId[]
  readonly failure: Failure
}

/** Failures that another try may mend; those of rights and routes stay as they are. */
const passing: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'server',
  'unreadable-answer',
  'timeout',
  'rate-limited',
  'unreachable',
  'offline',
])
export const mayPass = ({ kind }: Failure): boolean => passing.has(kind)

/** What each node lacks; what is looked up again replaces what was known of it. */
export type LackingParts = ReadonlyMap<NodeId, ReadonlyMap<Part, Failure>>

/** Takes in what a look-up of some nodes came to. */
export function noteLacking(
  known: LackingParts,
  asked: readonly NodeId[],
  failed: readonly Undescribed[],
): LackingParts {
  const next = new Map<NodeId, ReadonlyMap<Part, Failure>>(known)
  for (const id of asked) next.delete(id)
  for (const { part, nodes, failure } of failed) {
    for (const id of nodes) next.set(id, new Map(next.get(id)).set(part, failure))
  }
  return next
}

/** The same, put together by part and reason. */
export function undescribedIn(lacking: LackingParts): Undescribed[] {
  const groups = new Map<string, { part: Part; nodes: NodeId[]; failure: Failure }>()
  for (const [id, parts] of lacking) {
    for (const [part, failure] of parts) {
      const key = `${part} ${JSON.stringify(failure)}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { part, nodes: [id], failure })
      else group.nodes.push(id)
    }
  }
  return [...groups.values()]
}
