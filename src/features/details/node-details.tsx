import { ExternalLink } from 'lucide-react'
import {
  type Entity,
  type Graph,
  type NodeId,
  ownAddress,
  type Relation,
  relationsAt,
} from '@shared/graph'
import { phrase, type Word } from '@shared/vocabulary'
import { isolated } from '@shared/text'
import { atLeast, kindWord } from '../crawl'
import { TypeShape } from '../picture/panels'
import { when } from './when'
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
  children?: React.ReactNode
}

const statusWords: Readonly<Record<string, string>> = {
  unknown: 'not looked up yet',
  missing: 'gone, or hidden from you',
}

/** Everything known about one node, and its relations as a list. */
export function NodeDetails(props: Props) {
  const { graph, entity, site, mayBeMore, words, onGo, onRelation, children } = props
  const url = ownAddress(entity.url, site)
  const { out, in: incoming } = relationsAt(graph, entity.id)
  return (
    <article className="details" aria-labelledby="details-title">
      <header className="details__head">
        <TypeShape type={entity.type} />
        <h2 id="details-title">
          <Isolated text={entity.title} />
        </h2>
      </header>
      <dl className="facts">
        <Fact name="Type" value={kindWord(entity)} />
        {entity.space !== undefined && (
          <Fact name="Space" value={`${isolated(entity.space.name)} (${entity.space.key})`} />
        )}
        <Fact name="Status" value={statusWords[entity.status] ?? entity.status} />
        {entity.createdBy !== undefined && <Fact name="Created by" value={entity.createdBy.name} />}
        {entity.createdAt !== undefined && <Fact name="Created" value={when(entity.createdAt)} />}
        {entity.owner !== undefined && <Fact name="Owner" value={entity.owner.name} />}
        {entity.changedAt !== undefined && (
          <Fact name="Last changed" value={when(entity.changedAt)} />
        )}
        <Fact name={entity.type === 'space' ? 'Key' : 'Id'} value={entity.key} />
      </dl>
      {url !== undefined && (
        <a className="link" href={url} target="_blank" rel="noreferrer">
          Open in Confluence <ExternalLink size={13} aria-hidden />
        </a>
      )}
      {children}
      <RelationList
        heading="Outgoing"
        relations={out}
        mayBeMore={mayBeMore.out}
        {...{ graph, words, onGo, onRelation }}
        end="target"
      />
      <RelationList
        heading="Incoming"
        relations={incoming}
        mayBeMore={mayBeMore.in}
        {...{ graph, words, onGo, onRelation }}
        end="source"
      />
    </article>
  )
}

export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Isolated text={value} />
      </dd>
    </div>
  )
}

type ListProps = Pick<Props, 'graph' | 'words' | 'onGo' | 'onRelation'> & {
  heading: string
  relations: readonly Relation[]
  mayBeMore: boolean
  end: 'source' | 'target'
}

/** Long lists are cut here and said so: the graph has them all. */
const longest = 200

function RelationList(props: ListProps) {
  const { graph, words, heading, relations, mayBeMore, end, onGo, onRelation } = props
  const said = new Map(words.map((word) => [word.name, word]))
  const reads = (name: string) =>
    phrase(said.get(name) ?? { name }, end === 'target' ? 'out' : 'in')
  const titleOf = (id: NodeId) => graph.nodes.get(id)?.title ?? id
  const sorted = [...relations].sort(
    (a, b) =>
      a.relation.localeCompare(b.relation) || titleOf(a[end]).localeCompare(titleOf(b[end])),
  )
  return (
    <section className="relation-list" aria-label={`${heading} relations`}>
      <h3>
        {heading} <span className="count">{atLeast(relations.length, mayBeMore)}</span>
      </h3>
      {relations.length === 0 && <p className="hint">None loaded.</p>}
      <ul>
        {sorted.slice(0, longest).map((relation) => (
          <li key={relation.id}>
            <button
              type="button"
              className="tag"
              title={`Details of this ${isolated(relation.relation)} relation`}
              onClick={() => onRelation(relation)}
            >
              <Isolated text={reads(relation.relation)} />
            </button>
            <button type="button" className="text-button" onClick={() => onGo(relation[end])}>
              <Isolated text={titleOf(relation[end])} />
            </button>
          </li>
        ))}
      </ul>
      {relations.length > longest && (
        <p className="hint">{relations.length - longest} more are in the graph.</p>
      )}
    </section>
  )
}
