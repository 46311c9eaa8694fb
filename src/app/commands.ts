import { groupings, groupingWords } from '../features/view'
import { layoutWords } from '../features/layout'
import type { Command } from './command'
import { hereCommands } from './commands-here'
import { nameCommands } from './commands-names'
import type { Desk } from './desk'
import type { Session } from './session'

export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] }

/**
 * What can be done at once, by kind. Only what can be done now: an empty graph has nothing to
 * tidy, and without a selection there is nothing to expand.
 */
export function commandsOf(session: Session, desk: Desk): CommandGroup[] {
  return [
    { title: 'For what is selected', commands: hereCommands(session, desk) },
    { title: 'Do', commands: actCommands(session) },
    { title: 'Views', commands: viewCommands(session) },
    { title: 'Panels and windows', commands: panelCommands(session, desk) },
    { title: 'Relation names', commands: nameCommands(session) },
  ]
}

const when = (is: boolean, ...commands: readonly Command[]): readonly Command[] =>
  is ? commands : []

function actCommands(session: Session): Command[] {
  const { acts, view, picture, canvas, draft, edits, crawl, graph } = session
  const { folding, hiddenNodes, hiddenRelations } = view.store.getState()
  const drafting = draft.store.getState().on
  const { run } = crawl.store.getState()
  const isDrawn = graph.store.getState().graph.nodes.size > 0
  const acted = edits.store.getState().entries.length > 0
  const isFolded = folding.auto
  return [
    ...when(
      acted,
      { title: 'Undo', keys: 'Ctrl Z', run: () => void acts.undo() },
      { title: 'Do again', keys: 'Ctrl Shift Z', run: () => void acts.redo() },
    ),
    ...crawlCommands(crawl, run),
    ...when(
      isDrawn,
      { title: 'Fit the graph', keys: 'F', run: canvas.fit },
      { title: 'Tidy', keys: 'T', run: () => void canvas.tidy() },
      ...(['force', 'layered', 'concentric', 'grid'] as const).map((layout) => ({
        title: `Layout: ${layoutWords[layout]}`,
        run: () => void canvas.arrange(layout),
      })),
      ...groupings.map((by) => ({
        title: `Group by ${groupingWords(by)}`,
        keys: 'G',
        run: () => view.groupBy(by),
      })),
      {
        title: 'Select all',
        keys: 'Ctrl A',
        run: () => picture.select({ nodes: picture.drawnNodes() }),
      },
      {
        title: isFolded ? 'Unfold all' : 'Fold what is many',
        run: () => view.setFolding(!isFolded),
      },
    ),
    ...when(hiddenNodes.size + hiddenRelations.size > 0, {
      title: 'Show all that is hidden',
      run: view.showAll,
    }),
    ...when(edits.store.getState().readOnly === null, {
      title: drafting ? 'Leave draft mode' : 'Draft mode',
      run: () => draft.setOn(!drafting),
    }),
  ]
}

type Crawling = Pick<Session, 'crawl'>['crawl']

function crawlCommands(
  crawl: Crawling,
  run: ReturnType<Crawling['store']['getState']>['run'],
): readonly Command[] {
  const { start } = crawl.store.getState()
  if (run.kind !== 'active') {
    return when(start !== null, {
      title: `Start a crawl from “${start?.title ?? ''}”`,
      run: () => {
        if (start !== null) void crawl.crawl(start)
      },
    })
  }
  return [
    run.progress.state === 'paused'
      ? { title: 'Resume the crawl', run: crawl.resume }
      : { title: 'Pause the crawl', run: crawl.pause },
    { title: 'Stop the crawl', run: crawl.stop },
  ]
}

function viewCommands({ view, picture }: Session): Command[] {
  const { views, near } = view.store.getState()
  const { match } = picture.store.getState()
  return [
    ...views.map((one) => ({ title: `View: ${one.name}`, run: () => view.applyView(one) })),
    ...when(match !== null, { title: 'Clear the filter', run: view.clearFilter }),
    ...when(near !== null, {
      title: 'Focus: the whole graph',
      keys: '0',
      run: () => view.setNear(null),
    }),
  ]
}

function panelCommands({ view, graph }: Session, desk: Desk): Command[] {
  const isOpen = view.store.getState().outline.open
  const isDrawn = graph.store.getState().graph.nodes.size > 0
  return [
    { title: 'Go to the graph', run: () => desk.goTo('graph') },
    {
      title: isOpen ? 'Close the outline' : 'Open the outline',
      keys: 'O',
      run: desk.toggleOutline,
    },
    ...when(isOpen, { title: 'Go to the outline', run: () => desk.goTo('outline') }),
    { title: 'Go to the details', run: () => desk.goTo('details') },
    { title: 'Crawl panel', run: () => desk.showTab('crawl') },
    { title: 'Filter panel', run: () => desk.showTab('filter') },
    { title: 'Groups panel', run: () => desk.showTab('groups') },
    { title: 'Insights panel', run: () => desk.showTab('insights') },
    { title: 'Relation names…', run: desk.showNames },
    { title: 'Review the draft…', run: () => desk.show({ kind: 'review', entry: null }) },
    // The same window takes a file in, also where the draft is empty.
    { title: 'Import a change set…', run: () => desk.show({ kind: 'review', entry: null }) },
    { title: 'History…', run: () => desk.show({ kind: 'history' }) },
    { title: 'Check this site…', run: () => desk.show({ kind: 'site-check' }) },
    { title: 'Workspace…', run: () => desk.show({ kind: 'workspace' }) },
    { title: 'Snapshots…', run: () => desk.show({ kind: 'snapshots' }) },
    ...when(isDrawn, { title: 'Export…', run: () => desk.show({ kind: 'export' }) }),
    { title: 'Keys…', keys: '?', run: () => desk.show({ kind: 'keys' }) },
    { title: 'First steps', run: () => desk.show({ kind: 'guide' }) },
  ]
}
