import { useStore } from 'zustand'
import { checkChange } from '@shared/edit'
import { explain } from '@shared/failure'
import type { EdgeId, NodeId } from '@shared/graph'
import { counted } from '@shared/text'
import { ActButton } from '../commands/panels'
import type { Session } from '../session'

type Props = {
  session: Session
  nodes: readonly NodeId[]
  edges: readonly EdgeId[]
}

/** What can be done with several things at once. */
export function ManySelected({ session, nodes, edges }: Props) {
  const { graph, edits } = session
  const model = useStore(graph.store, (state) => state.graph)
  const readOnly = useStore(edits.store, (state) => state.readOnly)
  const relations = edges.flatMap((id) => model.edges.get(id) ?? [])
  const free = relations.filter((relation) => checkChange(relation) === null)
  const on = { nodes, edges }
  return (
    <section className="stack" aria-label="Selection">
      <h2>{words(nodes.length, edges.length)}</h2>
      {readOnly !== null && <p className="hint">{explain(readOnly).sentence}</p>}
      {nodes.length > 1 && (
        <div className="row row--wrap">
          <ActButton act="connect" on={on} named />
          <ActButton act="connect-one" on={on} named />
        </div>
      )}
      {relations.length > 0 && (
        <div className="row row--wrap">
          <ActButton act="rename" on={on} named />
          <ActButton act="delete" on={on} named look="danger" />
        </div>
      )}
      {free.length < relations.length && (
        <p className="hint">
          {relations.length - free.length} of the relations are made by Confluence itself and cannot
          be changed here.
        </p>
      )}
    </section>
  )
}

function words(nodes: number, edges: number): string {
  const parts = [
    nodes === 0 ? '' : counted(nodes, 'node'),
    edges === 0 ? '' : counted(edges, 'relation'),
  ]
  return `${parts.filter((part) => part !== '').join(' and ')} selected`
}
