import { useEffect, useRef } from 'react'

type Shortcuts = { undo: () => void; redo: () => void; find: () => void }

/** Keys that work everywhere, except where text is being typed. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select')
      const key = event.key.toLowerCase()
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)
      if ((key === 'z' || isRedo) && typing === null) {
        event.preventDefault()
        if (isRedo) latest.current.redo()
        else latest.current.undo()
      }
      if (key === 'f' && !event.shiftKey) {
        event.preventDefault()
        latest.current.find()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
