import { agree } from '@shared/text'
import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { facetsOf, isFiltering } from '@shared/filter'
import { EntityType, type Graph, entityTitles } from '@shared/graph'
import { Button, useIsSeen } from '../../ui'
import type { CrawlModel, NodeStates } from '../crawl'
import type { GraphModel } from '../graph'
import { useGraph } from '../graph/panels'
import { criteriaOf, type PictureModel } from '../picture'
import type { View } from '../view'
import { DateRange } from './date-range'
import { DegreeFields } from './degree-fields'
import { FacetList } from './facet-list'
import { SavedViews } from './saved-views'

type Props = { graph: GraphModel; view: View; picture: PictureModel; crawl: CrawlModel }

/** What is let through, with true counts; nothing here asks or changes the server. */
export function FilterPanel({ graph, view, picture, crawl }: Props) {
  const ref = useRef<HTMLElement>(null)
  const model = useGraph(graph)
  const states = useStore(crawl.store, (state) => state.states)
  const looked = useWhile(useIsSeen(ref), { model, states })
  return (
    <section ref={ref} aria-label="Filter">
      <FilterFields {...{ view, picture }} {...looked} />
    </section>
  )
}

/** The last value while something holds: counts in a tab that is not chosen cost nothing. */
function useWhile<T extends Record<string, unknown>>(holds: boolean, value: T): T {
  const [kept, setKept] = useState(value)
  const isOld = Object.keys(value).some((key) => kept[key] !== value[key])
  if (holds && isOld) setKept(value)
  return kept
}

type FieldsProps = { view: View; picture: PictureModel; model: Graph; states: NodeStates }

function FilterFields({ view, picture, model, states }: FieldsProps) {
  const filter = useStore(view.store, (state) => state.filter)
  const hiddenRelations = useStore(view.store, (state) => state.hiddenRelations)
  const onlyState = useStore(view.store, (state) => state.onlyState)
  const match = useStore(picture.store, (state) => state.match)
  const criteria = useMemo(
    () => criteriaOf({ filter, hiddenRelations, onlyState }, states),
    [filter, hiddenRelations, onlyState, states],
  )
  const [playing, setPlaying] = useState(false)
  // While days are played, lists that count and sort anew with each of them could not be read.
  const counted = useWhile(!playing, { model, criteria })
  const facets = useMemo(() => facetsOf(counted.model, counted.criteria), [counted])
  if (model.nodes.size === 0) {
    return <p className="hint">Nothing is drawn yet. What a crawl finds can be filtered here.</p>
  }
  return (
    <div className="stack filter">
      <p role="status" aria-live="off">
        {shownWords('node', match?.nodes.size ?? model.nodes.size, model.nodes.size)} and{' '}
        {shownWords('relation', match?.edges.size ?? model.edges.size, model.edges.size)} match.
      </p>
      <div className="row row--wrap">
        <div className="segments" role="group" aria-label="What does not match">
          {(['dim', 'hide'] as const).map((mode) => (
            <Button
              key={mode}
              look="quiet"
              aria-pressed={filter.mode === mode}
              onClick={() => view.setFilter({ mode })}
            >
              {mode === 'dim' ? 'Dim the rest' : 'Hide the rest'}
            </Button>
          ))}
        </div>
        <Button look="quiet" disabled={!isFiltering(criteria)} onClick={view.clearFilter}>
          Reset
        </Button>
      </div>
      <label className="field">
        <span>Words in the title</span>
        <input
          className="text-input"
          value={filter.text}
          maxLength={200}
          onChange={({ target }) => view.preview({ text: target.value })}
          onBlur={view.settle}
          onKeyDown={({ key }) => {
            if (key === 'Enter') view.settle()
          }}
        />
      </label>
      <FacetList
        title="Relations"
        choices={facets.relations}
        off={[...hiddenRelations]}
        onToggle={view.toggleRelation}
        onOff={view.hideRelations}
      />
      <FacetList
        title="Types"
        choices={facets.types.map((one) => ({
          ...one,
          label: entityTitles[EntityType.parse(one.value)].one,
        }))}
        off={filter.offTypes}
        onToggle={(value) => view.toggleType(EntityType.parse(value))}
        onOff={(values) => view.setFilter({ offTypes: values.map((one) => EntityType.parse(one)) })}
      />
      <FacetList
        title="Spaces"
        choices={facets.spaces}
        none="In no space"
        off={filter.offSpaces}
        onToggle={(value) => view.setFilter({ offSpaces: toggled(filter.offSpaces, value) })}
        onOff={(values) => view.setFilter({ offSpaces: [...values] })}
      />
      <FacetList
        title="Created by"
        choices={facets.people}
        none="Unknown"
        off={filter.offPeople}
        onToggle={(value) => view.setFilter({ offPeople: toggled(filter.offPeople, value) })}
        onOff={(values) => view.setFilter({ offPeople: [...values] })}
      />
      <DegreeFields view={view} />
      <DateRange graph={model} {...{ view, playing }} onPlaying={setPlaying} />
      <SavedViews view={view} />
    </div>
  )
}

const shownWords = (one: string, count: number, all: number): string =>
  `${count.toLocaleString('en')} of ${all.toLocaleString('en')} ${agree(all, one, `${one}s`)}`

const toggled = <T,>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
