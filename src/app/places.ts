import { useEffect, useMemo } from 'react'
import { type PanelName, panels } from '../commands'

export type Places = {
  /** Moves the keyboard to a panel; from a dialog or menu, as soon as that has closed. */
  readonly goTo: (panel: PanelName) => void
  /** Moves it to the next panel that is there, or to the one before. */
  readonly walk: (step: 1 | -1) => void
  /** Whether a dialog or menu keeps it to itself. */
  readonly isCovered: () => boolean
  /** Moves it to where nodes are: the outline where it was there, else the graph. */
  readonly toNodes: () => void
  /** Where the keyboard was before a dialog or menu opened. */
  readonly back: () => HTMLElement | null
}

/** What first takes the keyboard in a panel; elsewhere the first thing that can. */
const entries: Readonly<Partial<Record<PanelName, string>>> = {
  graph: '.canvas-frame',
  outline: '[data-row][tabindex="0"], [data-cell][tabindex="0"], [data-head][tabindex="0"]',
  left: '[role="tab"][aria-selected="true"]',
}

const reachable =
  'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, a[href], summary, [tabindex="0"]'

const isSeen = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility()

const elementOf = (panel: PanelName): HTMLElement | null =>
  document.querySelector<HTMLElement>(panel === 'notices' ? '.notices' : `[data-panel="${panel}"]`)

const panelOf = (element: Element): PanelName | null => {
  const name = element.closest<HTMLElement>('[data-panel]')?.dataset['panel']
  return panels.find((panel) => panel === name) ?? (element.closest('.notices') ? 'notices' : null)
}

const toGraph = (): void =>
  document.querySelector<HTMLElement>('.canvas-frame')?.focus({ preventScroll: true })

/** Where the keyboard goes in a panel: where it last was, or the first place. */
function placeIn(panel: PanelName, last: ReadonlyMap<PanelName, HTMLElement>): HTMLElement | null {
  const root = elementOf(panel)
  if (root === null) return null
  if (panel === 'notices') return root.childElementCount > 0 ? root : null
  const known = last.get(panel)
  if (known !== undefined && isSeen(known) && known.tabIndex !== -1) return known
  const entry = entries[panel]
  const first = entry === undefined ? null : root.querySelector<HTMLElement>(entry)
  if (first !== null && isSeen(first)) return first
  return [...root.querySelectorAll<HTMLElement>(reachable)].find(isSeen) ?? null
}

/** Remembers where the keyboard is, brings it back after dialogs, and walks the panels. */
export function usePlaces(): Places {
  const places = useMemo(() => createPlaces(), [])
  useEffect(() => places.watch(), [places])
  return places
}

function createPlaces() {
  const last = new Map<PanelName, HTMLElement>()
  let current: PanelName = 'graph'

  const isCovered = () => isModal(document.activeElement)
  const back = () => placeIn(current, last) ?? placeIn('graph', last)
  const goTo = (panel: PanelName) => {
    current = panel
    // A panel that has just been opened has to be there first.
    setTimeout(() => {
      if (isCovered()) return
      back()?.focus()
    })
  }
  const walk = (step: 1 | -1) => {
    const there = panels.filter((panel) => placeIn(panel, last) !== null)
    const from = there.indexOf(panelOf(document.activeElement ?? document.body) ?? current)
    const next = there.at((from + step) % there.length)
    if (next !== undefined) placeIn(next, last)?.focus()
  }
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    const panel = panelOf(target)
    // A press beside all that has keys of its own.
    const isBeside = panel === null ? target.matches('.explorer') : target === elementOf(panel)
    if (isBeside && (panel === null || panel === 'graph')) toGraph()
    if (panel === null || panel === 'notices') return
    current = panel
    if (!isBeside) last.set(panel, target)
  }
  /** A list that is open closes first; then Escape leaves the panel for the graph. */
  let closesList = false
  const onKeyFirst = (event: KeyboardEvent) => {
    closesList = event.target instanceof Element && event.target.ariaExpanded === 'true'
  }
  const onKeyLast = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || closesList) return
    if (!(event.target instanceof Element)) return
    const panel = panelOf(event.target)
    if (panel !== null && panel !== 'graph') goTo('graph')
  }
  const watch = () => {
    const options = { capture: true }
    document.addEventListener('focusin', onFocus)
    window.addEventListener('keydown', onKeyFirst, options)
    window.addEventListener('keydown', onKeyLast)
    return () => {
      document.removeEventListener('focusin', onFocus)
      window.removeEventListener('keydown', onKeyFirst, options)
      window.removeEventListener('keydown', onKeyLast)
    }
  }
  return {
    goTo,
    walk,
    isCovered,
    toNodes: () => goTo(current === 'outline' ? 'outline' : 'graph'),
    back,
    watch,
  }
}

/** In a dialog, a menu or a list over the panels, which keep the keyboard to themselves. */
const isModal = (element: Element | null): boolean =>
  element !== null && element.closest(overPanels) !== null

const overPanels = '[role="dialog"]:not(.notice), [role="alertdialog"]:not(.notice), [role="menu"]'
