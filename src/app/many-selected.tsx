import { useStore } from 'zustand'
import { checkDelete } from '@shared/edit'
import { explain } from '@shared/failure'
import type { EdgeId, NodeId } from '@shared/graph'
import { Button } from '../ui'
import type { Session } from './session'

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
  const free = relations.filter(({ relation }) => checkDelete(relation) === null)
  return (
    <section className="stack" aria-label="Selection">
      <h2>{words(nodes.length, edges.length)}</h2>
      {readOnly !== null && <p className="hint">{explain(readOnly).sentence}</p>}
      {nodes.length > 1 && (
        <div className="row row--wrap">
          <Button disabled={readOnly !== null} onClick={() => edits.connectFrom(nodes)}>
            Connect all to…
          </Button>
          <Button disabled={readOnly !== null} onClick={() => edits.connectFrom(nodes, true)}>
            Connect one to all…
          </Button>
        </div>
      )}
      {relations.length > 0 && (
        <div className="row row--wrap">
          <Button
            disabled={readOnly !== null || free.length === 0}
            onClick={() => edits.ask({ kind: 'retype', relations: free })}
          >
            Rename {free.length}…
          </Button>
          <Button
            look="danger"
            disabled={readOnly !== null || free.length === 0}
            onClick={() => edits.askDelete(relations)}
          >
            Delete {free.length}…
          </Button>
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
    nodes === 0 ? '' : nodes === 1 ? '1 node' : `${nodes} nodes`,
    edges === 0 ? '' : edges === 1 ? '1 relation' : `${edges} relations`,
  ]
  return `${parts.filter((part) => part !== '').join(' and ')} selected`
}
