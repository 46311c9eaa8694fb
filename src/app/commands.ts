import { groupings, groupingWords, layoutWords } from '../features/view'
import type { Session } from './session'
import type { WorkDialog } from './work-dialog'

export type Command = {
  readonly title: string
  readonly keys?: string
  readonly run: () => void
}

/** What can be done at once, for the palette: acts, windows, layouts, relation names. */
export function commandsOf(session: Session, show: (dialog: WorkDialog) => void): Command[] {
  const { acts, view, draft, graph } = session
  const { canvas, hiddenRelations, selection, focus, folding, views } = view.store.getState()
  const drafting = draft.store.getState().on
  const centres = selection.nodes.length > 0 ? selection.nodes : focus === null ? [] : [focus]
  const edges = [...graph.store.getState().graph.edges.values()]
  return [
    { title: 'Undo', keys: 'Ctrl Z', run: () => void acts.undo() },
    { title: 'Do again', keys: 'Ctrl Shift Z', run: () => void acts.redo() },
    { title: 'Fit the graph', keys: 'F', run: () => canvas?.fit() },
    { title: 'Tidy', keys: 'T', run: () => void view.tidy() },
    ...(['force', 'layered', 'concentric', 'grid'] as const).map((layout) => ({
      title: `Layout: ${layoutWords[layout]}`,
      run: () => void view.arrange(layout),
    })),
    ...groupings.map((by) => ({
      title: `Group by ${groupingWords(by)}`,
      keys: 'G',
      run: () => view.groupBy(by),
    })),
    { title: 'Select all', run: () => view.select({ nodes: canvas?.visibleNodes() ?? [] }) },
    {
      title: folding.auto ? 'Unfold all' : 'Fold what is many',
      run: () => view.setFolding(!folding.auto),
    },
    { title: 'Show all that is hidden', run: view.showAll },
    ...[1, 2, 3].map((steps) => ({
      title: `Focus: ${steps} ${steps === 1 ? 'step' : 'steps'} from the selection`,
      keys: String(steps),
      run: () => view.setNear(centres.length === 0 ? null : { centres, steps }),
    })),
    ...views.map((one) => ({ title: `View: ${one.name}`, run: () => view.applyView(one) })),
    { title: 'Clear the filter', run: view.clearFilter },
    { title: 'Focus: the whole graph', keys: '0', run: () => view.setNear(null) },
    { title: drafting ? 'Leave draft mode' : 'Draft mode', run: () => draft.setOn(!drafting) },
    { title: 'Review the draft…', run: () => show({ kind: 'review', entry: null }) },
    { title: 'History…', run: () => show({ kind: 'history' }) },
    { title: 'Workspace…', run: () => show({ kind: 'workspace' }) },
    { title: 'Snapshots…', run: () => show({ kind: 'snapshots' }) },
    { title: 'Export…', run: () => show({ kind: 'export' }) },
    { title: 'Keys…', keys: '?', run: () => show({ kind: 'keys' }) },
    { title: 'First steps', run: () => show({ kind: 'guide' }) },
    ...graph.store.getState().names.flatMap((name) => [
      {
        title: `${hiddenRelations.has(name) ? 'Show' : 'Hide'} relations “${name}”`,
        run: () => view.toggleRelation(name),
      },
      {
        title: `Select relations “${name}”`,
        run: () =>
          view.select({ edges: edges.filter((one) => one.relation === name).map(({ id }) => id) }),
      },
    ]),
  ]
}

/** Those whose title holds every word. */
export function matching(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
}
