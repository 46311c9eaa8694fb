import { ListTree, PanelLeft, PanelRight } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { explain } from '@shared/failure'
import { counted } from '@shared/text'
import type { Side, Workbench } from '../commands'
import { ActButton } from '../commands/panels'
import { mayBeMore } from '../features/crawl'
import { callsMade } from '../features/remote'
import { WireLog } from '../features/remote/panels'
import { foldedCount } from '../features/picture'
import type { Session } from '../session'
import { ReadOnlyMark } from './read-only-mark'
import { ThemeMenu } from './theme-menu'
import type { Sides } from './use-desk'

/** What is drawn, what it cost, what is hidden. */
type Props = { session: Session; workbench: Workbench; sides: Sides }

export function StatusBar({ session, workbench, sides }: Props) {
  const graph = useStore(session.graph.store, (state) => state.graph)
  const { hiddenNodes, hiddenRelations, selection, outline } = useStore(
    session.view.store,
    useShallow(({ hiddenNodes, hiddenRelations, selection, outline }) => ({
      hiddenNodes,
      hiddenRelations,
      selection,
      outline,
    })),
  )
  const folds = useStore(session.picture.store, (state) => state.folds)
  const match = useStore(session.picture.store, (state) => state.match)
  const calls = useStore(session.remote.store, callsMade)
  const isAtLeast = useStore(session.crawl.store, mayBeMore)
  const notSaved = useStore(session.workspace.store, (state) => state.failure)
  const readOnly = useStore(session.workspace.store, (state) => state.readOnly)
  const [showsCalls, setShowsCalls] = useState(false)
  const hidden = hiddenNodes.size + hiddenRelations.size
  return (
    <footer className="status-bar" aria-label="Status" data-panel="status" tabIndex={-1}>
      <ActButton
        act="outline"
        look="bare"
        className="status-bar__outline"
        aria-pressed={outline.open}
      >
        <ListTree size={14} aria-hidden /> Outline
      </ActButton>
      <span>{counted(graph.nodes.size, 'node')}</span>
      <span>
        {isAtLeast ? 'at least ' : ''}
        {counted(graph.edges.size, 'relation')}
      </span>
      <button
        type="button"
        className="text-button"
        title="To this site since the program started"
        onClick={() => setShowsCalls(true)}
      >
        {counted(calls, 'call')} made
      </button>
      <WireLog
        open={showsCalls}
        onClose={() => setShowsCalls(false)}
        remote={session.remote}
        profile={session.profile}
      />
      {selection.nodes.length + selection.edges.length > 0 && (
        <span>
          {(selection.nodes.length + selection.edges.length).toLocaleString('en')} selected
        </span>
      )}
      {hidden > 0 && (
        <span>
          {[
            hiddenNodes.size > 0 ? counted(hiddenNodes.size, 'node') : '',
            hiddenRelations.size > 0
              ? counted(hiddenRelations.size, 'relation name', 'relation names')
              : '',
          ]
            .filter((part) => part !== '')
            .join(' and ')}{' '}
          hidden{' '}
          <ActButton act="show-all" look="text">
            Show all
          </ActButton>
        </span>
      )}
      {match !== null && (
        <span>
          {counted(match.nodes.size, 'node')} and {counted(match.edges.size, 'relation')} match{' '}
          <ActButton act="clear-filter" look="text" />
        </span>
      )}
      <Folded count={foldedCount(folds)} />
      {readOnly !== null && (
        <ReadOnlyMark
          {...{ notices: session.notices, readOnly }}
          className="text-button status-bar__bad"
        >
          Read-only: nothing is saved
        </ReadOnlyMark>
      )}
      {notSaved !== null && (
        <span className="status-bar__bad" role="status">
          Not saved: {explain(notSaved).sentence}
        </span>
      )}
      <span className="status-bar__site">{session.profile.site}</span>
      <SideButton side="left" shown={sides.left} />
      <SideButton side="right" shown={sides.right} />
      <ThemeMenu workbench={workbench} />
      <ActButton act="keys" look="text">
        Help
      </ActButton>
    </footer>
  )
}

function SideButton({ side, shown }: { side: Side; shown: boolean }) {
  const Icon = side === 'left' ? PanelLeft : PanelRight
  return (
    <ActButton
      act={`side-${side}`}
      look="bare"
      className="status-bar__outline"
      aria-pressed={shown}
    >
      <Icon size={15} aria-hidden />
      <span className="visually-hidden">The {side} panel</span>
    </ActButton>
  )
}

/** Nodes that another stands for: they are counted as drawn, so it is said. */
function Folded({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span>
      {counted(count, 'node')} folded <ActButton act="unfold-all" look="text" />
    </span>
  )
}
