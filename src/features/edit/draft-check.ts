import type { StoreApi } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import { lineKey } from '@shared/edit'
import { type Client, toFailure } from '../../transport'
import type { DraftState } from './draft-state'

/** Asks the server what drafted lines would do; one round at a time. */
export function createChecker(client: Client, profile: Profile, store: StoreApi<DraftState>) {
  const set = store.setState
  let current: AbortController | null = null
  /** Asks the server what the lines would do that were not asked for yet; nothing is changed. */
  const check = async (): Promise<void> => {
    current?.abort()
    const mine = new AbortController()
    current = mine
    const { lines, checks } = store.getState()
    const open = lines.filter((line) => !checks.has(lineKey(line)))
    if (open.length === 0) return
    set({ checking: true, failure: null })
    try {
      const answers = await client.edit.check({ profile: profile.id, lines: open }, mine)
      for await (const { at, ...answer } of answers) {
        const line = open[at]
        if (line === undefined) continue
        set((state) => ({ checks: new Map(state.checks).set(lineKey(line), answer) }))
      }
    } catch (error) {
      if (!mine.signal.aborted) set({ failure: toFailure(error) })
    }
    if (current === mine) set({ checking: false })
  }
  return {
    check,
    /** Asks anew what could not be answered. */
    checkAgain: (): Promise<void> => {
      set(({ checks }) => ({
        checks: new Map([...checks].filter(([, { verdict }]) => verdict !== 'failed')),
      }))
      return check()
    },
    stop: () => current?.abort(),
  }
}
