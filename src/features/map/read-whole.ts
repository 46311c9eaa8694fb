import type { MapKept } from '@shared/map'

/** Whether a map was read to its end and nothing is under way, so that it can be brought up to date. */
export const isReadWhole = ({ ended, isRunning, refreshing }: MapKept): boolean =>
  !isRunning && refreshing === null && (ended?.state === 'complete' || ended?.state === 'partial')
