import { createStore } from 'zustand/vanilla'

/** Kept for this browser or window: who speaks to the computer, or slips, switches them off. */
const offKey = 'single-keys-off'

/** Whether a single letter, digit or sign does an act. Keys with Ctrl always do. */
export const singleKeys = createStore<{ on: boolean }>(() => ({
  on: localStorage.getItem(offKey) === null,
}))

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(offKey)
  else localStorage.setItem(offKey, 'yes')
  singleKeys.setState({ on })
}
