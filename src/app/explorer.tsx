import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { explain } from '@shared/failure'
import type { NodeId } from '@shared/graph'
import { CrawlPanel, CrawlProgress, ExpandDialog, ProbeDialog } from '../features/crawl'
import { PaceNote } from '../features/remote'
import type { Profile } from '@shared/contract'
import type { Credentials } from '../features/credentials'
import { DraftBar } from '../features/edit'
import {
  CanvasView,
  type CanvasActs,
  ComparedBar,
  FocusBar,
  InsightsPanel,
  Legend,
  type Spot,
  ZoomControls,
} from '../features/view'
import { PointMenu } from '../ui'
import { DetailsPanel } from './details-panel'
import { EditDialogs } from './edit-dialogs'
import { Knowledge } from './knowledge'
import { menuItems } from './menu-items'
import { RelationNames } from './relation-names'
import type { Session } from './session'
import { StatusBar } from './status-bar'
import { TopBar } from './top-bar'
import { takeUp } from './take-up'
import { useShortcuts } from './use-shortcuts'
import type { WorkDialog } from './work-dialog'
import { WorkDialogs } from './work-dialogs'
import { meanNewNeighbours, suggestedNames } from './workspace-words'

type Props = {
  session: Session
  credentials: Credentials
  version: string
  onOpen: (profile: Profile, workspace?: string) => void
  onLeave: () => void
}

type MenuState = { spot: Spot; at: { x: number; y: number } } | null

/** The main screen: crawl on the left, graph in the middle, details on the right. */
export function Explorer({ session, credentials, version, onOpen, onLeave }: Props) {
  const { graph, view, crawl, edits, acts, remote, vocabulary, workspace } = session
  const frameRef = useRef<HTMLDivElement>(null)
  const findRef = useRef<HTMLInputElement>(null)
  const [menu, setMenu] = useState<MenuState>(null)
  const [naming, setNaming] = useState(false)
  const [probing, setProbing] = useState<NodeId | null>(null)
  const [dialog, setDialog] = useState<WorkDialog>({ kind: 'none' })
  const [expandBy, setExpandBy] = useState<NodeId | null>(null)
  const { graph: model, names } = useStore(graph.store)
  const { expanding, follow, states } = useStore(crawl.store)
  const { recent, readOnly } = useStore(edits.store)
  const words = useStore(vocabulary.store, (state) => state.words)
  const suggestions = suggestedNames(session.profile, names, [
    ...follow.relations,
    ...recent,
    ...words.map(({ name }) => name),
  ])
  useShortcuts({
    undo: () => void acts.undo(),
    redo: () => void acts.redo(),
    find: () => findRef.current?.focus(),
    palette: () => setDialog({ kind: 'palette' }),
    keys: () => setDialog({ kind: 'keys' }),
  })
  useEffect(() => {
    void remote.listen()
    void vocabulary.load()
    void takeUp(session)
    const flush = () => {
      void vocabulary.flush()
      void workspace.flush()
    }
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
      crawl.close()
      remote.close()
    }
  }, [session, crawl, remote, vocabulary, workspace])

  const canvasActs = canvasActsOf(session, (spot, at) => setMenu({ spot, at }))
  const titled = (id: NodeId | null) => (id === null ? null : { id, title: graph.titleOf(id) })
  return (
    <div className="explorer">
      <TopBar
        {...{ session, credentials, version, onOpen, onLeave, findRef }}
        onDialog={setDialog}
      />
      <aside className="panel panel--left" aria-label="Crawl">
        <CrawlPanel
          client={session.client}
          profile={session.profile}
          crawl={crawl}
          suggestions={suggestions}
          meanNewNeighbours={meanNewNeighbours(model)}
        />
        <CrawlProgress crawl={crawl} onKeep={() => setDialog({ kind: 'snapshots' })} />
        <Knowledge session={session} />
        <InsightsPanel {...{ graph, view, crawl }} />
      </aside>
      <main className="stage" aria-label="Graph">
        <CanvasView
          {...{ graph, view, frameRef }}
          acts={canvasActs}
          asking={expanding}
          states={states}
          words={words}
          mayConnect={readOnly === null}
        />
        <StageBars session={session} onReview={() => setDialog({ kind: 'review', entry: null })} />
        {model.nodes.size === 0 && <EmptyStage />}
        {model.nodes.size > 0 && (
          <Legend graph={graph} view={view} words={words} onNames={() => setNaming(true)} />
        )}
        {model.nodes.size > 0 && <ZoomControls view={view} />}
      </main>
      <DetailsPanel session={session} names={suggestions} onExpandBy={setExpandBy} />
      <StatusBar session={session} />
      <ContextMenu
        session={session}
        menu={menu}
        onExpandBy={setExpandBy}
        onProbe={setProbing}
        onClose={() => setMenu(null)}
        frameRef={frameRef}
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
      <EditDialogs session={session} names={suggestions} words={words} frameRef={frameRef} />
    </div>
  )
}

type ContextMenuProps = {
  session: Session
  menu: MenuState
  onExpandBy: (node: NodeId) => void
  onProbe: (node: NodeId) => void
  onClose: () => void
  frameRef: React.RefObject<HTMLDivElement | null>
}

/** What a right-click offers. */
function ContextMenu(props: ContextMenuProps) {
  const { session, menu, onExpandBy, onProbe, onClose, frameRef } = props
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
      finalFocus={frameRef}
    />
  )
}

function canvasActsOf(
  { graph, view, edits, acts, notices }: Session,
  showMenu: CanvasActs['onMenu'],
): CanvasActs {
  /** A key that may do nothing says why. */
  const ifMay = (edit: () => void) => {
    const { readOnly } = edits.store.getState()
    if (readOnly === null) edit()
    else notices.say({ tone: 'bad', ...explain(readOnly) })
  }
  return {
    onExpand: acts.expand,
    onMenu: (spot, at) => {
      if (spot.kind === 'node') view.setFocus(spot.id)
      if (spot.kind === 'edge') view.select({ edges: [spot.id] })
      showMenu(spot, at)
    },
    onDrop: (drop) =>
      drop.kind === 'node'
        ? edits.connect([drop], { at: { x: drop.x, y: drop.y } })
        : edits.connectFrom([drop.source]),
    onConnect: (node) => ifMay(() => edits.connectFrom([node])),
    onDelete: (id) => {
      const relation = graph.store.getState().graph.edges.get(id)
      if (relation !== undefined) ifMay(() => edits.askDelete([relation]))
    },
  }
}

/** What is going on, over the graph. */
function StageBars({ session, onReview }: { session: Session; onReview: () => void }) {
  return (
    <div className="stage-bars">
      <DraftBar draft={session.draft} onReview={onReview} />
      <ComparedBar view={session.view} />
      <FocusBar graph={session.graph} view={session.view} />
      <PaceNote remote={session.remote} onGiveUp={session.crawl.stop} />
    </div>
  )
}

function EmptyStage() {
  return (
    <div className="empty-stage">
      <h2>Nothing drawn yet</h2>
      <p>
        Choose a page, blog post, space or person on the left, say which relations to follow, and
        start the crawl. Page links work on every site without any set-up.
      </p>
    </div>
  )
}
