import { type RefObject, useMemo, useState } from 'react'
import {
  type Desk,
  linkActs,
  setSingleKeys,
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

/** What can be opened and gone to, and which of it is open. */
export function useDesk({ session, places, findRef, show }: Parts) {
  const [tab, setTab] = useState<TabName>('crawl')
  const [asking, setAsking] = useState<NodeDialog>({ kind: 'none' })
  const workbench = useMemo((): Workbench => {
    const { view, notices } = session
    const desk: Desk = {
      show,
      goTo: places.goTo,
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
        places.goTo('left')
      },
      toggleOutline: () => {
        const { open } = view.store.getState().outline
        view.setOutline({ open: !open })
        places.goTo(open ? 'graph' : 'outline')
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
  }, [session, places, findRef, show])
  return { workbench, tab, setTab, asking, setAsking }
}
