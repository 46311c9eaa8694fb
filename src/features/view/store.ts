import { createStore } from 'zustand/vanilla'
import type { Place, ViewPart } from '@shared/edit'
import { type EdgeId, endsOf, type NodeId, type Relation } from '@shared/graph'
import { noFilter } from '@shared/filter'
import { firstOutline, type KeptView } from '@shared/workspace'
import type { Canvas, Placed } from '../canvas/canvas'
import type { Difference } from './difference'
import { layoutOf } from '../layout/layout-name'
import { createFiltering } from './filtering'
import { createFolds } from './folds'
import { standInsOf } from '../picture/group-folds'
import { createGroups } from './groups'
import { ungrouped } from './grouping'
import { firstFolding, unfolded } from '../picture/fold'
import { createArranging } from '../canvas/arranging'
import { createLooking } from './looking'
import { createShowing } from './showing'
import type { Drafted, Selection, ViewAct, ViewState } from './view-state'

const nothing: Selection = { nodes: [], edges: [] }

const noDraft: Drafted = { ghosts: [], leaving: new Set() }

const first: ViewState = {
  selection: nothing,
  focus: null,
  pinned: new Set(),
  hiddenNodes: new Set(),
  hiddenRelations: new Set(),
  onlyState: null,
  filter: noFilter,
  match: null,
  views: [],
  outline: firstOutline,
  starts: new Set(),
  ghosts: [],
  leaving: new Set(),
  drafted: noDraft,
  near: null,
  path: null,
  grouping: ungrouped,
  folding: firstFolding,
  folds: [],
  kept: new Set(),
  compared: null,
  layout: 'force',
  arranging: false,
  canvas: null,
}

/** What is seen and how; nothing here is known to the server. */
export function createViewStore(
  kept: KeptView | null = null,
  places: readonly Placed[] = [],
  onAct: (act: ViewAct) => void = () => undefined,
) {
  const store = createStore<ViewState>(() => ({ ...first, ...restored(kept) }))
  const set = store.setState
  /** Where nodes stand that the canvas does not draw at the moment. */
  const known = new Map<NodeId, Place>(places)
  const positions = (): Placed[] => store.getState().canvas?.positions() ?? [...known]

  /** Does something and tells what it changed, so that it can be taken back. */
  const act = (
    kind: ViewAct['kind'],
    title: string,
    keys: readonly (keyof ViewPart)[],
    change: () => void,
  ) => {
    const before = partOf(store.getState(), keys)
    change()
    const after = partOf(store.getState(), keys)
    if (JSON.stringify(before) !== JSON.stringify(after)) onAct({ kind, title, before, after })
  }

  return {
    store,
    positions,
    places: (): ReadonlyMap<NodeId, Place> => known,
    /** Before the canvas goes, so that the next one draws the same. */
    keepPlaces: () => {
      for (const [id, place] of positions()) known.set(id, place)
    },
    /** Puts a part of the view as it was, or as it was before that. */
    put: ({
      places: wanted,
      pinned,
      hiddenNodes,
      hiddenRelations,
      onlyState,
      filter,
    }: ViewPart) => {
      if (wanted !== undefined) {
        for (const [id, place] of wanted) known.set(id, place)
        store.getState().canvas?.place(wanted)
      }
      set({
        ...(pinned === undefined ? {} : { pinned: new Set(pinned) }),
        ...(hiddenNodes === undefined ? {} : { hiddenNodes: new Set(hiddenNodes) }),
        ...(hiddenRelations === undefined ? {} : { hiddenRelations: new Set(hiddenRelations) }),
        ...(onlyState === undefined ? {} : { onlyState }),
        ...(filter === undefined ? {} : { filter }),
      })
    },
    /** What was put somewhere by hand stays there. */
    moved: (before: Placed[], after: Placed[]) => {
      const was = [...store.getState().pinned]
      const pinned = [...new Set([...was, ...after.map(([id]) => id)])]
      set({ pinned: new Set(pinned) })
      onAct({
        kind: 'move',
        title: before.length === 1 ? 'Moved a node.' : `Moved ${before.length} nodes.`,
        before: { places: before, pinned: was },
        after: { places: after, pinned },
      })
    },
    select: (selection: Partial<Selection>) =>
      set(({ folds }) => ({ selection: unfolded(folds, { ...nothing, ...selection }) })),
    /** Selects a node, moves the keyboard there and brings it into view. */
    goTo: (id: NodeId) => {
      set(({ kept }) => ({
        selection: { nodes: [id], edges: [] },
        focus: id,
        kept: new Set(kept).add(id),
      }))
      store.getState().canvas?.reveal(id)
    },
    /** Selects several things and brings all of them into view. */
    goToAll: ({ nodes = [], edges = [] }: Partial<Selection>) => {
      const standIns = standInsOf(store.getState().folds)
      const ends = [...nodes, ...edges.flatMap((id) => endsOf(id))]
      const shown = [...new Set(ends.map((id) => standIns.get(id) ?? id))]
      set({ selection: { nodes, edges }, focus: shown[0] ?? null })
      store.getState().canvas?.reveal(shown)
    },
    goToRelation: (id: EdgeId) => set({ selection: { nodes: [], edges: [id] } }),
    setFocus: (focus: NodeId | null) => set({ focus }),
    ...createShowing(set, act),
    ...createFolds(store),
    ...createGroups(store),
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
    ...createLooking(set),
    ...createArranging(store, positions, onAct),
    setDrafted: (drafted: Drafted) => set({ drafted }),
    setCompared: (compared: Difference | null) => set({ compared }),
    setCanvas: (canvas: Canvas | null) => set({ canvas }),
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

function partOf(state: ViewState, keys: readonly (keyof ViewPart)[]): ViewPart {
  const { pinned, hiddenNodes, hiddenRelations, onlyState, filter } = state
  return {
    ...(keys.includes('pinned') ? { pinned: [...pinned] } : {}),
    ...(keys.includes('hiddenNodes') ? { hiddenNodes: [...hiddenNodes] } : {}),
    ...(keys.includes('hiddenRelations') ? { hiddenRelations: [...hiddenRelations] } : {}),
    ...(keys.includes('onlyState') ? { onlyState } : {}),
    ...(keys.includes('filter') ? { filter } : {}),
  }
}

const restored = (kept: KeptView | null): Partial<ViewState> =>
  kept === null
    ? {}
    : {
        pinned: new Set(kept.pinned),
        hiddenNodes: new Set(kept.hiddenNodes),
        hiddenRelations: new Set(kept.hiddenRelations),
        onlyState: kept.onlyState,
        filter: kept.filter,
        views: kept.views,
        outline: kept.outline,
        starts: new Set(kept.starts),
        layout: layoutOf(kept.layout),
        grouping: { ...ungrouped, by: kept.groupBy },
        folding: { ...firstFolding, closed: new Set(kept.foldedGroups) },
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
  groupBy: state.grouping.by,
  foldedGroups: [...state.folding.closed].filter((key) => key.startsWith('group|')),
})
