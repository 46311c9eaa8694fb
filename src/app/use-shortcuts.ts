import { useEffect, useRef } from 'react'

type Shortcuts = {
  undo: () => void
  redo: () => void
  find: () => void
  palette: () => void
  keys: () => void
}

/** Keys that work everywhere, except where text is being typed. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event)
      if (name === null) return
      event.preventDefault()
      latest.current[name]()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

const withControl: Readonly<Record<string, keyof Shortcuts>> = {
  z: 'undo',
  'shift+z': 'redo',
  y: 'redo',
  f: 'find',
  k: 'palette',
}

/** Which shortcut a key is; where text is typed, undo is the box's own. */
function nameOf(event: KeyboardEvent): keyof Shortcuts | null {
  const isTyping =
    event.target instanceof Element && event.target.closest('input, textarea, select') !== null
  if (event.key === '?' && !isTyping) return 'keys'
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const name = withControl[`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`]
  return name === undefined || (isTyping && (name === 'undo' || name === 'redo')) ? null : name
}
