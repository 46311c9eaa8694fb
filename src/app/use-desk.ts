import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import {
  type Desk,
  linkActs,
  type PanelName,
  setSingleKeys,
  type Side,
  singleKeys,
  type TabName,
  type Workbench,
  type WorkDialog,
} from '../commands'
import type { NodeDialog } from './node-dialogs'
import type { Places } from './places'
import type { Session } from '../session'
import { chooseTheme, themeChoice } from '../ui'

type Parts = {
  readonly session: Session
  readonly places: Places
  readonly findRef: RefObject<HTMLInputElement | null>
  readonly show: (dialog: WorkDialog) => void
}

/** The panels beside the graph that are shown. */
export type Sides = Readonly<Record<Side, boolean>>

/** Which panel of the keyboard's round is on which side. */
const sideOf: Readonly<Partial<Record<PanelName, Side>>> = { left: 'left', details: 'right' }

/** What can be opened and gone to, and which of it is open. */
export function useDesk({ session, places, findRef, show }: Parts) {
  const [tab, setTab] = useState<TabName>('crawl')
  const [asking, setAsking] = useState<NodeDialog>({ kind: 'none' })
  const [sides] = useState(() => createStore<Sides>(() => ({ left: true, right: true })))
  const workbench = useMemo((): Workbench => {
    const { view, notices } = session
    const goTo = (panel: PanelName) => {
      const side = sideOf[panel]
      if (side !== undefined) sides.setState({ [side]: true })
      places.goTo(panel)
    }
    const desk: Desk = {
      show: (dialog) => {
        // The first steps are beside the graph.
        if (dialog.kind === 'guide') sides.setState({ right: true })
        show(dialog)
      },
      goTo,
      walk: places.walk,
      isCovered: places.isCovered,
      toNodes: places.toNodes,
      toFind: () => {
        findRef.current?.focus()
        // What was looked for before is typed over.
        findRef.current?.select()
      },
      showTab: (name) => {
        setTab(name)
        goTo('left')
      },
      toggleOutline: () => {
        const { open } = view.store.getState().outline
        view.setOutline({ open: !open })
        places.goTo(open ? 'graph' : 'outline')
      },
      isSideShown: (side) => sides.getState()[side],
      toggleSide: (side) => {
        const isShown = sides.getState()[side]
        sides.setState({ [side]: !isShown })
        places.goTo(isShown ? 'graph' : side === 'left' ? 'left' : 'details')
      },
      hasSingleKeys: () => singleKeys.getState().on,
      setSingleKeys,
      theme: () => themeChoice.getState().choice,
      setTheme: chooseTheme,
      showNames: () => setAsking({ kind: 'names' }),
      expandBy: (node) => setAsking({ kind: 'expand-by', node }),
      probe: (node) => setAsking({ kind: 'probe', node }),
      ...linkActs(notices),
    }
    return { ...session, desk }
  }, [session, places, findRef, show, sides])
  useEffect(
    () =>
      session.view.store.subscribe(({ path }, last) => {
        // A path that is looked for is told there.
        if (path !== null && last.path === null) sides.setState({ right: true })
      }),
    [session, sides],
  )
  const left = useStore(sides, (state) => state.left)
  const right = useStore(sides, (state) => state.right)
  return { workbench, tab, setTab, asking, setAsking, sides: { left, right } }
}
