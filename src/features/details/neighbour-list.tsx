import { Spline } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Graph, NodeId, Relation } from '@shared/graph'
import { isolated } from '@shared/text'
import { phrase, type Word } from '@shared/vocabulary'
import { atLeast } from '../crawl'
import { firstOf, type NeighbourGroup, neighbourGroups } from './neighbours'
import { Button, IconButton, Isolated, useIsSeen } from '../../ui'

type Props = {
  graph: Graph
  words: readonly Word[]
  heading: string
  relations: readonly Relation[]
  mayBeMore: boolean
  end: 'source' | 'target'
  /** Only neighbours that hold it are listed. */
  typed: string
  onGo: (node: NodeId) => void
  onRelation: (relation: Relation) => void
}

/** So many rows are made at once; more when the last of them comes into sight. */
const atOnce = 100

/** Where the relations of a node lead, one way, by relation name. */
export function NeighbourList(props: Props) {
  const { graph, words, heading, relations, mayBeMore, end, typed, onGo, onRelation } = props
  const [most, setMost] = useState(atOnce)
  const wanted = useDeferredValue(typed)
  const groups = useMemo(
    () => neighbourGroups(graph, relations, end, wanted),
    [graph, relations, end, wanted],
  )
  const counts = new Map(groups.map(({ name, neighbours }) => [name, neighbours.length]))
  const found = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const said = new Map(words.map((word) => [word.name, word]))
  const reads = (name: string) =>
    phrase(said.get(name) ?? { name }, end === 'target' ? 'out' : 'in')
  const all = atLeast(relations.length, mayBeMore)
  return (
    <section className="relation-list" aria-label={`${heading} relations`}>
      <h3>
        {heading}{' '}
        <span className="count">
          {wanted === '' ? all : `${found.toLocaleString('en')} of ${all}`}
        </span>
      </h3>
      {found === 0 && (
        <p className="hint">{relations.length === 0 ? 'None loaded.' : 'None with these words.'}</p>
      )}
      {firstOf(groups, most).map(({ name, neighbours }) => (
        <Group
          key={name}
          wording={reads(name)}
          {...{ name, neighbours, onGo, onRelation }}
          count={counts.get(name) ?? 0}
        />
      ))}
      {found > most && (
        <More key={most} left={found - most} onMore={() => setMost(most + atOnce)} />
      )}
    </section>
  )
}

type GroupProps = NeighbourGroup &
  Pick<Props, 'onGo' | 'onRelation'> & { wording: string; count: number }

function Group({ name, wording, count, neighbours, onGo, onRelation }: GroupProps) {
  return (
    <div className="relation-group">
      <h4>
        <span className="tag tag--still">
          <Isolated text={wording} />
        </span>{' '}
        <span className="count">{count.toLocaleString('en')}</span>
      </h4>
      <ul>
        {neighbours.map(({ relation, node, title }) => (
          <li key={relation.id}>
            <button type="button" className="text-button" onClick={() => onGo(node)}>
              <Isolated text={title} />
            </button>
            <IconButton
              label={`Relation ${isolated(name)}: ${isolated(title)}`}
              onClick={() => onRelation(relation)}
            >
              <Spline size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Comes into sight where a list goes on, which is then made longer. */
function More({ left, onMore }: { left: number; onMore: () => void }) {
  const ref = useRef<HTMLDivElement>(null)
  const isSeen = useIsSeen(ref)
  const latest = useRef(onMore)
  useEffect(() => {
    if (isSeen) latest.current()
  }, [isSeen])
  return (
    <div ref={ref}>
      <Button look="quiet" onClick={onMore}>
        Show more of {left.toLocaleString('en')}
      </Button>
    </div>
  )
}
