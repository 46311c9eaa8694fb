/**
 * Watches how long the page does not answer: the longest time between two turns of a chain of
 * timers. Nested timers are at least 4 ms apart, so that is what a page at rest shows.
 */
export function watchGaps() {
  let last = performance.now()
  let longest = 0
  let isOn = true
  const tick = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (isOn) setTimeout(tick)
  }
  setTimeout(tick)
  return {
    /** The longest gap until now, in ms. */
    end: (): number => {
      isOn = false
      return Math.max(longest, performance.now() - last)
    },
  }
}
