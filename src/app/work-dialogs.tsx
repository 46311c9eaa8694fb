import { allRecords } from '@shared/crawl'
import { HistoryPanel, ReviewDialog } from '../features/edit/panels'
import { type Ages, createShelf } from '../features/workspace'
import { DifferencesDialog, SnapshotsDialog, WorkspaceDialog } from '../features/workspace/panels'
import { AskManyDialog } from '../features/crawl/panels'
import { nodeSets } from './node-sets'
import { MapDialog } from '../features/map/panels'
import { ExportDialog, useSaveFile } from '../features/export/panels'
import { type Sandbox, SiteCheckDialog } from '../features/remote/panels'
import { refOf, spaceNames } from '@shared/graph'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { quoted } from '@shared/text'
import { exported, type Session } from '../session'
import type { Workbench, WorkDialog } from '../commands'
import { KeysDialog, Palette } from '../commands/panels'

type Props = {
  session: Session
  version: string
  /** Relation names to pick from. */
  suggestions: readonly string[]
  open: WorkDialog
  onOpen: (dialog: WorkDialog) => void
  workbench: Workbench
  onWorkspace: (workspace: string) => void
}

const closed = { kind: 'none' } as const

/** The workspace, its snapshots, its journal and the draft. */
export function WorkDialogs({
  session,
  version,
  suggestions,
  open,
  onOpen,
  workbench,
  onWorkspace,
}: Props) {
  const { client, profile, workspace, view, edits, draft, graph, acts, vocabulary } = session
  const { picture, canvas, map, remote, comparison, crawl } = session
  const words = useStore(vocabulary.store, (state) => state.words)
  const shelf = useMemo(
    () =>
      createShelf(client, {
        profile: profile.id,
        site: profile.site,
        siteName: profile.kind === 'demo' ? 'Demo site' : nameOf(profile.site),
      }),
    [client, profile],
  )
  const saveFile = useSaveFile()
  const close = () => onOpen(closed)
  return (
    <>
      <WorkspaceDialog
        open={open.kind === 'workspace'}
        onClose={close}
        {...{ workspace, shelf }}
        ages={() => agesOf(session)}
        onOpen={onWorkspace}
        onSnapshots={() => onOpen({ kind: 'snapshots' })}
      />
      <SnapshotsDialog
        open={open.kind === 'snapshots'}
        onClose={close}
        {...{ workspace, view, comparison }}
        now={() => exported(session, version)}
      />
      <DifferencesDialog
        open={open.kind === 'differences'}
        onClose={close}
        comparison={comparison}
      />
      <ExportDialog
        open={open.kind === 'export'}
        onClose={close}
        {...{ graph, view, picture, canvas, words }}
        graphFile={() => exported(session, version)}
      />
      <Palette {...{ session, workbench }} open={open.kind === 'palette'} onClose={close} />
      <SiteCheckDialog
        open={open.kind === 'site-check'}
        onClose={close}
        check={remote.checkSite}
        sandbox={sandboxOf(session)}
        onSaveFile={saveFile}
      />
      <MapDialog
        open={open.kind === 'map'}
        onClose={close}
        {...{ profile, map, remote }}
        drawn={() => spaceNames(graph.store.getState().graph.nodes.values())}
      />
      <AskManyDialog
        open={open.kind === 'ask-many'}
        onClose={close}
        {...{ crawl, suggestions }}
        sets={() => nodeSets(session)}
        pace={{
          concurrency: profile.concurrency,
          calls: () => remote.store.getState().calls,
        }}
      />
      <KeysDialog
        open={open.kind === 'keys'}
        onClose={close}
        onGuide={() => onOpen({ kind: 'guide' })}
      />
      <HistoryPanel
        edits={edits}
        open={open.kind === 'history'}
        onClose={close}
        onUndoTo={(id) => void acts.undoTo(id)}
        onRetry={(id) => void acts.retry(id)}
        onSendRest={(id) => void acts.sendRest(id)}
        onCheckAgain={(id) => void acts.checkAgain(id)}
        onShow={(entry) => onOpen({ kind: 'review', entry })}
      />
      <ReviewDialog
        open={open.kind === 'review'}
        onClose={close}
        {...{ draft, edits, graph, version }}
        site={profile.site}
        onCheckAgain={(id) => void acts.checkAgain(id)}
        onUndo={(ids) => void undoEach(acts, ids)}
        entry={open.kind === 'review' ? open.entry : null}
        onEntry={(entry) => onOpen({ kind: 'review', entry })}
      />
    </>
  )
}

async function undoEach(acts: Session['acts'], ids: readonly string[]): Promise<void> {
  for (const id of ids) await acts.undoOne(id)
}

/** The two pages that are selected, to try a relation on; null where it is another selection. */
function sandboxOf({ view, graph, edits }: Session): Sandbox | null {
  const [source, target, ...more] = view.store.getState().selection.nodes
  const isReadOnly = edits.store.getState().readOnly !== null
  if (source === undefined || target === undefined || more.length > 0 || isReadOnly) return null
  const [from, to] = [refOf(source), refOf(target)]
  return from.type === 'content' && to.type === 'content'
    ? {
        source: from,
        target: to,
        words: `${quoted(graph.titleOf(source))} and ${quoted(graph.titleOf(target))}`,
      }
    : null
}

const nameOf = (site: string): string =>
  new URL(site).hostname.replace(/\.atlassian\.net$/, '').replace(/[^\p{L}\p{N} _-]+/gu, '-')

function agesOf({ graph, crawl, edits, workspace, opened }: Session): Ages {
  const { nodes, edges } = graph.store.getState().graph
  return {
    nodes: nodes.size,
    relations: edges.size,
    answers: allRecords(crawl.store.getState().completeness).map(({ at }) => at),
    acts: edits.store.getState().entries.map(({ at }) => at),
    savedAt: workspace.store.getState().savedAt,
    changedAt: opened.info.changedAt,
  }
}
