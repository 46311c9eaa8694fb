import { createStore, type StoreApi } from 'zustand/vanilla'
import { type EdgeId, type NodeId, spaceKeyOf } from '@shared/graph'
import {
  createDerivation,
  type Fold,
  groupFoldKey,
  type GroupOf,
  type Known,
  membersOf,
  type Picture,
  rulesOf,
  unfolded,
} from '@shared/picture'
import type { GraphModel } from '../graph'
import type { Selection, View } from '../view'
import { createGroupFinder } from './find-groups'
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
  const now = () =>
    derive({ graph: model, view: view.store.getState(), known: crawl.store.getState(), groups })
  const store = createStore<Picture>(now)
  const update = (): void => {
    finder.follow(model, view.store.getState().groupBy)
    const next = now()
    const old = store.getState()
    const keys = Object.keys(next) as (keyof Picture)[]
    if (keys.some((key) => next[key] !== old[key])) store.setState(next)
  }
  const finder = createGroupFinder((found) => {
    groups = found
    update()
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

  const foldAt = (id: NodeId | EdgeId): Fold | undefined =>
    store.getState().folds.find(({ shown }) => shown === id)
  return {
    store,
    foldAt,
    /** Opens the fold that an element stands for; false where it stands for itself. */
    openFold: (id: NodeId | EdgeId): boolean => {
      const fold = foldAt(id)
      if (fold !== undefined) view.unfold([fold.key])
      return fold !== undefined
    },
    /** The key of the space that a node is in. */
    sectionOf: (id: NodeId): string | null => {
      const entity = model.nodes.get(id)
      return entity === undefined ? null : (spaceKeyOf(entity) ?? null)
    },
    /** The fold that a node's group would make. */
    groupKeyOf: (id: NodeId): string | null => {
      const group = groups.get(id)
      return group === undefined ? null : groupFoldKey(group)
    },
    /** Groups with who is in them and not hidden. */
    members: () => {
      const { hiddenNodes } = store.getState()
      return membersOf(groups, (id) => !hiddenNodes.has(id))
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
