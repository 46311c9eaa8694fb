import { useEffect } from 'react'
import { useStore } from 'zustand'
import { isAtLeast } from '@shared/crawl'
import { checkDelete } from '@shared/edit'
import { explain } from '@shared/failure'
import type { EdgeId, NodeId } from '@shared/graph'
import { NodeQuestions } from '../features/crawl'
import { NodeDetails, RelationDetails } from '../features/view'
import { Button } from '../ui'
import type { Session } from './session'

type Props = { session: Session; onExpandBy: (node: NodeId) => void }

/** About the one thing that is selected, or how many are. */
export function DetailsPanel({ session, onExpandBy }: Props) {
  const { nodes, edges } = useStore(session.view.store, (state) => state.selection)
  const node = nodes.length === 1 && edges.length === 0 ? nodes[0] : undefined
  const edge = edges.length === 1 && nodes.length === 0 ? edges[0] : undefined
  return (
    <aside className="panel panel--right" aria-label="Details">
      {node !== undefined && <OneNode session={session} id={node} onExpandBy={onExpandBy} />}
      {edge !== undefined && <OneRelation session={session} id={edge} />}
      {node === undefined && edge === undefined && (
        <p className="hint">
          {nodes.length + edges.length === 0
            ? 'Select a node or a relation to see what is known about it.'
            : `${nodes.length} nodes and ${edges.length} relations are selected.`}
        </p>
      )}
    </aside>
  )
}

function OneNode({ session, id, onExpandBy }: Props & { id: NodeId }) {
  const { graph, view, edits, acts } = session
  const readOnly = useStore(edits.store, (state) => state.readOnly)
  const model = useStore(graph.store, (state) => state.graph)
  const entity = model.nodes.get(id)
  useEffect(() => {
    if (entity !== undefined) void session.crawl.lookUp(entity)
    // Asked once for each node that is selected, not again when the answer comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, id])
  const completeness = useStore(session.crawl.store, (state) => state.completeness)
  if (entity === undefined) return null
  const mayBeMore = {
    out: isAtLeast(completeness, id, 'out'),
    in: isAtLeast(completeness, id, 'in'),
  }
  return (
    <NodeDetails
      graph={model}
      entity={entity}
      mayBeMore={mayBeMore}
      onGo={view.goTo}
      onRelation={(relation) => view.goToRelation(relation.id)}
    >
      <div className="row row--wrap">
        <Button onClick={() => acts.expand(id)}>Expand</Button>
        <Button onClick={() => onExpandBy(id)}>Expand by…</Button>
        <Button
          disabled={readOnly !== null}
          {...(readOnly === null ? {} : { title: explain(readOnly).sentence })}
          onClick={() => edits.connectFrom(id)}
        >
          Connect to…
        </Button>
      </div>
      <NodeQuestions crawl={session.crawl} node={id} />
    </NodeDetails>
  )
}

function OneRelation({ session, id }: { session: Session; id: EdgeId }) {
  const { graph, view, edits } = session
  const readOnly = useStore(edits.store, (state) => state.readOnly)
  const model = useStore(graph.store, (state) => state.graph)
  const relation = model.edges.get(id)
  useEffect(() => {
    if (relation !== undefined) void edits.look(relation)
    // Asked once for each relation that is selected, not again when the answer comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [edits, id])
  if (relation === undefined) return null
  const refused = readOnly ?? checkDelete(relation.relation)
  return (
    <RelationDetails graph={model} relation={relation} onGo={view.goTo}>
      {refused === null ? (
        <Button look="danger" onClick={() => edits.askDelete(relation)}>
          Delete relation…
        </Button>
      ) : (
        <p className="hint">{explain(refused).sentence}</p>
      )}
    </RelationDetails>
  )
}
