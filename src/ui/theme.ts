import { useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'

export type Theme = 'light' | 'dark'

/** What a person wants to see, or the theme of the system, followed while the program runs. */
export type ThemeChoice = Theme | 'system'

/** The host keeps it. */
export const themeChoice = createStore<{ choice: ThemeChoice }>(() => ({ choice: 'system' }))

/** Chooses, and shows it at once: every colour of the page has a value for each theme. */
export function chooseTheme(choice: ThemeChoice): void {
  document.documentElement.dataset['theme'] = choice
  themeChoice.setState({ choice })
}

let query: MediaQueryList | null = null
const dark = (): MediaQueryList => (query ??= matchMedia('(prefers-color-scheme: dark)'))

/** The theme that is seen now. */
export function themeNow(): Theme {
  const { choice } = themeChoice.getState()
  return choice === 'system' ? (dark().matches ? 'dark' : 'light') : choice
}

const subscribe = (listener: () => void) => {
  dark().addEventListener('change', listener)
  const stop = themeChoice.subscribe(listener)
  return () => {
    stop()
    dark().removeEventListener('change', listener)
  }
}

/** The same, followed. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, themeNow)
