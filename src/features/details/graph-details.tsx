import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { Graph, NodeId } from '@shared/graph'
import { counted } from '@shared/text'
import { atLeast, kindWord } from '../crawl'
import { aboutGraph, kindsIn, type Hub, type SpacePart } from './about-graph'
import { Fact } from './facts'
import { Button, Isolated } from '../../ui'

type Props = {
  graph: Graph
  /** Whether there may be more relations than are known. */
  mayBeMore: boolean
  onGo: (node: NodeId) => void
  onSelect: (nodes: readonly NodeId[]) => void
  /** What can be done next. */
  acts: ReactNode
}

/** Plurals that are no mere `s`. */
const manyWords: Readonly<Record<string, string>> = { person: 'people', content: 'content' }

const [mostHubs, fewSpaces] = [5, 6]

/** What is told where nothing is selected: what this graph is, and where to begin. */
export function GraphDetails({ graph: latest, mayBeMore, onGo, onSelect, acts }: Props) {
  const graph = useDeferredValue(latest)
  const { spaces, hubs } = useMemo(() => aboutGraph(graph, mostHubs), [graph])
  const kinds = useMemo(() => kindsIn(graph, kindWord), [graph])
  return (
    <article className="details" aria-labelledby="details-title">
      <header className="details__head">
        <h2 id="details-title">This graph</h2>
      </header>
      <dl className="facts">
        <Fact name="Nodes" value={graph.nodes.size.toLocaleString('en')} />
        <Fact name="Relations" value={atLeast(graph.edges.size, mayBeMore)} />
        <Fact
          name="Kinds"
          value={kinds.map(([kind, count]) => counted(count, kind, manyWords[kind])).join(', ')}
        />
      </dl>
      <Hubs hubs={hubs} onGo={onGo} />
      <Spaces spaces={spaces} onSelect={onSelect} />
      {acts}
      <p className="hint">Select a node or a relation to see what is known about it.</p>
    </article>
  )
}

function Hubs({ hubs, onGo }: { hubs: readonly Hub[] } & Pick<Props, 'onGo'>) {
  if (hubs.length === 0) return null
  return (
    <section className="relation-list" aria-label="Most related">
      <h3>Most related</h3>
      <ul className="counted-list">
        {hubs.map(({ id, title, relations }) => (
          <li key={id}>
            <button type="button" className="text-button" onClick={() => onGo(id)}>
              <Isolated text={title} />
            </button>
            <span className="count">{relations.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Spaces({ spaces, onSelect }: { spaces: readonly SpacePart[] } & Pick<Props, 'onSelect'>) {
  const [all, setAll] = useState(false)
  if (spaces.length === 0) return null
  const listed = all ? spaces : spaces.slice(0, fewSpaces)
  return (
    <section className="relation-list" aria-label="Spaces">
      <h3>
        Spaces <span className="count">{spaces.length.toLocaleString('en')}</span>
      </h3>
      <ul className="counted-list">
        {listed.map(({ key, name, nodes }) => (
          <li key={key}>
            <button
              type="button"
              className="text-button"
              title="Select its nodes"
              onClick={() => onSelect(nodes)}
            >
              <Isolated text={name} />
            </button>
            <span className="count">{nodes.length.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
      {spaces.length > listed.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          Show all {spaces.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  )
}
