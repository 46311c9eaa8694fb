import { createStore } from 'zustand/vanilla'
import type { EdgeId, KnowledgeState, NodeId, Relation } from '@shared/graph'
import type { Canvas, LayoutName } from './canvas'

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
  readonly layout: LayoutName
  readonly arranging: boolean
  /** Set while a canvas is mounted. */
  readonly canvas: Canvas | null
}

const nothing: Selection = { nodes: [], edges: [] }

/** What is seen and how; nothing here is known to the server. */
export function createViewStore() {
  const store = createStore<ViewState>(() => ({
    selection: nothing,
    focus: null,
    hiddenNodes: new Set(),
    hiddenRelations: new Set(),
    onlyState: null,
    starts: new Set(),
    ghosts: [],
    leaving: new Set(),
    layout: 'force',
    arranging: false,
    canvas: null,
  }))
  const set = store.setState

  const arrange = async (layout: LayoutName = store.getState().layout) => {
    const { canvas, selection, starts } = store.getState()
    set({ layout, arranging: true })
    const centre = selection.nodes[0] ?? [...starts][0] ?? null
    const done = (await canvas?.arrange(layout, centre)) ?? false
    if (done) canvas?.fit()
    set({ arranging: false })
  }
  return {
    store,
    select: (selection: Partial<Selection>) => set({ selection: { ...nothing, ...selection } }),
    /** Selects a node, moves the keyboard there and brings it into view. */
    goTo: (id: NodeId) => {
      set({ selection: { nodes: [id], edges: [] }, focus: id })
      store.getState().canvas?.reveal(id)
    },
    goToRelation: (id: EdgeId) => set({ selection: { nodes: [], edges: [id] } }),
    setFocus: (focus: NodeId | null) => set({ focus }),
    hide: (nodes: readonly NodeId[]) =>
      set((state) => ({
        hiddenNodes: new Set([...state.hiddenNodes, ...nodes]),
        selection: nothing,
        focus: state.focus !== null && nodes.includes(state.focus) ? null : state.focus,
      })),
    showAll: () => set({ hiddenNodes: new Set(), hiddenRelations: new Set(), onlyState: null }),
    setOnlyState: (onlyState: KnowledgeState | null) => set({ onlyState }),
    toggleRelation: (name: string) =>
      set(({ hiddenRelations }) => ({ hiddenRelations: toggled(hiddenRelations, name) })),
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

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
