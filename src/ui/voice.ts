import { createContext, useContext, useEffect, useRef } from 'react'

/** Says something to who does not see it; set by who has the one voice of the program. */
export const Tell = createContext<(words: string) => void>(() => undefined)

export const useTell = (): ((words: string) => void) => useContext(Tell)

/** Ms after the last change; who types hears what came of it, not of each letter. */
const rest = 700

/**
 * Says what a person's own doing has come to, once it rests: when `because` changes, and not when
 * the words change by themselves. Nothing is said of how things were at first.
 */
export function useTellAtRest(because: string, words: string): void {
  const tell = useTell()
  const latest = useRef(words)
  const first = useRef(because)
  useEffect(() => {
    latest.current = words
  })
  useEffect(() => {
    if (first.current === because) return
    first.current = because
    const timer = setTimeout(() => tell(latest.current), rest)
    return () => clearTimeout(timer)
  }, [because, tell])
}
