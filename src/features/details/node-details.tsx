import { ExternalLink } from 'lucide-react'
import { type ReactNode, useId, useMemo, useState } from 'react'
import {
  type Entity,
  type Graph,
  type NodeId,
  ownAddress,
  type Relation,
  relationsAt,
} from '@shared/graph'
import type { Word } from '@shared/vocabulary'
import { TypeShape } from '../picture/panels'
import { NodeFacts } from './facts'
import { NeighbourList } from './neighbour-list'
import { Isolated } from '../../ui'

type Props = {
  graph: Graph
  entity: Entity
  /** Origin of the site; an address elsewhere is not offered. */
  site: string
  /** Whether there may be more relations that way than are known. */
  mayBeMore: { readonly out: boolean; readonly in: boolean }
  words: readonly Word[]
  onGo: (node: NodeId) => void
  onRelation: (relation: Relation) => void
  /** What can be done with it. */
  acts: ReactNode
  /** What it names that leads nowhere. */
  inVain: ReactNode
  /** What was asked about it. */
  asked: ReactNode
}

/** A node: what can be done with it, its neighbours, what is said of it, and what was asked. */
export function NodeDetails({ entity, site, acts, inVain, asked, ...lists }: Props) {
  const url = ownAddress(entity.url, site)
  return (
    <article className="details" aria-labelledby="details-title">
      <header className="details__head">
        <TypeShape type={entity.type} />
        <h2 id="details-title">
          <Isolated text={entity.title} />
        </h2>
      </header>
      {url !== undefined && (
        <a className="link" href={url} target="_blank" rel="noreferrer">
          Open in Confluence <ExternalLink size={13} aria-hidden />
        </a>
      )}
      {acts}
      <Neighbours key={entity.id} id={entity.id} {...lists} />
      {inVain}
      <NodeFacts entity={entity} />
      {asked}
    </article>
  )
}

/** With more neighbours than these a box is there to find one by. */
const many = 12

type NeighboursProps = Pick<Props, 'graph' | 'mayBeMore' | 'words' | 'onGo' | 'onRelation'> & {
  id: NodeId
}

function Neighbours({ id, graph, mayBeMore, ...common }: NeighboursProps) {
  const [typed, setTyped] = useState('')
  const box = useId()
  const { out, in: incoming } = useMemo(() => relationsAt(graph, id), [graph, id])
  const isLong = out.length + incoming.length > many
  const list = { graph, typed: isLong ? typed.trim() : '', ...common }
  return (
    <>
      {isLong && (
        <div className="field">
          <label htmlFor={box} className="visually-hidden">
            Find among the neighbours
          </label>
          <input
            id={box}
            type="search"
            className="text-input"
            value={typed}
            placeholder="Find among the neighbours"
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
      )}
      <NeighbourList
        {...list}
        heading="Outgoing"
        relations={out}
        mayBeMore={mayBeMore.out}
        end="target"
      />
      <NeighbourList
        {...list}
        heading="Incoming"
        relations={incoming}
        mayBeMore={mayBeMore.in}
        end="source"
      />
    </>
  )
}
