import type { Point } from '../layout'

/** Of all nodes this part stands so far out, on each side, that it is not counted. */
const outliers = 0.02

/** The part of the picture that most of some points are in, square px of the model. */
export function areaOf(points: readonly Point[]): number {
  const across = spreadOf(points.map(({ x }) => x))
  const down = spreadOf(points.map(({ y }) => y))
  return across * down
}

function spreadOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const skipped = Math.floor(sorted.length * outliers)
  const [least = 0, most = 0] = [sorted[skipped], sorted[sorted.length - 1 - skipped]]
  return most - least
}
