import { useSyncExternalStore } from 'react'
import type { Theme } from './relation-colours'

let query: MediaQueryList | null = null
const dark = (): MediaQueryList => (query ??= matchMedia('(prefers-color-scheme: dark)'))

const subscribe = (listener: () => void) => {
  dark().addEventListener('change', listener)
  return () => dark().removeEventListener('change', listener)
}

/** The theme of the system, followed while the program runs. */
export const useTheme = (): Theme =>
  useSyncExternalStore(subscribe, () => (dark().matches ? 'dark' : 'light'))
