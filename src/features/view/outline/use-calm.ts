import { useEffect, useRef, useState } from 'react'

/** Ms between two values that are handed on. */
const pause = 400

/** A value that changes many times a second, handed on at once and then in calm steps. */
export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value)
  const last = useRef(-Infinity)
  useEffect(() => {
    const wait = Math.max(0, last.current + pause - performance.now())
    const hand = () => {
      last.current = performance.now()
      setCalm(() => value)
    }
    if (wait === 0) {
      hand()
      return
    }
    const timer = setTimeout(hand, wait)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}
