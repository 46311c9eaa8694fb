import { holdsAsDone, isSuperseded } from '@shared/edit'
import type { Edits } from '../features/edit'
import type { Notice, Voice } from '../ui'

/** Whether what a notice offers to do with its act is still the thing to do. */
type Until = 'holds' | 'untouched'

/**
 * Voice about one act, whose button is about that act alone. They go when it has nothing left to
 * be about: when the act is undone, applied, or something was done to the same relation since.
 */
export function createActNotices({ edits, notices }: { edits: Edits; notices: Voice }) {
  const open = new Map<() => void, () => boolean>()
  edits.store.subscribe(({ entries }, old) => {
    if (entries === old.entries) return
    for (const [close, isDue] of open) {
      if (!isDue()) continue
      open.delete(close)
      close()
    }
  })
  return {
    say: (entry: string, until: Until, notice: Notice): void => {
      const isDue = () => {
        const { entries } = edits.store.getState()
        if (until === 'holds') return !holdsAsDone(entry, entries)
        const act = entries.find(({ id }) => id === entry)
        return act === undefined || isSuperseded(act, entries)
      }
      const close = notices.say({ ...notice, onGone: () => open.delete(close) })
      open.set(close, isDue)
    },
  }
}
export type ActNotices = ReturnType<typeof createActNotices>
