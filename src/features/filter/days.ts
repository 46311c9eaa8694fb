import { dayOf, type DayWindow } from '@shared/filter'
import type { Graph } from '@shared/graph'

function* daysOf(graph: Graph): Generator<number> {
  for (const { createdAt } of graph.edges.values()) {
    const day = dayOf(createdAt)
    if (day !== null) yield day
  }
}

/** First and last day on which a drawn relation was made; null where there are not two. */
export function spanOf(graph: Graph): DayWindow | null {
  let span: DayWindow = { from: Infinity, to: -Infinity }
  for (const day of daysOf(graph)) {
    span = { from: Math.min(span.from, day), to: Math.max(span.to, day) }
  }
  return span.from < span.to ? span : null
}

/** How many relations were made in each of so many equal parts of the span. */
export function histogram(graph: Graph, { from, to }: DayWindow, parts: number): number[] {
  const bars = Array.from({ length: parts }, () => 0)
  for (const day of daysOf(graph)) {
    const at = Math.min(parts - 1, Math.floor(((day - from) / (to - from + 1)) * parts))
    bars[at] = (bars[at] ?? 0) + 1
  }
  return bars
}
