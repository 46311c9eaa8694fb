import type { MapProgress } from '@shared/map'
import type { Io } from './io'
import { createLine } from './progress'

/** How far a map is. */
export function createMapLine(io: Pick<Io, 'err' | 'isScreen'>) {
  const line = createLine(io)
  return {
    show: ({ phase, pages, relations, calls }: MapProgress): void =>
      line.show(`${phase}: ${pages} pages, ${relations} relations, ${calls} calls`),
    end: line.end,
  }
}
