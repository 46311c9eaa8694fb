import { counted } from '@shared/text'
import type { StoreApi } from 'zustand/vanilla'
import type { ViewPart } from '@shared/edit'
import { noFilter } from '@shared/filter'
import type { KnowledgeState, NodeId } from '@shared/graph'
import { filterWords } from './filter-words'
import type { ViewAct, ViewState } from './view-state'

export type Act = (
  kind: ViewAct['kind'],
  /** A title that tells what became of it is made afterwards. */
  title: string | (() => string),
  keys: readonly (keyof ViewPart)[],
  change: () => void,
) => void

const pinning = ['pinned'] as const
const hiding = ['hiddenNodes'] as const
const filtering = ['hiddenRelations', 'onlyState'] as const

/** What is acted on, where nobody has better words for it. */
const all = (nodes: readonly NodeId[]): string => counted(nodes.length, 'node')

/** Acts on what is shown and what stays where it is; each can be taken back. */
export function createShowing(
  { getState, setState: set }: Pick<StoreApi<ViewState>, 'getState' | 'setState'>,
  act: Act,
) {
  const filtered = () => filterWords(getState())
  return {
    pin: (ids: readonly NodeId[], what = all(ids)) =>
      act('pin', `Pinned ${what}.`, pinning, () =>
        set(({ pinned }) => ({ pinned: new Set([...pinned, ...ids]) })),
      ),
    release: (ids: readonly NodeId[], what = all(ids)) =>
      act('pin', `Released ${what}.`, pinning, () =>
        set(({ pinned }) => ({ pinned: new Set([...pinned].filter((id) => !ids.includes(id))) })),
      ),
    hide: (nodes: readonly NodeId[], what = all(nodes)) =>
      act('hide', `Hid ${what}.`, hiding, () =>
        set((state) => ({
          hiddenNodes: new Set([...state.hiddenNodes, ...nodes]),
          selection: { nodes: [], edges: [] },
          focus: state.focus !== null && nodes.includes(state.focus) ? null : state.focus,
        })),
      ),
    showAll: () =>
      act('show', 'Showed all that was hidden.', [...hiding, ...filtering, 'filter'], () =>
        set({
          hiddenNodes: new Set(),
          hiddenRelations: new Set(),
          onlyState: null,
          filter: noFilter,
        }),
      ),
    setOnlyState: (onlyState: KnowledgeState | null) =>
      act('filter', filtered, filtering, () => set({ onlyState })),
    toggleRelation: (name: string) =>
      act('filter', filtered, filtering, () =>
        set(({ hiddenRelations }) => ({ hiddenRelations: toggled(hiddenRelations, name) })),
      ),
  }
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
