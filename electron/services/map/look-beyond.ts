import { type EntityRef, type Entity, type NodeId, refOf } from '@shared/graph'
import type { Described } from '@shared/contract'
import type { LookedUp, MapPort } from './model'

const most = 1_000

export type Beyond = {
  readonly entities: readonly Entity[]
  readonly found: readonly LookedUp[]
  readonly failed: Described['failed']
  readonly calls: number
}

/** Looks up what the pages name beyond their spaces: ids, spaces, and the names of people. */
export async function lookBeyond(
  port: Pick<MapPort, 'describe'>,
  wanted: readonly NodeId[],
  signal: AbortSignal,
): Promise<Beyond> {
  const answers: { readonly asked: readonly EntityRef[]; readonly told: Described }[] = []
  for (let at = 0; at < wanted.length; at += most) {
    const asked = wanted.slice(at, at + most).map(refOf)
    answers.push({ asked, told: await port.describe(asked, signal) })
  }
  const entities = answers.flatMap(({ told }) => told.entities)
  const missing = new Set(answers.flatMap(({ told }) => told.missing))
  return {
    entities,
    found: foundOf(wanted, entities, missing),
    failed: answers.flatMap(({ told }) => told.failed),
    calls: answers.reduce((sum, { told }) => sum + told.calls, 0),
  }
}

/** What is neither seen nor missing could not be looked up, and stays open. */
function foundOf(
  wanted: readonly NodeId[],
  entities: readonly Entity[],
  missing: ReadonlySet<NodeId>,
): LookedUp[] {
  const seen = new Set(entities.map(({ id }) => id))
  const spaces = spacesAsWritten(entities)
  return wanted.flatMap((id): LookedUp[] => {
    const { type, key } = refOf(id)
    // A key may be written in another case than the space has it.
    const own = type === 'space' ? spaces.get(key.toLowerCase()) : undefined
    if (own !== undefined) return [{ id, seen: true, ...(own !== id && { own }) }]
    if (seen.has(id)) return [{ id, seen: true }]
    return missing.has(id) ? [{ id, seen: false }] : []
  })
}

const spacesAsWritten = (entities: readonly Entity[]): ReadonlyMap<string, NodeId> =>
  new Map(
    entities.flatMap(({ type, key, id }) =>
      type === 'space' ? [[key.toLowerCase(), id] as const] : [],
    ),
  )
