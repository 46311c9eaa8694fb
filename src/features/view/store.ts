import { createStore } from 'zustand/vanilla'
import type { ActKind, Place, ViewPart } from '@shared/edit'
import type { EdgeId, KnowledgeState, NodeId, Relation } from '@shared/graph'
import type { KeptView } from '@shared/workspace'
import type { Canvas, Difference, LayoutName, Placed } from './canvas'
import { layoutOf } from './layout-name'

export type Selection = { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] }

export type ViewState = {
  readonly selection: Selection
  /** The node the keyboard is on; it wears the focus ring. */
  readonly focus: NodeId | null
  readonly hiddenNodes: ReadonlySet<NodeId>
  readonly hiddenRelations: ReadonlySet<string>
  /** Only nodes of which this is known are drawn in full. */
  readonly onlyState: KnowledgeState | null
  readonly starts: ReadonlySet<NodeId>
  /** Relations the server has not said yes to yet; drawn dashed. */
  readonly ghosts: readonly Relation[]
  /** Relations being deleted. */
  readonly leaving: ReadonlySet<EdgeId>
  /** What a draft would make and delete. */
  readonly drafted: Drafted
  /** Differences that are drawn, or null. */
  readonly compared: Difference | null
  readonly layout: LayoutName
  readonly arranging: boolean
  /** Set while a canvas is mounted. */
  readonly canvas: Canvas | null
}

export type Drafted = {
  readonly ghosts: readonly Relation[]
  readonly leaving: ReadonlySet<EdgeId>
}

/** Something a person did to the view that can be taken back. */
export type ViewAct = {
  readonly kind: Extract<ActKind, 'move' | 'hide' | 'show' | 'arrange' | 'filter'>
  readonly title: string
  readonly before: ViewPart
  readonly after: ViewPart
}

const nothing: Selection = { nodes: [], edges: [] }

const noDraft: Drafted = { ghosts: [], leaving: new Set() }

const first: ViewState = {
  selection: nothing,
  focus: null,
  hiddenNodes: new Set(),
  hiddenRelations: new Set(),
  onlyState: null,
  starts: new Set(),
  ghosts: [],
  leaving: new Set(),
  drafted: noDraft,
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

  const arrange = async (layout: LayoutName = store.getState().layout, isAct = true) => {
    const { canvas, selection, starts } = store.getState()
    const before = positions()
    set({ layout, arranging: true })
    const centre = selection.nodes[0] ?? [...starts][0] ?? null
    const done = (await canvas?.arrange(layout, centre)) ?? false
    if (done) canvas?.fit()
    set({ arranging: false })
    if (done && isAct) {
      const title = `Arranged the graph (${layout}).`
      onAct({ kind: 'arrange', title, before: { places: before }, after: { places: positions() } })
    }
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
    put: ({ places: wanted, hiddenNodes, hiddenRelations, onlyState }: ViewPart) => {
      if (wanted !== undefined) {
        for (const [id, place] of wanted) known.set(id, place)
        store.getState().canvas?.place(wanted)
      }
      set({
        ...(hiddenNodes === undefined ? {} : { hiddenNodes: new Set(hiddenNodes) }),
        ...(hiddenRelations === undefined ? {} : { hiddenRelations: new Set(hiddenRelations) }),
        ...(onlyState === undefined ? {} : { onlyState }),
      })
    },
    moved: (before: Placed[], after: Placed[]) =>
      onAct({
        kind: 'move',
        title: before.length === 1 ? 'Moved a node.' : `Moved ${before.length} nodes.`,
        before: { places: before },
        after: { places: after },
      }),
    select: (selection: Partial<Selection>) => set({ selection: { ...nothing, ...selection } }),
    /** Selects a node, moves the keyboard there and brings it into view. */
    goTo: (id: NodeId) => {
      set({ selection: { nodes: [id], edges: [] }, focus: id })
      store.getState().canvas?.reveal(id)
    },
    goToRelation: (id: EdgeId) => set({ selection: { nodes: [], edges: [id] } }),
    setFocus: (focus: NodeId | null) => set({ focus }),
    hide: (nodes: readonly NodeId[]) =>
      act('hide', nodes.length === 1 ? 'Hid a node.' : `Hid ${nodes.length} nodes.`, hiding, () =>
        set((state) => ({
          hiddenNodes: new Set([...state.hiddenNodes, ...nodes]),
          selection: nothing,
          focus: state.focus !== null && nodes.includes(state.focus) ? null : state.focus,
        })),
      ),
    showAll: () =>
      act('show', 'Showed all that was hidden.', [...hiding, ...filtering], () =>
        set({ hiddenNodes: new Set(), hiddenRelations: new Set(), onlyState: null }),
      ),
    setOnlyState: (onlyState: KnowledgeState | null) =>
      act('filter', 'Filtered by what is known.', filtering, () => set({ onlyState })),
    toggleRelation: (name: string) =>
      act('filter', `Switched “${name}” on or off.`, filtering, () =>
        set(({ hiddenRelations }) => ({ hiddenRelations: toggled(hiddenRelations, name) })),
      ),
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
    setDrafted: (drafted: Drafted) => set({ drafted }),
    setCompared: (compared: Difference | null) => set({ compared }),
    setCanvas: (canvas: Canvas | null) => set({ canvas }),
    arrange,
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

const hiding = ['hiddenNodes'] as const
const filtering = ['hiddenRelations', 'onlyState'] as const

function partOf(state: ViewState, keys: readonly (keyof ViewPart)[]): ViewPart {
  const { hiddenNodes, hiddenRelations, onlyState } = state
  return {
    ...(keys.includes('hiddenNodes') ? { hiddenNodes: [...hiddenNodes] } : {}),
    ...(keys.includes('hiddenRelations') ? { hiddenRelations: [...hiddenRelations] } : {}),
    ...(keys.includes('onlyState') ? { onlyState } : {}),
  }
}

const restored = (kept: KeptView | null): Partial<ViewState> =>
  kept === null
    ? {}
    : {
        hiddenNodes: new Set(kept.hiddenNodes),
        hiddenRelations: new Set(kept.hiddenRelations),
        onlyState: kept.onlyState,
        starts: new Set(kept.starts),
        layout: layoutOf(kept.layout),
      }

/** The view as a workspace keeps it. */
export const keptView = (state: ViewState): KeptView => ({
  hiddenNodes: [...state.hiddenNodes],
  hiddenRelations: [...state.hiddenRelations],
  onlyState: state.onlyState,
  starts: [...state.starts],
  layout: state.layout,
})

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
