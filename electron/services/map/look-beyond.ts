import { type EntityRef, type Entity, type NodeId, refOf } from '@shared/graph'
import type { Described } from '@shared/contract'
import type { MapPort } from './model'
import type { Checked } from './resolve-target'

const most = 1_000

/** Looks up what the pages name beyond their spaces: ids, spaces, and the names of people. */
export async function lookBeyond(
  port: Pick<MapPort, 'describe'>,
  wanted: readonly NodeId[],
  signal: AbortSignal,
): Promise<{
  readonly entities: readonly Entity[]
  readonly checked: Checked
  readonly failed: Described['failed']
  readonly calls: number
}> {
  const answers: { readonly asked: readonly EntityRef[]; readonly told: Described }[] = []
  for (let at = 0; at < wanted.length; at += most) {
    const asked = wanted.slice(at, at + most).map(refOf)
    answers.push({ asked, told: await port.describe(asked, signal) })
  }
  const entities = answers.flatMap(({ told }) => told.entities)
  return {
    entities,
    checked: {
      seen: new Set(entities.map(({ id }) => id)),
      missing: new Set(answers.flatMap(({ told }) => told.missing)),
      spaceNodes: spacesAsWritten(wanted, entities),
    },
    failed: answers.flatMap(({ told }) => told.failed),
    calls: answers.reduce((sum, { told }) => sum + told.calls, 0),
  }
}

/** A key may be written in another case than the space has it. */
function spacesAsWritten(
  wanted: readonly NodeId[],
  entities: readonly Entity[],
): ReadonlyMap<string, NodeId> {
  const own = new Map(
    entities.flatMap(({ type, key, id }) =>
      type === 'space' ? [[key.toLowerCase(), id] as const] : [],
    ),
  )
  return new Map(
    wanted.map(refOf).flatMap(({ type, key }) => {
      const id = type === 'space' ? own.get(key.toLowerCase()) : undefined
      return id === undefined ? [] : [[key, id] as const]
    }),
  )
}
