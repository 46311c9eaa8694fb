import { useMemo } from 'react'
import { useStore } from 'zustand'
import { type EntityType, entityTypes, type Graph, entityTitles } from '@shared/graph'
import type { Word } from '@shared/vocabulary'
import { type GraphModel, useGraph } from '../graph'
import type { View } from '../view'
import { relationLooks } from './relation-colours'
import { RelationLine } from './relation-line'
import { useTheme } from './use-theme'

/** In a window lower than this, px, the legend starts folded: the graph needs the room. */
const roomy = 700

type Props = {
  graph: GraphModel
  view: View
  words: readonly Word[]
  onNames: () => void
}

/** What shapes, colours and lines mean; types and relation names can be switched off here. */
export function Legend({ graph, view, words, onNames }: Props) {
  const model = useGraph(graph)
  const names = useStore(graph.store, (state) => state.names)
  const hidden = useStore(view.store, (state) => state.hiddenRelations)
  const offTypes = useStore(view.store, (state) => state.filter.offTypes)
  const looks = relationLooks(names, words, useTheme())
  const { counts, types } = useMemo(() => countsOf(model), [model])
  return (
    <details className="legend" open={window.innerHeight >= roomy}>
      <summary>Legend</summary>
      <ul className="legend__types">
        {entityTypes
          .filter((type) => types.has(type))
          .map((type) => (
            <li key={type}>
              <button
                type="button"
                className="legend__toggle"
                aria-pressed={!offTypes.includes(type)}
                title={`${offTypes.includes(type) ? 'Let through' : 'Filter out'}: ${entityTitles[type].one}`}
                onClick={() => view.toggleType(type)}
              >
                <TypeShape type={type} />
                <span className="legend__name">{entityTitles[type].one}</span>
                <span className="legend__count">{(types.get(type) ?? 0).toLocaleString('en')}</span>
              </button>
            </li>
          ))}
      </ul>
      <ul className="legend__relations">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="legend__toggle"
              aria-pressed={!hidden.has(name)}
              title={hidden.has(name) ? `Show ${name}` : `Hide ${name}`}
              onClick={() => view.toggleRelation(name)}
            >
              <RelationLine look={looks.get(name)} />
              <span className="legend__name">{name}</span>
              <span className="legend__count">{(counts.get(name) ?? 0).toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="text-button" onClick={onNames}>
        Relation names…
      </button>
    </details>
  )
}

function countsOf(graph: Graph) {
  const counts = new Map<string, number>()
  for (const { relation } of graph.edges.values()) {
    counts.set(relation, (counts.get(relation) ?? 0) + 1)
  }
  const types = new Map<EntityType, number>()
  for (const { type } of graph.nodes.values()) types.set(type, (types.get(type) ?? 0) + 1)
  return { counts, types }
}

/** The same shape as on the canvas. */
export function TypeShape({ type }: { type: EntityType }) {
  return (
    <svg width="18" height="16" viewBox="0 0 18 16" className={`shape shape--${type}`} aria-hidden>
      {type === 'content' && <rect x="1" y="2" width="16" height="12" rx="3" />}
      {type === 'user' && <circle cx="9" cy="8" r="7" />}
      {type === 'space' && <path d="M4.5 1 H13.5 L18 8 L13.5 15 H4.5 L0 8 Z" />}
    </svg>
  )
}
