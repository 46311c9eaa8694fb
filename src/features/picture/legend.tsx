import { useMemo } from 'react'
import { useStore } from 'zustand'
import { type EntityType, entityTypes, entityTitles } from '@shared/graph'
import type { Word } from '@shared/vocabulary'
import { counted, isolated } from '@shared/text'
import { namesWith, relationLooks } from '@shared/picture'
import type { GraphModel } from '../graph'
import { useGraph } from '../graph/panels'
import type { View } from '../view'
import { type Counted, relationCounts, typeCounts } from './legend-counts'
import { RelationLine } from './relation-line'
import { BackboneSlider } from './backbone-slider'
import { SizeChoice } from './size-choice'
import { TintList } from './tint-list'
import type { PictureModel } from './store'
import { Isolated, useTheme } from '../../ui'

/** In a window lower than this, px, the legend starts folded: the graph needs the room. */
const roomy = 700

type Props = {
  graph: GraphModel
  view: View
  picture: PictureModel
  words: readonly Word[]
  onNames: () => void
}

/** What shapes, colours and lines mean; types and relation names can be switched off here. */
export function Legend({ graph, view, picture, words, onNames }: Props) {
  const model = useGraph(graph)
  const known = useStore(graph.store, (state) => state.names)
  const drafted = useStore(view.store, (state) => state.drafted)
  const hidden = useStore(view.store, (state) => state.hiddenRelations)
  const offTypes = useStore(view.store, (state) => state.filter.offTypes)
  const isTinted = useStore(view.store, (state) => state.colourBy !== 'type')
  const names = namesWith(known, drafted.ghosts)
  const looks = relationLooks(names, words, useTheme())
  const counts = useMemo(() => relationCounts(model, drafted), [model, drafted])
  const types = useMemo(() => typeCounts(model), [model])
  return (
    <details
      data-covers-picture
      className={`legend${isTinted ? ' legend--tinted' : ''}`}
      open={window.innerHeight >= roomy}
    >
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
      <TintList {...{ view, picture }} />
      <SizeChoice view={view} />
      <ul className="legend__relations">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="legend__toggle"
              aria-pressed={!hidden.has(name)}
              title={hidden.has(name) ? `Show ${isolated(name)}` : `Hide ${isolated(name)}`}
              onClick={() => view.toggleRelation(name)}
            >
              <RelationLine look={looks.get(name)} />
              <span className="legend__name">
                <Isolated text={name} />
              </span>
              <RelationCount {...(counts.get(name) ?? none)} />
            </button>
          </li>
        ))}
      </ul>
      <BackboneSlider {...{ view, picture }} graph={model} />
      <button type="button" className="text-button" onClick={onNames}>
        Relation names…
      </button>
    </details>
  )
}

const none: Counted = { count: 0, drafted: 0, leaving: 0 }

/** How many there are with the draft, and what the draft has to do with it. */
function RelationCount({ count, drafted, leaving }: Counted) {
  const marks = [...(drafted > 0 ? [`+${drafted}`] : []), ...(leaving > 0 ? [`−${leaving}`] : [])]
  const words = [
    ...(drafted > 0 ? [`${counted(drafted, 'creation')} drafted`] : []),
    ...(leaving > 0 ? [`${counted(leaving, 'deletion')} drafted`] : []),
  ]
  return (
    <>
      {marks.length > 0 && (
        <>
          <span className="legend__draft" aria-hidden>
            {marks.join(' ')}
          </span>
          <span className="visually-hidden">, {words.join(', ')}, with the draft: </span>
        </>
      )}
      <span className="legend__count">{count.toLocaleString('en')}</span>
    </>
  )
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
