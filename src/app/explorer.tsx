import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { NodeId } from '@shared/graph'
import { CrawlPanel, CrawlProgress, ExpandDialog, ProbeDialog } from '../features/crawl'
import type { Profile } from '@shared/contract'
import type { Credentials } from '../features/credentials'
import { useGraph } from '../features/graph'
import { FilterPanel, GroupsPanel, InsightsPanel, OutlinePanel, type Spot } from '../features/view'
import { FocusReturn, PointMenu } from '../ui'
import { canvasActsOf } from './canvas-acts'
import { DetailsPanel } from './details-panel'
import { EditDialogs } from './edit-dialogs'
import { GuideCard } from './guide-card'
import { Knowledge } from './knowledge'
import { LeftPanel } from './left-panel'
import { menuItems } from './menu-items'
import { Panes } from './panes'
import { usePlaces } from './places'
import { RelationNames } from './relation-names'
import type { Session } from './session'
import { Stage } from './stage'
import { StatusBar } from './status-bar'
import { TopBar } from './top-bar'
import { useSessionLife } from './use-session-life'
import { useShortcuts } from './use-shortcuts'
import { useWorkDialog } from './use-work-dialog'
import { WorkDialogs } from './work-dialogs'
import { meanNewNeighbours, suggestedNames } from './workspace-words'

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
  const { graph, view, crawl, edits, acts, vocabulary } = session
  const frameRef = useRef<HTMLDivElement>(null)
  const findRef = useRef<HTMLInputElement>(null)
  const [menu, setMenu] = useState<MenuState>(null)
  const [naming, setNaming] = useState(false)
  const [probing, setProbing] = useState<NodeId | null>(null)
  const { dialog, setDialog, guide } = useWorkDialog(session, isFirst)
  const [expandBy, setExpandBy] = useState<NodeId | null>(null)
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
  const titled = (id: NodeId | null) => (id === null ? null : { id, title: graph.titleOf(id) })
  const tabs = tabsOf(session, suggestions, () => setDialog({ kind: 'snapshots' }))
  return (
    <FocusReturn value={places.back}>
      <div className="explorer">
        <TopBar
          {...{ session, credentials, version, onOpen, onLeave, findRef }}
          onDialog={setDialog}
        />
        <Panes
          left={<LeftPanel tabs={tabs} />}
          stage={
            <Stage
              {...{ session, frameRef }}
              acts={canvasActs}
              onReview={() => setDialog({ kind: 'review', entry: null })}
              onNames={() => setNaming(true)}
            />
          }
          dock={
            outline.open ? (
              <OutlinePanel
                {...{ graph, view, crawl, words }}
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
              <DetailsPanel session={session} names={suggestions} onExpandBy={setExpandBy} />
            </>
          }
        />
        <StatusBar session={session} />
        <ContextMenu
          session={session}
          menu={menu}
          onExpandBy={setExpandBy}
          onProbe={setProbing}
          onClose={() => setMenu(null)}
        />
        <ExpandDialog
          crawl={crawl}
          node={titled(expandBy)}
          suggestions={suggestions}
          onClose={() => setExpandBy(null)}
        />
        <RelationNames session={session} open={naming} onClose={() => setNaming(false)} />
        <ProbeDialog
          crawl={crawl}
          node={titled(probing)}
          names={['link', ...suggestions]}
          onClose={() => setProbing(null)}
        />
        <WorkDialogs
          {...{ session, version }}
          open={dialog}
          onOpen={setDialog}
          onWorkspace={(workspace) => onOpen(session.profile, workspace)}
        />
        <EditDialogs session={session} names={suggestions} words={words} />
      </div>
    </FocusReturn>
  )
}

/** The panels on the left. */
function tabsOf(session: Session, suggestions: readonly string[], onKeep: () => void) {
  const { graph, view, crawl } = session
  return [
    {
      key: 'crawl',
      title: 'Crawl',
      panel: <Crawling {...{ session, suggestions }} onKeep={onKeep} />,
    },
    { key: 'filter', title: 'Filter', panel: <FilterPanel {...{ graph, view, crawl }} /> },
    { key: 'insights', title: 'Insights', panel: <InsightsPanel {...{ graph, view, crawl }} /> },
    { key: 'groups', title: 'Groups', panel: <GroupsPanel {...{ graph, view }} /> },
  ]
}

type CrawlingProps = {
  session: Session
  suggestions: readonly string[]
  onKeep: () => void
}

/** The crawl's form, how it goes, and what is known by it. */
function Crawling({ session, suggestions, onKeep }: CrawlingProps) {
  const { client, profile, crawl } = session
  const model = useGraph(session.graph)
  const mean = useMemo(() => meanNewNeighbours(model), [model])
  return (
    <>
      <CrawlPanel {...{ client, profile, crawl, suggestions }} meanNewNeighbours={mean} />
      <CrawlProgress crawl={crawl} onKeep={onKeep} />
      <Knowledge session={session} />
    </>
  )
}

type ContextMenuProps = {
  session: Session
  menu: MenuState
  onExpandBy: (node: NodeId) => void
  onProbe: (node: NodeId) => void
  onClose: () => void
}

/** What a right-click offers. */
function ContextMenu(props: ContextMenuProps) {
  const { session, menu, onExpandBy, onProbe, onClose } = props
  const open =
    menu === null
      ? null
      : menuItems(menu.spot, { ...session, expandBy: onExpandBy, probe: onProbe })
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
