import { useRef } from 'react'
import type { Profile } from '@shared/contract'
import type { NodeId } from '@shared/graph'
import type { Client } from '../../transport'
import { Dialog } from '../../ui'
import { EntityPicker } from '../crawl'
import { findNodes, type GraphModel } from '../graph'
import type { Edits } from './store'

type Props = {
  client: Client
  profile: Profile
  graph: GraphModel
  edits: Edits
  source: NodeId | null
}

/** The other end of a new relation: a node that is drawn, or anything on the site. */
export function ConnectDialog({ client, profile, graph, edits, source }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open={source !== null}
      onClose={edits.close}
      title={source === null ? 'Connect' : `Connect “${graph.titleOf(source)}” to…`}
      initialFocus={input}
    >
      <EntityPicker
        client={client}
        profile={profile}
        label="Target"
        own={(text) =>
          findNodes(graph.store.getState().graph, text, 8).filter(({ id }) => id !== source)
        }
        onPick={(entity) => {
          if (source === null) return
          edits.connect(source, entity.id, { brought: entity })
        }}
        inputRef={input}
      />
    </Dialog>
  )
}
