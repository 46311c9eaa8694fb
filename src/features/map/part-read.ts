import type { MapProgress } from '@shared/map'

/** Of all pages, as far as that is known. */
export function partRead({ pages, phase }: MapProgress, about: number | null): number | null {
  if (phase === 'resolving') return 1
  return about === null || about === 0 ? null : Math.min(1, pages / about)
}
