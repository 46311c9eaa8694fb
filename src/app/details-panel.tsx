import { useEffect } from 'react'
import { useStore } from 'zustand'
import { isAtLeast } from '@shared/crawl'
import { checkChange } from '@shared/edit'
import { explain } from '@shared/failure'
import type { EdgeId, Graph, NodeId } from '@shared/graph'
import { favourite } from '@shared/vocabulary'
import { mayBeMore } from '../features/crawl'
import { NodeQuestions } from '../features/crawl/panels'
import { checkPair } from '../features/edit'
import { PairPanel } from '../features/edit/panels'
import { ManySelected } from './many-selected'
import { GraphDetails, NodeDetails, RelationDetails } from '../features/details/panels'
import type { GraphState } from '../features/graph'
import { NamedInVain } from '../features/unresolved/panels'
import { PathsPanel } from '../features/paths/panels'
import { ActButton } from '../commands/panels'
import type { Session } from '../session'
import { useCalm } from '../ui'

type Props = {
  session: Session
  names: readonly string[]
}

/** About the one thing that is selected, the two, or how many are. */
export function DetailsPanel(props: Props) {
  const { graph, view, crawl, notices } = props.session
  const selection = useStore(view.store, (state) => state.selection)
  return (
    <aside className="panel" aria-label="Details" data-panel="details" tabIndex={-1}>
      <PathsPanel {...{ graph, view, crawl }} suggestions={props.names} onFound={notices.tell} />
      <Selected {...props} {...selection} />
    </aside>
  )
}

function Selected({ session, names, nodes, edges }: Props & Selection) {
  const [first, second, ...more] = nodes
  const [edge] = edges
  const count = nodes.length + edges.length
  if (count === 1 && first !== undefined) {
    return <OneNode session={session} id={first} />
  }
  if (count === 1 && edge !== undefined) return <OneRelation session={session} id={edge} />
  if (first !== undefined && second !== undefined && more.length + edges.length === 0) {
    const key = `${first} ${second}`
    return <Pair key={key} session={session} pair={[first, second]} names={names} />
  }
  if (count > 0) return <ManySelected session={session} nodes={nodes} edges={edges} />
  return <WholeGraph session={session} />
}

const graphOf = ({ graph }: GraphState): Graph => graph
/** Ms; where the largest nodes and spaces are is no news of each moment. */
const pauseFor = ({ nodes }: Graph): number => (nodes.size > 1500 ? 1000 : 0)

function WholeGraph({ session }: { session: Session }) {
  const { graph, view, crawl } = session
  const model = useCalm(graph.store, graphOf, pauseFor)
  const isAtLeast = useStore(crawl.store, mayBeMore)
  if (model.nodes.size === 0) {
    return <p className="hint">What a crawl or a map draws is described here.</p>
  }
  return (
    <GraphDetails
      graph={model}
      mayBeMore={isAtLeast}
      onGo={view.goTo}
      onSelect={(nodes) => view.goToAll({ nodes })}
      acts={
        <div className="row row--wrap">
          <ActButton act="insights-panel">What stands out</ActButton>
          <ActButton act="group-next">Group</ActButton>
        </div>
      }
    />
  )
}

type Selection = { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] }

type PairProps = Props & { pair: readonly [NodeId, NodeId] }

function Pair({ session, pair, names }: PairProps) {
  const { client, profile, graph, crawl, edits } = session
  const readOnly = useStore(edits.store, (state) => state.readOnly)
  const [source, target] = pair
  return (
    <PairPanel
      pair={pair}
      titleOf={graph.titleOf}
      names={[...names.slice(0, 8), favourite]}
      onConnect={readOnly === null ? () => edits.connect([{ source, target }], {}) : null}
      onCheck={(asked, onAnswer) =>
        checkPair({ client, profile, onCalls: crawl.addCalls }, pair, asked, (answer) => {
          if (answer.result.kind === 'found') {
            graph.apply({ entities: [], relations: [answer.result.relation] })
          }
          onAnswer(answer)
        })
      }
    />
  )
}

function OneNode({ session, id }: Omit<Props, 'names'> & { id: NodeId }) {
  const { graph, view } = session
  const on = { nodes: [id], edges: [] }
  const model = useStore(graph.store, (state) => state.graph)
  const entity = model.nodes.get(id)
  useEffect(() => {
    if (entity !== undefined) void session.crawl.lookUp(entity)
    // Asked once for each node that is selected, not again when the answer comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, id])
  const words = useStore(session.vocabulary.store, (state) => state.words)
  const completeness = useStore(session.crawl.store, (state) => state.completeness)
  if (entity === undefined) return null
  const atLeast = {
    out: isAtLeast(completeness, id, 'out'),
    in: isAtLeast(completeness, id, 'in'),
  }
  return (
    <NodeDetails
      site={session.profile.site}
      graph={model}
      entity={entity}
      mayBeMore={atLeast}
      words={words}
      onGo={view.goTo}
      onRelation={(relation) => view.goToRelation(relation.id)}
      acts={
        <div className="row row--wrap">
          <ActButton act="expand" on={on} />
          <ActButton act="expand-by" on={on} />
          <ActButton act="connect" on={on} />
          {entity.type === 'content' && <ActButton act="what-if-change" on={on} />}
        </div>
      }
      inVain={
        <NamedInVain
          entity={entity}
          unresolved={session.unresolved}
          sentences={session.sentences}
        />
      }
      asked={<NodeQuestions crawl={session.crawl} node={id} />}
    />
  )
}

function OneRelation({ session, id }: { session: Session; id: EdgeId }) {
  const { graph, view, edits } = session
  const on = { nodes: [], edges: [id] }
  const readOnly = useStore(edits.store, (state) => state.readOnly)
  const model = useStore(graph.store, (state) => state.graph)
  const relation = model.edges.get(id)
  useEffect(() => {
    if (relation !== undefined) void edits.look(relation)
    // Asked once for each relation that is selected, not again when the answer comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [edits, id])
  if (relation === undefined) return null
  const refused = readOnly ?? checkChange(relation)
  return (
    <RelationDetails graph={model} relation={relation} onGo={view.goTo}>
      {refused === null ? (
        <div className="row row--wrap">
          <ActButton act="flip" on={on} />
          <ActButton act="rename" on={on} />
          <ActButton act="delete" on={on} look="danger" />
        </div>
      ) : (
        <p className="hint">{explain(refused).sentence}</p>
      )}
    </RelationDetails>
  )
}
