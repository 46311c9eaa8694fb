import type { Batch } from '@shared/graph'
import { createListeners } from '@shared/listeners'

/** Long enough to gather the answers of a busy crawl, short enough to look immediate. */
const wait = 60

/**
 * Gathers batches and hands them on as one. Merging costs what the whole graph holds, so it must
 * not be done for each answer. `flush` hands on at once what is waiting; by itself it does so only
 * when the page may change.
 */
export function createBatchQueue<Change>(
  apply: (batch: Batch) => Change,
  whenMayChange: (run: () => void) => void = (run) => run(),
) {
  const applied = createListeners<[change: Change]>()
  let waiting: Batch[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return
    const all = waiting
    waiting = []
    const change = apply({
      entities: all.flatMap(({ entities }) => entities),
      relations: all.flatMap(({ relations }) => relations),
    })
    applied.tell(change)
  }
  return {
    flush,
    /** Called with what became of each batch. Returns how to stop listening. */
    onApplied: applied.add,
    add: (batch: Batch) => {
      waiting.push(batch)
      timer ??= setTimeout(() => whenMayChange(flush), wait)
    },
  }
}
