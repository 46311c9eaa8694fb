import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import type { Credentials } from '../features/credentials'
import { OutlinePanel } from '../features/outline/panels'
import type { Spot } from '../features/canvas'
import { FocusReturn, PointMenu } from '../ui'
import { canvasActsOf } from './canvas-acts'
import type { Desk } from './desk'
import { DetailsPanel } from './details-panel'
import { EditDialogs } from './edit-dialogs'
import { GuideCard } from './guide-card'
import { LeftTabs } from './left-tabs'
import { menuItems } from './menu-items'
import { type NodeDialog, NodeDialogs } from './node-dialogs'
import { Panes } from './panes'
import { usePlaces } from './places'
import type { Session } from './session'
import { Stage } from './stage'
import { StatusBar } from './status-bar'
import { TopBar } from './top-bar'
import { useSessionLife } from './use-session-life'
import { useShortcuts } from './use-shortcuts'
import { useWorkDialog } from './use-work-dialog'
import { WorkDialogs } from './work-dialogs'
import { suggestedNames } from './workspace-words'

type Props = {
  session: Session
  credentials: Credentials
  version: string
  /** Nobody has used the program before. */
  isFirst: boolean
  onOpen: (profile: Profile, workspace?: string) => void
  onLeave: () => void
}

type MenuState = { spot: Spot; at: { x: number; y: number } } | null

/** The main screen: crawl on the left, graph in the middle, details on the right. */
export function Explorer({ session, credentials, version, isFirst, onOpen, onLeave }: Props) {
  const { graph, view, picture, canvas, crawl, edits, acts, vocabulary } = session
  const frameRef = useRef<HTMLDivElement>(null)
  const findRef = useRef<HTMLInputElement>(null)
  const [tab, setTab] = useState('crawl')
  const [menu, setMenu] = useState<MenuState>(null)
  const { dialog, setDialog, guide } = useWorkDialog(session, isFirst)
  const [asking, setAsking] = useState<NodeDialog>({ kind: 'none' })
  const outline = useStore(view.store, (state) => state.outline)
  const names = useStore(graph.store, (state) => state.names)
  const follow = useStore(crawl.store, (state) => state.follow)
  const recent = useStore(edits.store, (state) => state.recent)
  const words = useStore(vocabulary.store, (state) => state.words)
  const suggestions = suggestedNames(session.profile, names, [
    ...follow.relations,
    ...recent,
    ...words.map(({ name }) => name),
  ])
  const places = usePlaces()
  const toggleOutline = () => {
    view.setOutline({ open: !outline.open })
    places.goTo(outline.open ? 'graph' : 'outline')
  }
  const desk: Desk = {
    show: setDialog,
    goTo: places.goTo,
    toNodes: places.toNodes,
    showTab: (key) => {
      setTab(key)
      places.goTo('left')
    },
    toggleOutline,
    showNames: () => setAsking({ kind: 'names' }),
    expandBy: (node) => setAsking({ kind: 'expand-by', node }),
    probe: (node) => setAsking({ kind: 'probe', node }),
  }
  useShortcuts({
    undo: () => void acts.undo(),
    redo: () => void acts.redo(),
    find: () => findRef.current?.focus(),
    palette: () => setDialog({ kind: 'palette' }),
    keys: () => setDialog({ kind: 'keys' }),
    outline: toggleOutline,
  })
  useSessionLife(session)

  const canvasActs = canvasActsOf(session, (spot, at) => setMenu({ spot, at }))
  return (
    <FocusReturn value={places.back}>
      <div className="explorer">
        <TopBar
          {...{ session, credentials, version, onOpen, onLeave, findRef }}
          onFound={places.toNodes}
          onDialog={setDialog}
        />
        <Panes
          left={
            <LeftTabs
              {...{ session, suggestions, tab }}
              onTab={setTab}
              onKeep={() => setDialog({ kind: 'snapshots' })}
            />
          }
          stage={
            <Stage
              {...{ session, frameRef }}
              acts={canvasActs}
              onReview={() => setDialog({ kind: 'review', entry: null })}
              onNames={desk.showNames}
            />
          }
          dock={
            outline.open ? (
              <OutlinePanel
                {...{ graph, view, picture, canvas, crawl, words }}
                acts={canvasActs}
                onLeave={() => places.goTo('graph')}
                onClose={toggleOutline}
              />
            ) : null
          }
          dockHeight={outline.height}
          onDockHeight={(height) => view.setOutline({ height })}
          right={
            <>
              <GuideCard {...{ session, guide }} onKeys={() => setDialog({ kind: 'keys' })} />
              <DetailsPanel session={session} names={suggestions} onExpandBy={desk.expandBy} />
            </>
          }
        />
        <StatusBar session={session} />
        <ContextMenu {...{ session, desk, menu }} onClose={() => setMenu(null)} />
        <NodeDialogs {...{ session, suggestions, asking }} onAsk={setAsking} />
        <WorkDialogs
          {...{ session, version, desk }}
          open={dialog}
          onOpen={setDialog}
          onWorkspace={(workspace) => onOpen(session.profile, workspace)}
        />
        <EditDialogs session={session} names={suggestions} words={words} />
      </div>
    </FocusReturn>
  )
}

type ContextMenuProps = { session: Session; desk: Desk; menu: MenuState; onClose: () => void }

/** What a right-click offers. */
function ContextMenu({ session, desk, menu, onClose }: ContextMenuProps) {
  const open = menu === null ? null : menuItems(menu.spot, { ...session, ...desk })
  return (
    <PointMenu
      at={menu?.at ?? null}
      heading={open?.heading ?? ''}
      label={open?.heading ?? 'Menu'}
      items={open?.items ?? []}
      onClose={onClose}
    />
  )
}
