import { createStore } from 'zustand/vanilla'

/**
 * Whether a single letter, digit or sign does an act. Keys with Ctrl always do. Who speaks to the
 * computer, or slips, switches them off; the host keeps it.
 */
export const singleKeys = createStore<{ on: boolean }>(() => ({ on: true }))

export const setSingleKeys = (on: boolean): void => singleKeys.setState({ on })
