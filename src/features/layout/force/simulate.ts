import type { Force } from './forces'
import { addAt, numberAt } from './read'

/** What is left of a node's speed after each round. */
const kept = 0.6

/**
 * Moves nodes in place under forces for some rounds. How much the forces count falls from `heat`
 * to 0, so that the picture comes to rest.
 */
export function simulate(
  places: Float64Array,
  forces: readonly Force[],
  { rounds, heat }: { rounds: number; heat: number },
): void {
  const sums = new Float64Array(places.length)
  const speeds = new Float64Array(places.length)
  for (let round = 0; round < rounds; round += 1) {
    const warmth = heat * (1 - round / rounds)
    sums.fill(0)
    for (const force of forces) force(places, sums)
    for (let at = 0; at < places.length; at += 1) {
      const speed = (numberAt(speeds, at) + numberAt(sums, at) * warmth) * kept
      speeds[at] = speed
      addAt(places, at, speed)
    }
  }
}
