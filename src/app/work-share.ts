import { endWords, shareDone } from '../features/crawl'
import { mapEndWords, partRead } from '../features/map'
import type { Session } from '../session'

/** How far a crawl or map is that runs; `part` is null where nobody knows how much there is. */
export type WorkShare = { readonly part: number | null; readonly isPaused: boolean }

/** Null while neither runs. Of both it is the one that is less far, for that is waited for. */
export function workShare({ crawl, map }: Pick<Session, 'crawl' | 'map'>): WorkShare | null {
  const [walk, read] = [crawl.store.getState().run, map.store.getState().run]
  const shares: WorkShare[] = []
  if (walk.kind === 'active') {
    shares.push({ part: shareDone(walk.progress), isPaused: walk.progress.state === 'paused' })
  }
  if (read.kind === 'active') {
    shares.push({ part: partRead(read.progress, read.about), isPaused: read.paused })
  }
  const [first, ...others] = shares
  if (first === undefined) return null
  return others.reduce((least, one) => ((one.part ?? 0) < (least.part ?? 0) ? one : least), first)
}

/** How what ran has ended, in words; null where it did not end by itself. */
export function endOfWork({ crawl, map }: Pick<Session, 'crawl' | 'map'>): string | null {
  const [walk, read] = [crawl.store.getState().run, map.store.getState().run]
  if (read.kind === 'ended') return `The map has ended. ${mapEndWords(read.summary)}`
  return walk.kind === 'ended' ? `The crawl has ended. ${endWords(walk.summary)}` : null
}
