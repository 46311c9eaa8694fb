import { createContext, useContext } from 'react'

/** Where the keyboard returns to when a dialog, a menu or a picker closes. */
export const FocusReturn = createContext<(() => HTMLElement | null) | null>(null)

/** For the parts of a library that close and give the keyboard back. */
export function useFocusReturn(): { finalFocus?: () => HTMLElement | true } {
  const back = useContext(FocusReturn)
  // `true` is the library's own choice: what had the keyboard before.
  return back === null ? {} : { finalFocus: () => back() ?? true }
}
