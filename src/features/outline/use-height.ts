import { type RefObject, useLayoutEffect, useState } from 'react'

/** Px an element is high, as it changes with its words and the window. */
export function useHeight(ref: RefObject<HTMLElement | null>, before: number): number {
  const [height, setHeight] = useState(before)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => setHeight(element.offsetHeight)
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [ref])
  return height
}
