import { Download, History, Search, Waypoints } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import { allRecords, inFile } from '@shared/crawl'
import { explain } from '@shared/failure'
import type { Entity, GraphFile } from '@shared/graph'
import { toGraphFile } from '@shared/graph'
import { kindWord, knowledgeOf } from '../features/crawl'
import { type Credentials, SiteMenu } from '../features/credentials'
import { findNodes } from '../features/graph'
import { HistoryPanel } from '../features/edit'
import { ExportDialog, LayoutMenu } from '../features/view'
import { Button, SearchBox } from '../ui'
import type { Session } from './session'

type Props = {
  session: Session
  credentials: Credentials
  version: string
  onOpen: (profile: Profile, workspace?: string) => void
  onLeave: () => void
  findRef: RefObject<HTMLInputElement | null>
}

export function TopBar({ session, credentials, version, onOpen, onLeave, findRef }: Props) {
  const [exporting, setExporting] = useState(false)
  const [history, setHistory] = useState(false)
  const readOnly = useStore(session.edits.store, (state) => state.readOnly)
  const empty = useStore(session.graph.store, (state) => state.graph.nodes.size === 0)
  return (
    <header className="top-bar">
      <span className="top-bar__name">
        <Waypoints size={20} aria-hidden />
        <span className="top-bar__words">Relation Explorer</span>
      </span>
      <SiteMenu
        credentials={credentials}
        current={session.profile}
        onOpen={onOpen}
        onLeave={onLeave}
      />
      {readOnly !== null && (
        <span className="tag tag--still" title={explain(readOnly).sentence}>
          Read-only
        </span>
      )}
      <FindBox session={session} findRef={findRef} />
      <LayoutMenu view={session.view} />
      <Button look="quiet" onClick={() => setHistory(true)}>
        <History size={15} aria-hidden /> History
      </Button>
      <HistoryPanel
        edits={session.edits}
        open={history}
        onClose={() => setHistory(false)}
        onUndoTo={(id) => void session.acts.undoTo(id)}
        onRetry={(id) => void session.acts.retry(id)}
      />
      <Button look="quiet" disabled={empty} onClick={() => setExporting(true)}>
        <Download size={15} aria-hidden /> Export…
      </Button>
      <ExportDialog
        open={exporting}
        onClose={() => setExporting(false)}
        view={session.view}
        graphFile={() => exported(session, version)}
      />
    </header>
  )
}

function exported({ graph, crawl, profile }: Session, version: string): GraphFile {
  const { calls, completeness, states } = crawl.store.getState()
  const model = graph.store.getState().graph
  return toGraphFile(model, {
    version,
    site: profile.site,
    exportedAt: new Date().toISOString(),
    calls,
    failures: allRecords(completeness).flatMap(({ query, failure }) =>
      failure === undefined
        ? []
        : [{ ...query, kind: failure.kind, sentence: explain(failure).sentence }],
    ),
    completeness: inFile(completeness, Date.now()),
    stateOf: (id) => knowledgeOf(model.nodes.get(id) ?? { id, status: 'unknown' }, states),
  })
}

function FindBox({ session, findRef }: Pick<Props, 'session' | 'findRef'>) {
  const [text, setText] = useState('')
  const graph = useStore(session.graph.store, (state) => state.graph)
  const found = findNodes(graph, text)
  return (
    <div className="find-box">
      <SearchBox<Entity>
        label="Find in the graph"
        hideLabel
        placeholder="Find in the graph (Ctrl+F)"
        text={text}
        onText={setText}
        items={found}
        keyOf={({ id }) => id}
        textOf={({ title }) => title}
        render={(entity) => (
          <span className="choice">
            <span className="choice__title">{entity.title}</span>
            <span className="choice__more">{kindWord(entity)}</span>
          </span>
        )}
        onPick={(entity) => {
          setText('')
          session.view.goTo(entity.id)
        }}
        status={
          text.trim() === '' ? 'Type a title.' : found.length === 0 ? 'Not in this graph.' : null
        }
        inputRef={findRef}
        icon={<Search size={15} aria-hidden />}
      />
    </div>
  )
}
