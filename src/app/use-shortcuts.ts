import { useEffect, useRef } from 'react'

type Shortcuts = {
  undo: () => void
  redo: () => void
  find: () => void
  palette: () => void
  keys: () => void
  outline: () => void
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

const withoutControl: Readonly<Record<string, keyof Shortcuts>> = { '?': 'keys', o: 'outline' }

/** Menus and dialogs lie over the panels; there a letter is theirs. */
const isOnPanels = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.closest('.explorer') !== null)

/** Which shortcut a key is; where text is typed, undo is the box's own. */
function nameOf(event: KeyboardEvent): keyof Shortcuts | null {
  if (event.altKey) return null
  const isTyping =
    event.target instanceof Element && event.target.closest('input, textarea, select') !== null
  if (!(event.ctrlKey || event.metaKey)) {
    const isFree = !isTyping && isOnPanels(event.target)
    return isFree ? (withoutControl[event.key] ?? null) : null
  }
  const name = withControl[`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`]
  return name === undefined || (isTyping && (name === 'undo' || name === 'redo')) ? null : name
}
