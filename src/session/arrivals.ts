import { isEqual } from 'es-toolkit/predicate'
import type { Graph } from '@shared/graph'
import type { Kept, WorkspaceState } from '@shared/workspace'
import type { Vocabulary } from '../features/vocabulary'
import type { Arrivals } from '../features/workspace'
import type { ActParts } from './act-parts'
import type { OpenNames } from '../features/unresolved'

type Parts = Omit<ActParts, 'notices'> & {
  readonly vocabulary: Vocabulary
  readonly unresolved: OpenNames
}

/** Shows what other pages did to the workspace in the rooms that it belongs to. */
export function createArrivals(
  { graph, view, canvas, crawl, edits, draft, vocabulary, unresolved }: Parts,
  onFirst: () => void,
): Arrivals {
  const arrivals: Arrivals = {
    kept: (was, now) => {
      const take = <K extends keyof Kept>(part: K, into: (value: Kept[K]) => void) => {
        if (!isEqual(was[part], now[part])) into(now[part])
      }
      take('view', view.take)
      take('crawl', crawl.take)
      take('words', vocabulary.take)
      take('draft', draft.arrived)
    },
    update: (update, version) => {
      const { batch, gone, places = [], records = [], entries = [], steps = [] } = update
      const wasEmpty = graph.store.getState().graph.nodes.size === 0
      // Known before the nodes come, so that they are drawn where the other page has them.
      if (places.length > 0) canvas.put({ places })
      if (gone !== undefined && gone.nodes.length + gone.edges.length > 0) {
        graph.remove(gone)
        view.forget(new Set(gone.nodes), new Set(gone.edges))
      }
      if (batch !== undefined && batch.entities.length + batch.relations.length > 0) {
        graph.apply(batch)
      }
      if (records.length > 0) crawl.note(records)
      edits.placed(entries)
      for (const { entry, at, step } of steps) edits.takeStep(entry, { at, step, version })
      unresolved.take(update.unresolved)
      if (wasEmpty && graph.store.getState().graph.nodes.size > 0) onFirst()
    },
    settled: edits.placed,
    anew: (state) => {
      const { unresolved: open, ...rest } = state
      arrivals.update({ ...rest, gone: goneSince(graph.store.getState().graph, state) }, 0)
      unresolved.put(open)
      edits.replaced(state.entries)
      arrivals.present(state.present)
    },
    present: edits.present,
  }
  return arrivals
}

/** What is drawn and is not in the workspace any more. */
function goneSince({ nodes, edges }: Graph, { batch }: WorkspaceState) {
  const nodesNow = new Set(batch.entities.map(({ id }) => id))
  const edgesNow = new Set(batch.relations.map(({ id }) => id))
  return {
    nodes: [...nodes.keys()].filter((id) => !nodesNow.has(id)),
    edges: [...edges.keys()].filter((id) => !edgesNow.has(id)),
  }
}
