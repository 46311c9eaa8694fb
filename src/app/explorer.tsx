import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import type { Credentials } from '../features/credentials'
import { FocusReturn, PointMenu } from '../ui'
import { menuOf, type Workbench } from '../commands'
import { useAppMenu, useShortcuts, WorkbenchProvider } from '../commands/panels'
import { canvasActsOf, type OpenMenu } from './canvas-acts'
import { DetailsPanel } from './details-panel'
import { EditDialogs } from './edit-dialogs'
import { GuideCard } from './guide-card'
import { LeftTabs } from './left-tabs'
import { NodeDialogs } from './node-dialogs'
import { Outline } from './outline'
import { Panes } from './panes'
import { usePlaces } from './places'
import { type Session, suggestedNames } from '../session'
import { Stage } from './stage'
import { StatusBar } from './status-bar'
import { TopBar } from './top-bar'
import { useDesk } from './use-desk'
import { useSessionLife } from './use-session-life'
import { useWorkDialog } from './use-work-dialog'
import { WorkDialogs } from './work-dialogs'
import { useEntry } from './use-entry'

type Props = {
  session: Session
  credentials: Credentials
  version: string
  /** Nobody has used the program before. */
  isFirst: boolean
  onOpen: (profile: Profile, workspace?: string) => void
  onLeave: () => void
}

/** The main screen: crawl on the left, graph in the middle, details on the right. */
export function Explorer({ session, credentials, version, isFirst, onOpen, onLeave }: Props) {
  const { graph, view, crawl, edits, vocabulary } = session
  const frameRef = useRef<HTMLDivElement>(null)
  const findRef = useRef<HTMLInputElement>(null)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const { dialog, setDialog, guide } = useWorkDialog(session, isFirst)
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
  const { workbench, tab, setTab, asking, setAsking, sides } = useDesk({
    ...{ session, places, findRef },
    show: setDialog,
  })
  const { desk } = workbench
  useShortcuts(workbench)
  useAppMenu(session.client, workbench)
  useSessionLife(session)
  useEntry(session, places)

  const canvasActs = canvasActsOf(workbench, setMenu)
  return (
    <FocusReturn value={places.back}>
      <WorkbenchProvider value={workbench}>
        <div className="explorer" tabIndex={-1}>
          <TopBar {...{ session, workbench, credentials, onOpen, onLeave, findRef }} />
          <Panes
            left={
              sides.left ? (
                <LeftTabs
                  {...{ session, suggestions, tab, version }}
                  acts={canvasActs}
                  onLeave={() => places.goTo('graph')}
                  onTab={setTab}
                  onKeep={() => desk.show({ kind: 'snapshots' })}
                />
              ) : null
            }
            stage={<Stage {...{ session, frameRef, desk }} acts={canvasActs} />}
            dock={
              outline.open ? (
                <Outline
                  session={session}
                  acts={canvasActs}
                  onLeave={() => places.goTo('graph')}
                  onClose={desk.toggleOutline}
                />
              ) : null
            }
            dockHeight={outline.height}
            onDockHeight={(height) => view.setOutline({ height })}
            right={
              sides.right ? (
                <>
                  <GuideCard {...{ session, guide }} onKeys={() => setDialog({ kind: 'keys' })} />
                  <DetailsPanel session={session} names={suggestions} />
                </>
              ) : null
            }
          />
          <StatusBar {...{ session, workbench, sides }} />
          <ContextMenu {...{ workbench, menu }} onClose={() => setMenu(null)} />
          <NodeDialogs {...{ session, suggestions, asking }} onAsk={setAsking} />
          <WorkDialogs
            {...{ session, version, workbench, suggestions }}
            open={dialog}
            onOpen={setDialog}
            onWorkspace={(workspace) => onOpen(session.profile, workspace)}
          />
          <EditDialogs session={session} names={suggestions} words={words} />
        </div>
      </WorkbenchProvider>
    </FocusReturn>
  )
}

type ContextMenuProps = { workbench: Workbench; menu: OpenMenu | null; onClose: () => void }

/** What a right-click offers, as it was when it was made: a menu does not change under the pointer. */
function ContextMenu({ workbench, menu, onClose }: ContextMenuProps) {
  const [made, setMade] = useState<{ of: OpenMenu; menu: ReturnType<typeof menuOf> } | null>(null)
  if (menu !== null && made?.of !== menu)
    setMade({ of: menu, menu: menuOf(menu.spot, { ...workbench, on: menu.on }) })
  const open = made?.menu
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
