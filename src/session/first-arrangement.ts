import type { Delta } from '@shared/graph'
import type { WorkspaceState } from '@shared/workspace'
import type { CanvasModel } from '../features/canvas'
import type { CrawlModel } from '../features/crawl'
import type { createBatchQueue } from '../features/graph'
import type { Workspace } from '../features/workspace'

type Of = {
  readonly opened: WorkspaceState
  readonly canvas: CanvasModel
  readonly workspace: Workspace
}

type Growing = Of & {
  readonly queue: Pick<ReturnType<typeof createBatchQueue<Delta>>, 'onApplied'>
  readonly crawl: CrawlModel
}

/** Keeps a new graph in sight as it grows, and arranges it once the first of it has come. */
export function createFirstLook({ opened, queue, crawl, canvas, workspace }: Growing) {
  let isFirst = opened.batch.entities.length === 0
  const arrange = (): void => {
    if (isFirst) void canvas.arrange(undefined, false).then(() => workspace.touch())
    isFirst = false
  }
  queue.onApplied(({ added }) => {
    if (added.nodes.length > 0 && isFirst) canvas.fitNow()
  })
  crawl.onEnd(({ kind }) => {
    if (kind === 'crawl') arrange()
    else if (kind === 'go-on') isFirst = false
  })
  return {
    /** For what is not a crawl and brought the first of the graph. */
    arrange,
    /** What another page has found is arranged there. */
    foundElsewhere: (): void => {
      isFirst = false
      canvas.fitNow()
    },
  }
}

/**
 * A graph that came without places, as from an imported file, is arranged and fitted as after a
 * first crawl, as soon as there is a canvas to do it on. Returns what gives the waiting up.
 */
export function arrangeUnplaced({ opened, canvas, workspace }: Of): () => void {
  if (opened.batch.entities.length === 0 || opened.places.length > 0) return () => undefined
  const arrange = () => void canvas.arrange(undefined, false).then(() => workspace.touch())
  if (canvas.store.getState().mounted !== null) {
    arrange()
    return () => undefined
  }
  const stop = canvas.store.subscribe(({ mounted }) => {
    if (mounted === null) return
    stop()
    arrange()
  })
  return stop
}
