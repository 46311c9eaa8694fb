import type { Described } from '@shared/contract'
import { type ChangeLine, inOwnSpelling } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { type Entity, type NodeId, refOf, unknownEntity } from '@shared/graph'
import { attempt, type Client } from '../../transport'

type Options = {
  readonly client: Client
  readonly profile: string
  readonly isDrawn: (id: NodeId) => boolean
  readonly onCalls: (calls: number) => void
}

/** Pages and people described in one call. */
const atATime = 100

/** What the ends of drafted lines are, where they are not drawn yet. */
export function createEnds({ client, profile, isDrawn, onCalls }: Options) {
  const lackingIn = (lines: readonly ChangeLine[]): NodeId[] => {
    const ids = new Set<NodeId>(lines.flatMap(({ source, target }) => [source, target]))
    return [...ids].filter((id) => !isDrawn(id))
  }
  /** Looks nodes up, a call after the other; the failure that ended it, or null. */
  const lookUp = async (
    ids: readonly NodeId[],
    take: (came: Described) => void,
  ): Promise<Failure | null> => {
    for (let from = 0; from < ids.length; from += atATime) {
      const refs = ids.slice(from, from + atATime).map(refOf)
      const answer = await attempt(client.remote.describe({ profile, refs }))
      if (!answer.ok) return answer.failure
      onCalls(answer.value.calls)
      take(answer.value)
    }
    return null
  }
  return {
    /** A file may spell the keys of spaces in another case than the site does. */
    spelled: async (lines: readonly ChangeLine[]): Promise<readonly ChangeLine[]> => {
      const spaces = lackingIn(lines).filter((id) => refOf(id).type === 'space')
      const spelt: Described['spelt'] = []
      // Whatever is wrong is told when the ends are brought.
      await lookUp(spaces, (came) => spelt.push(...came.spelt))
      return spelt.length === 0 ? lines : inOwnSpelling(lines, spelt)
    },
    /** Hands on the ends that are not drawn, so that they can be seen and named; or why not all. */
    bring: async (
      lines: readonly ChangeLine[],
      draw: (entities: Entity[]) => void,
    ): Promise<Failure | null> => {
      let first: Failure | null = null
      const ended = await lookUp(lackingIn(lines), ({ entities, failed }) => {
        const untitled = failed.filter(({ part }) => part === 'title')
        // That it could not be looked up does not say that it is not there.
        const unknown = untitled.flatMap(({ nodes }) => nodes.map(unknownEntity))
        draw([...entities, ...unknown])
        first ??= untitled[0]?.failure ?? null
      })
      return ended ?? first
    },
  }
}
