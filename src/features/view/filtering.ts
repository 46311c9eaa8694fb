import type { StoreApi } from 'zustand/vanilla'
import type { ViewPart } from '@shared/edit'
import type { Filter } from '@shared/filter'
import { noFilter } from '@shared/filter'
import type { EntityType } from '@shared/graph'
import { quoted } from '@shared/text'
import { filterWords } from './filter-words'
import type { Act } from './showing'
import type { SavedView, ViewState } from './view-state'

const filtering = ['filter', 'hiddenRelations', 'onlyState'] as const

/** Acts on the filter. What is being typed or dragged is a preview; it is one act when it ends. */
export function createFiltering({ getState, setState }: StoreApi<ViewState>, act: Act) {
  let before: Filter | null = null
  const change = (
    part: Partial<ViewState>,
    { keys = filtering, title }: { keys?: readonly (keyof ViewPart)[]; title?: string } = {},
  ) => {
    if (before !== null) setState({ filter: before })
    before = null
    act('filter', title ?? (() => filterWords(getState())), keys, () => setState(part))
  }
  return {
    setFilter: (part: Partial<Filter>) => change({ filter: { ...getState().filter, ...part } }),
    toggleType: (type: EntityType) => {
      const { filter } = getState()
      const isOff = filter.offTypes.includes(type)
      const offTypes = isOff
        ? filter.offTypes.filter((one) => one !== type)
        : [...filter.offTypes, type]
      change({ filter: { ...filter, offTypes } })
    },
    /** Hides the relations of just these names. */
    hideRelations: (names: readonly string[]) => change({ hiddenRelations: new Set(names) }),
    preview: (part: Partial<Filter>) => {
      before ??= getState().filter
      setState(({ filter }) => ({ filter: { ...filter, ...part } }))
    },
    /** Ends a preview: what it came to can be taken back in one step. */
    settle: () => {
      if (before !== null) change({ filter: getState().filter })
    },
    clearFilter: () =>
      change(
        {
          filter: { ...noFilter, mode: getState().filter.mode },
          hiddenRelations: new Set(),
          onlyState: null,
        },
        { title: 'Cleared the filter.' },
      ),
    /** Keeps the filter, focus and layout under a name; one of that name is replaced. */
    saveView: (name: string) =>
      setState(({ filter, hiddenRelations, onlyState, near, layout, views }) => ({
        views: [
          ...views.filter((one) => one.name !== name),
          {
            name,
            filter,
            hiddenRelations: [...hiddenRelations],
            onlyState,
            near: near === null ? null : { ...near, centres: [...near.centres] },
            layout,
          },
        ],
      })),
    applyView: ({ name, filter, hiddenRelations, onlyState, near }: SavedView) => {
      const part = { filter, hiddenRelations: new Set(hiddenRelations), onlyState, near }
      change(part, { title: `Showed the view ${quoted(name)}.`, keys: [...filtering, 'near'] })
    },
    removeView: (name: string) =>
      setState(({ views }) => ({ views: views.filter((one) => one.name !== name) })),
  }
}
