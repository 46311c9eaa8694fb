import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Grouping } from '@shared/edit'
import { type EdgeId, type NodeId, spaceKeyOf } from '@shared/graph'
import {
  createDerivation,
  type Fold,
  groupFoldKey,
  groupsAt,
  type Importance,
  type GroupOf,
  type Known,
  membersOf,
  type Picture,
  rulesOf,
  unfolded,
} from '@shared/picture'
import type { GraphModel } from '../graph'
import type { Selection, View } from '../view'
import { findGroups, findImportance } from './find-groups'
import { createLater } from './find-later'
import { followCalmly } from './follow-calmly'

type Parts = {
  readonly graph: GraphModel
  readonly view: View
  readonly crawl: { readonly store: Pick<StoreApi<Known>, 'getState' | 'subscribe'> }
}

/** What is drawn and how, worked out from the graph, the view and what is known; never set by hand. */
export function createPicture({ graph, view, crawl }: Parts) {
  const derive = createDerivation(Date.now)
  let model = graph.store.getState().graph
  let groups: GroupOf = new Map()
  let communities: GroupOf = new Map()
  let importance: Importance = null
  const now = () =>
    derive({
      ...{ graph: model, view: view.store.getState(), known: crawl.store.getState() },
      ...{ groups, communities, importance },
    })
  const store = createStore<Picture>(now)
  const update = (): void => {
    const { groupBy, colourBy, sizeBy } = view.store.getState()
    grouped.follow(model, groupBy)
    coloured.follow(model, colourBy === 'community' ? colourBy : null)
    sized.follow(model, sizeBy === 'importance' ? sizeBy : null)
    const next = now()
    const old = store.getState()
    const keys = Object.keys(next) as (keyof Picture)[]
    if (keys.some((key) => next[key] !== old[key])) store.setState(next)
  }
  const grouped = createLater<Grouping, GroupOf>({
    nothing: new Map(),
    work: findGroups,
    onFound: (found) => {
      groups = found
      update()
    },
  })
  const coloured = createLater<Grouping, GroupOf>({
    nothing: new Map(),
    work: findGroups,
    onFound: (found) => {
      communities = found
      update()
    },
  })
  const sized = createLater<'importance', Importance>({
    nothing: null,
    work: findImportance,
    onFound: (found) => {
      importance = found
      update()
    },
  })
  const look = followCalmly(() => {
    model = graph.store.getState().graph
    update()
  })
  graph.store.subscribe((next, old) => {
    if (next.graph !== old.graph) look(next.graph)
  })
  view.store.subscribe(update)
  crawl.store.subscribe(update)
  update()

  /** What can be folded: the groups that were chosen, or those of the level that is drawn. */
  const foldable = (): GroupOf => {
    const { level } = store.getState()
    return level === 'pages' ? groups : groupsAt(model, level)
  }
  /** For want of room spaces or sections are drawn as one shape each. */
  const isByZoom = (): boolean =>
    view.store.getState().levels === 'zoom' && store.getState().level !== 'pages'
  const foldAt = (id: NodeId | EdgeId): Fold | undefined =>
    store.getState().folds.find(({ shown }) => shown === id)
  return {
    store,
    isByZoom,
    foldAt,
    /**
     * Opens the fold that an element stands for; false where it stands for itself. What is one shape
     * for want of room is gone nearer to.
     */
    openFold: (id: NodeId | EdgeId): boolean => {
      const fold = foldAt(id)
      if (fold?.kind === 'group' && isByZoom()) view.goInto(fold.nodes)
      else if (fold !== undefined) view.unfold([fold.key])
      return fold !== undefined
    },
    /** The key of the space that a node is in. */
    sectionOf: (id: NodeId): string | null => {
      const entity = model.nodes.get(id)
      return entity === undefined ? null : (spaceKeyOf(entity) ?? null)
    },
    /** The fold that a node's group would make. */
    groupKeyOf: (id: NodeId): string | null => {
      const group = foldable().get(id)
      return group === undefined ? null : groupFoldKey(group)
    },
    /** Groups with who is in them and not hidden. */
    members: () => {
      const { hiddenNodes } = store.getState()
      return membersOf(foldable(), (id) => !hiddenNodes.has(id))
    },
    /** All that some drawn elements stand for. */
    whole: ({ nodes = [], edges = [] }: Partial<Selection>): Selection =>
      unfolded(store.getState().folds, { nodes, edges }),
    /** Selects what is drawn, with all that it stands for. */
    select: ({ nodes = [], edges = [] }: Partial<Selection>) =>
      view.select(unfolded(store.getState().folds, { nodes, edges })),
    /** The nodes that are drawn, but for what another stands for. */
    drawnNodes: (): NodeId[] => {
      const { isNode } = rulesOf(store.getState())
      return [...graph.store.getState().graph.nodes.keys()].filter(isNode)
    },
  }
}
export type PictureModel = ReturnType<typeof createPicture>
