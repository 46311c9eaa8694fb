import { useState } from 'react'

/**
 * A value that stays as it was while a pointer is pressed on what shows it: an answer that comes
 * between press and release must not put something else under the pointer, nor nothing.
 */
export function useHeld<T>(value: T): { value: T; hold: () => void } {
  const [held, setHeld] = useState<{ readonly value: T } | null>(null)
  const hold = () => {
    setHeld({ value: held === null ? value : held.value })
    const ended = new AbortController()
    // The click comes after the release, in the same turn.
    const release = () => {
      ended.abort()
      setTimeout(() => setHeld(null))
    }
    for (const kind of ['pointerup', 'pointercancel'])
      window.addEventListener(kind, release, { signal: ended.signal })
  }
  return { value: held === null ? value : held.value, hold }
}
