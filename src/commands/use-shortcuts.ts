import { useEffect } from 'react'
import type { Workbench } from './act'
import { pressAnywhere } from './press'
import { singleKeys } from './single-keys'
import { contextOf } from './use-workbench'

/** Keys that work everywhere, before anything in the page has them. */
export function useShortcuts(workbench: Workbench): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const where = {
        singles: singleKeys.getState().on && isFree(event.target),
        onControl: isIn(event.target, controls),
        typing: isTyped(event.target),
      }
      if (!pressAnywhere(event, contextOf(workbench), where)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [workbench])
}

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null

const isTyped = (target: EventTarget | null): boolean => isIn(target, 'input, textarea, select')

/** What a key could be meant for: buttons, links, tabs and lists have letters of their own. */
const controls = 'button, a[href], summary, [role="tab"], [role="option"], [role="separator"]'

/** Menus and dialogs lie over the panels; there a letter is theirs. */
const isFree = (target: EventTarget | null): boolean =>
  target === document.body || isIn(target, '.explorer')
