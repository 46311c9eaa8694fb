import { createStore } from 'zustand/vanilla'
import type { ViewPart } from '@shared/edit'
import { type EdgeId, endsOf, type NodeId, type Relation } from '@shared/graph'
import {
  type Difference,
  type Drafted,
  firstChoices,
  keptChoices,
  type Selection,
} from '@shared/picture'
import { firstOutline, type KeptView } from '@shared/workspace'
import { isEqual } from 'es-toolkit/predicate'
import { type LayoutName, layoutOf } from '../layout'
import { createFiltering } from './filtering'
import { createFolding } from './folding'
import { createGrouping } from './grouping'
import { createLooking } from './looking'
import { type Act, createShowing } from './showing'
import { partOf, stateOf } from './view-parts'
import type { ViewAct, ViewState } from './view-state'

const nothing: Selection = { nodes: [], edges: [] }

const first: ViewState = {
  ...firstChoices,
  focus: null,
  views: [],
  outline: firstOutline,
  path: null,
  layout: 'force',
  sought: null,
}

/** What is seen and how; nothing here is known to the server. */
export function createViewStore(
  kept: KeptView | null = null,
  onAct: (act: ViewAct) => void = () => undefined,
) {
  const store = createStore<ViewState>(() => ({ ...first, ...restored(kept) }))
  const set = store.setState

  /** Does something and tells what it changed, so that it can be taken back. */
  const act: Act = (kind, title, keys, change) => {
    const before = partOf(store.getState(), keys)
    change()
    const after = partOf(store.getState(), keys)
    if (isEqual(before, after)) return
    onAct({ kind, title: typeof title === 'string' ? title : title(), before, after })
  }

  return {
    store,
    /** As another page has it. */
    take: (view: KeptView) => set(restored(view)),
    /** Puts a part of the view as it was, or as it was before that. */
    put: (part: ViewPart) => set(stateOf(part)),
    /** Some of what acts can change, as it is now. */
    part: (keys: readonly (keyof ViewPart)[]): ViewPart => partOf(store.getState(), keys),
    select: (selection: Partial<Selection>) => set({ selection: { ...nothing, ...selection } }),
    /** Selects a node, moves the keyboard there and brings it into view. */
    goTo: (id: NodeId) =>
      set(({ kept }) => ({
        selection: { nodes: [id], edges: [] },
        focus: id,
        kept: new Set(kept).add(id),
        sought: { nodes: [id], isInto: false },
      })),
    /** Selects several things and brings all of them into view. */
    goToAll: ({ nodes = [], edges = [] }: Partial<Selection>) => {
      const ends = [...new Set([...nodes, ...edges.flatMap((id) => endsOf(id))])]
      set({
        selection: { nodes, edges },
        focus: ends[0] ?? null,
        sought: { nodes: ends, isInto: false },
      })
    },
    /** Goes into what is drawn for some nodes. */
    goInto: (nodes: readonly NodeId[]) => set({ sought: { nodes, isInto: true } }),
    goToRelation: (id: EdgeId) => set({ selection: { nodes: [], edges: [id] } }),
    setFocus: (focus: NodeId | null) => set({ focus }),
    ...createShowing(store, act),
    ...createFolding(store, act),
    ...createGrouping(store, act),
    ...createFiltering(store, act),
    addStart: (id: NodeId) => set(({ starts }) => ({ starts: new Set(starts).add(id) })),
    setGhost: (ghost: Relation, shown: boolean) =>
      set(({ ghosts }) => ({
        ghosts: [...ghosts.filter(({ id }) => id !== ghost.id), ...(shown ? [ghost] : [])],
      })),
    setLeaving: (id: EdgeId, is: boolean) =>
      set(({ leaving }) => {
        const next = new Set(leaving)
        if (is) next.add(id)
        else next.delete(id)
        return { leaving: next }
      }),
    ...createLooking(set, act),
    setLayout: (layout: LayoutName) => set({ layout }),
    setDrafted: (drafted: Drafted) => set({ drafted }),
    setCompared: (compared: Difference | null) => set({ compared }),
    /** Drops what points at things that are gone. */
    forget: (nodes: ReadonlySet<NodeId>, edges: ReadonlySet<EdgeId>) =>
      set(({ selection, focus }) => ({
        selection: {
          nodes: selection.nodes.filter((id) => !nodes.has(id)),
          edges: selection.edges.filter((id) => !edges.has(id)),
        },
        focus: focus !== null && nodes.has(focus) ? null : focus,
      })),
  }
}
export type View = ReturnType<typeof createViewStore>

const restored = (kept: KeptView | null): Partial<ViewState> =>
  kept === null
    ? {}
    : {
        ...keptChoices(kept),
        views: kept.views,
        outline: kept.outline,
        layout: layoutOf(kept.layout),
      }

/** The view as a workspace keeps it. */
export const keptView = (state: ViewState): KeptView => ({
  pinned: [...state.pinned],
  hiddenNodes: [...state.hiddenNodes],
  hiddenRelations: [...state.hiddenRelations],
  onlyState: state.onlyState,
  filter: state.filter,
  views: [...state.views],
  outline: state.outline,
  starts: [...state.starts],
  layout: state.layout,
  backbone: state.backbone,
  colourBy: state.colourBy,
  sizeBy: state.sizeBy,
  groupBy: state.groupBy,
  levels: state.levels,
  foldedGroups: [...state.folding.closed],
  foldsByItself: state.folding.auto,
  unfolded: [...state.folding.opened],
  neverFolded: [...state.kept],
})
