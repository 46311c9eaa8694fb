import { ArrowDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Graph, NodeId, Relation } from '@shared/graph'
import { Fact } from './facts'
import { when } from './when'
import { Isolated } from '../../ui'

type Props = {
  graph: Graph
  relation: Relation
  onGo: (node: NodeId) => void
  children?: ReactNode
}

/** Both ends, the name, and who made it and when, as far as the server said. */
export function RelationDetails({ graph, relation, onGo, children }: Props) {
  const end = (id: NodeId) => (
    <button type="button" className="text-button" onClick={() => onGo(id)}>
      <Isolated text={graph.nodes.get(id)?.title ?? id} />
    </button>
  )
  return (
    <article className="details" aria-labelledby="details-title">
      <header className="details__head">
        <h2 id="details-title">
          Relation{' '}
          <span className="tag tag--still">
            <Isolated text={relation.relation} />
          </span>
        </h2>
      </header>
      <div className="ends">
        <div>
          <span className="ends__word">Source</span>
          {end(relation.source)}
        </div>
        <ArrowDown size={16} aria-hidden />
        <div>
          <span className="ends__word">Target</span>
          {end(relation.target)}
        </div>
      </div>
      <dl className="facts">
        <Fact name="Created by" value={relation.createdBy?.name ?? 'Unknown'} />
        <Fact
          name="Created"
          value={relation.createdAt === undefined ? 'Unknown' : when(relation.createdAt)}
        />
      </dl>
      {children}
    </article>
  )
}
