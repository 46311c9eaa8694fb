import { useRef } from 'react'
import type { NodeId } from '@shared/graph'
import { quoted } from '@shared/text'
import { Dialog } from '../../ui'
import type { Finder } from '../crawl'
import { EntityPicker } from '../crawl/panels'
import { findNodes, type GraphModel } from '../graph'
import type { Edits } from './store'

type Props = {
  finder: Finder
  graph: GraphModel
  edits: Edits
  /** Each is connected with what is chosen. */
  ends: readonly NodeId[]
  /** What is chosen is the source. */
  reverse: boolean
}

function titleOf(ends: readonly NodeId[], reverse: boolean, graph: GraphModel): string {
  const [first] = ends
  if (first === undefined) return 'Connect'
  const what = ends.length === 1 ? quoted(graph.titleOf(first)) : `${ends.length} nodes`
  return reverse ? `Connect … to ${what}` : `Connect ${what} to…`
}

/** The other end of a new relation: a node that is drawn, or anything on the site. */
export function ConnectDialog({ finder, graph, edits, ends, reverse }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open={ends.length > 0}
      onClose={edits.close}
      title={titleOf(ends, reverse, graph)}
      initialFocus={input}
      high
    >
      <EntityPicker
        finder={finder}
        label={reverse ? 'Source' : 'Target'}
        own={(text) =>
          findNodes(graph.store.getState().graph, text, 8).filter(({ id }) => !ends.includes(id))
        }
        onPick={(entity) => {
          const pairs = ends
            .filter((id) => id !== entity.id)
            .map((id) =>
              reverse ? { source: entity.id, target: id } : { source: id, target: entity.id },
            )
          edits.connect(pairs, { brought: entity })
        }}
        inputRef={input}
      />
    </Dialog>
  )
}
