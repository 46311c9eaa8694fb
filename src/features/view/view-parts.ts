import type { ViewPart } from '@shared/edit'
import { layoutOf } from '../layout'
import type { ViewState } from './view-state'

/** Some parts of the view as a journal writes them. */
export function partOf(state: ViewState, keys: readonly (keyof ViewPart)[]): ViewPart {
  const all: ViewPart = {
    layout: state.layout,
    pinned: [...state.pinned],
    hiddenNodes: [...state.hiddenNodes],
    hiddenRelations: [...state.hiddenRelations],
    onlyState: state.onlyState,
    filter: state.filter,
    near: state.near === null ? null : { ...state.near, centres: [...state.near.centres] },
    groupBy: state.groupBy,
    levels: state.levels,
    folding: {
      auto: state.folding.auto,
      opened: [...state.folding.opened],
      closed: [...state.folding.closed],
    },
    kept: [...state.kept],
  }
  const wanted = new Set<string>(keys)
  return Object.fromEntries(Object.entries(all).filter(([key]) => wanted.has(key)))
}

const asSet = <T>(list: readonly T[] | undefined): ReadonlySet<T> | undefined =>
  list === undefined ? undefined : new Set(list)

/** The same as the view has it; what a part does not speak of is left out. */
export function stateOf(part: ViewPart): Partial<ViewState> {
  const { layout, onlyState, filter, near, groupBy, levels, folding } = part
  const state = {
    layout: layout === undefined ? undefined : layoutOf(layout),
    ...{ onlyState, filter, near, groupBy, levels },
    pinned: asSet(part.pinned),
    hiddenNodes: asSet(part.hiddenNodes),
    hiddenRelations: asSet(part.hiddenRelations),
    kept: asSet(part.kept),
    folding:
      folding === undefined
        ? undefined
        : { ...folding, opened: new Set(folding.opened), closed: new Set(folding.closed) },
  }
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined))
}
