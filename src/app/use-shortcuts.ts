import { useEffect, useRef } from 'react'

type Shortcuts = { undo: () => void; find: () => void }

/** Keys that work everywhere, except where text is being typed. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select')
      if (event.key.toLowerCase() === 'z' && typing === null) {
        event.preventDefault()
        latest.current.undo()
      }
      if (event.key.toLowerCase() === 'f') {
        event.preventDefault()
        latest.current.find()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
