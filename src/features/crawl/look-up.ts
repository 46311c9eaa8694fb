import type { CrawlPort, LackingParts, Part, Undescribed } from '@shared/crawl'
import { undescribedIn } from '@shared/crawl'
import { type Failure, FailureError } from '@shared/failure'
import type { Entity, NodeId } from '@shared/graph'

type LookedUp = Awaited<ReturnType<CrawlPort['describe']>>

/** Nodes that one call of the contract takes. */
const atATime = 250

/** Looks nodes up, a call after the other; the failure that ended it, or null. */
export async function lookUpAll(
  port: Pick<CrawlPort, 'describe'>,
  nodes: readonly NodeId[],
  signal: AbortSignal,
  take: (asked: readonly NodeId[], came: LookedUp) => void,
): Promise<Failure | null> {
  for (let from = 0; from < nodes.length; from += atATime) {
    const asked = nodes.slice(from, from + atATime)
    try {
      take(asked, await port.describe([...asked], signal))
    } catch (error) {
      if (error instanceof FailureError) return error.failure
      throw error
    }
  }
  return null
}

/** What is lacking of the nodes in a graph now: something else may have told it since. */
export function lackingNow(
  nodes: ReadonlyMap<NodeId, Entity>,
  lacking: LackingParts,
): readonly Undescribed[] {
  const left = new Map<NodeId, ReadonlyMap<Part, Failure>>()
  for (const [id, parts] of lacking) {
    const entity = nodes.get(id)
    if (entity === undefined) continue
    const own = [...parts].filter(([part]) => isLacking(entity, part))
    if (own.length > 0) left.set(id, new Map(own))
  }
  return undescribedIn(left)
}

function isLacking(entity: Entity, part: Part): boolean {
  if (part === 'title') return entity.status === 'unknown'
  return part === 'space' ? entity.space === undefined : entity.createdBy === undefined
}

/** Nodes without a title of which no look-up failed: an earlier start of the program left them. */
export const untitledIn = (
  nodes: ReadonlyMap<NodeId, Entity>,
  lacking: LackingParts,
): readonly NodeId[] =>
  [...nodes.values()].flatMap(({ id, status }) =>
    status === 'unknown' && lacking.get(id)?.has('title') !== true ? [id] : [],
  )
