import { createStore } from 'zustand/vanilla'
import type { Session } from '../session'

/** What a newcomer does first, in this order. */
export const guideSteps = ['crawl', 'expand', 'connect', 'undo', 'rest'] as const
export type GuideStep = (typeof guideSteps)[number]

export type GuideState = {
  readonly shown: boolean
  readonly done: ReadonlySet<GuideStep>
}

/** Once it is over it does not come by itself, also after a reload. */
const overKey = 'guide-over'

/** A guide that ticks its own steps from what a person does, however it is done. */
export function createGuide(
  { crawl, map, edits }: Pick<Session, 'crawl' | 'map' | 'edits'>,
  isFirst: boolean,
) {
  const wanted = isFirst && localStorage.getItem(overKey) === null
  const store = createStore<GuideState>(() => ({ shown: wanted, done: new Set() }))
  let first = edits.store.getState().entries.length
  const tick = (step: GuideStep) => {
    const { shown, done } = store.getState()
    if (shown && !done.has(step)) store.setState({ done: new Set(done).add(step) })
  }
  return {
    store,
    tick,
    /** Looks at what is done. Gives how to stop. */
    follow: () => {
      const stops = [
        crawl.store.subscribe(({ run, expanding }) => {
          if (run.kind === 'ended') tick('crawl')
          if (expanding.size > 0) tick('expand')
        }),
        map.store.subscribe(({ run }) => {
          if (run.kind === 'ended') tick('crawl')
        }),
        edits.store.subscribe(({ entries }) => {
          for (const { kind, of, steps } of entries.slice(first)) {
            if (of !== null) tick('undo')
            else if (kind === 'create' && steps.some(({ state }) => state === 'confirmed'))
              tick('connect')
          }
        }),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
    /** From the start again. */
    show: () => {
      first = edits.store.getState().entries.length
      store.setState({ shown: true, done: new Set() })
    },
    close: () => {
      localStorage.setItem(overKey, 'yes')
      store.setState({ shown: false })
    },
  }
}
export type Guide = ReturnType<typeof createGuide>
