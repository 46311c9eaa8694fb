import type { DemoSite } from '../../electron/demo-site'
import type { ChangeLine } from '@shared/edit'
import { nodeId, type NodeId } from '@shared/graph'
import type { Session } from '../../src/session'

/** Pages that the signed-in person may see, as many as are wanted. */
export function pagesOf({ world }: DemoSite, count: number): NodeId[] {
  const open = [...world.content.values()].filter(
    ({ kind, status, restricted }) => kind === 'page' && status === 'current' && !restricted,
  )
  if (open.length < count) throw new Error(`The site has ${open.length} such pages only`)
  return open.slice(0, count).map(({ id }) => nodeId({ type: 'content', key: id }))
}

/** How many relations of a name there are at the site, whoever asks. */
export const madeAt = ({ world }: DemoSite, name: string): number =>
  [...world.relations.all()].filter((relation) => relation.name === name).length

export const creates = (
  relation: string,
  pairs: readonly (readonly [NodeId, NodeId])[],
): ChangeLine[] => pairs.map(([source, target]) => ({ action: 'create', relation, source, target }))

/** The act that was written down last. */
export function lastAct({ edits }: Session) {
  const act = edits.store.getState().entries.at(-1)
  if (act === undefined) throw new Error('The journal is empty')
  return act
}
