import { type RefObject, useContext, useRef } from 'react'
import { FocusReturn } from './focus-return'

const reachable =
  'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, a[href], [tabindex="0"]'

/** A menu has the keyboard as a whole, and its own way to walk. */
const firstIn = (popup: HTMLElement): HTMLElement =>
  popup.role === 'menu' ? popup : (popup.querySelector<HTMLElement>(reachable) ?? popup)

/**
 * For what opens over the page: it has the keyboard from the moment it is there, and gives it back
 * when it closes. The library hands it over a frame later; a key that comes before that would be
 * acted on by what lies below.
 */
export function useTakesKeyboard(first?: RefObject<HTMLElement | null>) {
  const back = useContext(FocusReturn)
  const before = useRef<Element | null>(null)
  const own = useRef<HTMLElement | null>(null)
  const ref = (popup: HTMLElement | null) => {
    if (popup === null || popup === own.current) return
    own.current = popup
    if (popup.contains(document.activeElement)) return
    before.current = document.activeElement
    const entry = first?.current ?? firstIn(popup)
    entry.focus({ preventScroll: true })
  }
  const finalFocus = (): HTMLElement | boolean => {
    const over = document.activeElement?.closest('[role="dialog"], [role="menu"]') ?? null
    // What has opened since has it already.
    if (over !== null && over !== own.current) return false
    const there = back?.() ?? before.current
    // `true` is the library's own choice.
    return there instanceof HTMLElement && there.isConnected ? there : true
  }
  return { ref, finalFocus }
}
