import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps something going while an element is on the screen, so that a tab which is not chosen
 * costs nothing. `start` gives how to stop; it has to stay the same function.
 */
export function useWhileSeen(start: () => () => void): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    let stop: (() => void) | null = null
    const observer = new IntersectionObserver((entries) => {
      const isSeen = entries.at(-1)?.isIntersecting ?? false
      if (isSeen === (stop !== null)) return
      stop?.()
      stop = isSeen ? start() : null
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      stop?.()
    }
  }, [start])
  return ref
}
