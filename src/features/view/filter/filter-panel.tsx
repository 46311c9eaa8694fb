import { useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import { facetsOf, isFiltering } from '@shared/filter'
import { EntityType } from '@shared/graph'
import { Button } from '../../../ui'
import type { CrawlModel } from '../../crawl'
import type { GraphModel } from '../../graph'
import type { View } from '../store'
import { criteriaOf } from './criteria'
import { DateRange } from './date-range'
import { DegreeFields } from './degree-fields'
import { FacetList } from './facet-list'
import { SavedViews } from './saved-views'
import { typeWords } from './type-words'

type Props = { graph: GraphModel; view: View; crawl: CrawlModel }

/** What is let through, with true counts; nothing here asks or changes the server. */
export function FilterPanel({ graph, view, crawl }: Props) {
  const model = useDeferredValue(useStore(graph.store, (state) => state.graph))
  const states = useStore(crawl.store, (state) => state.states)
  const { filter, hiddenRelations, onlyState, match } = useStore(view.store)
  const criteria = useMemo(
    () => criteriaOf({ filter, hiddenRelations, onlyState }, states),
    [filter, hiddenRelations, onlyState, states],
  )
  const facets = useMemo(() => facetsOf(model, criteria), [model, criteria])
  if (model.nodes.size === 0) {
    return <p className="hint">Nothing is drawn yet. What a crawl finds can be filtered here.</p>
  }
  return (
    <section className="stack filter" aria-label="Filter">
      <p role="status">
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
      />
      <FacetList
        title="Types"
        choices={facets.types.map((one) => ({
          ...one,
          label: typeWords[EntityType.parse(one.value)],
        }))}
        off={filter.offTypes}
        onToggle={(value) =>
          view.setFilter({ offTypes: toggled(filter.offTypes, EntityType.parse(value)) })
        }
      />
      <FacetList
        title="Spaces"
        choices={facets.spaces}
        none="In no space"
        off={filter.offSpaces}
        onToggle={(value) => view.setFilter({ offSpaces: toggled(filter.offSpaces, value) })}
      />
      <FacetList
        title="Made by"
        choices={facets.people}
        none="Not told"
        off={filter.offPeople}
        onToggle={(value) => view.setFilter({ offPeople: toggled(filter.offPeople, value) })}
      />
      <DegreeFields view={view} />
      <DateRange graph={model} view={view} />
      <SavedViews view={view} />
    </section>
  )
}

const shownWords = (one: string, count: number, all: number): string =>
  `${count.toLocaleString('en')} of ${all.toLocaleString('en')} ${all === 1 ? one : `${one}s`}`

const toggled = <T,>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
