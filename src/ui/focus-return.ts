import { createContext } from 'react'

/** Where the keyboard returns to when a dialog, a menu or a picker closes. */
export const FocusReturn = createContext<(() => HTMLElement | null) | null>(null)
