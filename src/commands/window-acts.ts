import { askWords } from '@shared/ask'
import type { ThemeChoice } from '../ui'
import { actsFor, actsOf, type ActValue, isDrawn } from './act'
import type { PanelName, Side, TabName, WorkDialog } from './desk'

const show = (title: string, dialog: WorkDialog, more: Partial<ActValue> = {}): ActValue => ({
  title,
  group: 'window',
  ...more,
  run: ({ desk }) => desk.show(dialog),
})

const goTo = (title: string, panel: PanelName, more: Partial<ActValue> = {}): ActValue => ({
  title,
  group: 'window',
  ...more,
  run: ({ desk }) => desk.goTo(panel),
})

const tab = (title: string, name: TabName): ActValue => ({
  title,
  group: 'window',
  run: ({ desk }) => desk.showTab(name),
})

/** One of the five questions, but for that of a page, which is asked at the page. */
const asking = (kind: 'nowhere' | 'unreached' | 'stale' | 'shape'): ActValue => ({
  title: askWords[kind],
  group: 'window',
  when: isDrawn,
  run: ({ ask, desk }) => {
    ask.choose({ kind })
    desk.showTab('insights')
  },
})

const walk = (title: string, keys: string, step: 1 | -1): ActValue => ({
  title,
  group: 'window',
  keys: [keys],
  whileTyping: true,
  when: ({ desk }) => !desk.isCovered(),
  run: ({ desk }) => desk.walk(step),
})

const side = (name: Side): ActValue => ({
  title: `Show or hide the ${name} panel`,
  group: 'window',
  says: ({ desk }) => `${desk.isSideShown(name) ? 'Hide' : 'Show'} the ${name} panel`,
  run: ({ desk }) => desk.toggleSide(name),
})

const themes = ['system', 'light', 'dark'] as const
const themeTitles = { system: 'Theme: System', light: 'Theme: Light', dark: 'Theme: Dark' } as const

const theme = (choice: ThemeChoice): ActValue => {
  const title = themeTitles[choice]
  return {
    title,
    group: 'window',
    under: 'Theme',
    says: ({ desk }) => `${title}${desk.theme() === choice ? ' (now)' : ''}`,
    run: ({ desk }) => desk.setTheme(choice),
  }
}

/** What the window can show, and the ways round it. */
export const windowActs = actsOf({
  palette: show(
    'Commands, nodes, pages, relation names',
    { kind: 'palette' },
    { keys: ['Ctrl+K'], whileTyping: true },
  ),
  find: {
    title: 'Find in the graph and on the site',
    group: 'window',
    keys: ['Ctrl+F'],
    whileTyping: true,
    run: ({ desk }) => desk.toFind(),
  },
  'next-panel': walk('To the next panel', 'F6', 1),
  'previous-panel': walk('To the panel before', 'Shift+F6', -1),
  'to-graph': goTo('Go to the graph', 'graph'),
  outline: {
    title: 'Open or close the outline',
    group: 'window',
    keys: ['O'],
    says: ({ view }) =>
      view.store.getState().outline.open ? 'Close the outline' : 'Open the outline',
    run: ({ desk }) => desk.toggleOutline(),
  },
  matrix: {
    title: 'Matrix of spaces and sections',
    group: 'window',
    when: isDrawn,
    run: ({ view, desk }) => {
      view.setOutline({ open: true, form: 'matrix' })
      desk.goTo('outline')
    },
  },
  'to-outline': goTo('Go to the outline', 'outline', {
    when: ({ view }) => view.store.getState().outline.open,
  }),
  'to-details': goTo('Go to the details', 'details'),
  'crawl-panel': tab('Crawl panel', 'crawl'),
  'filter-panel': tab('Filter panel', 'filter'),
  'groups-panel': tab('Groups panel', 'groups'),
  'insights-panel': tab('Insights panel', 'insights'),
  ...actsFor('ask', ['nowhere', 'unreached', 'stale', 'shape'], asking),
  names: {
    title: 'Relation names…',
    group: 'window',
    run: ({ desk }) => desk.showNames(),
  },
  review: show('Review the draft…', { kind: 'review', entry: null }),
  // The same window takes a file in, also where the draft is empty.
  import: show('Import a change set…', { kind: 'review', entry: null }),
  history: show('History…', { kind: 'history' }),
  'check-site': show('Check this site…', { kind: 'site-check' }),
  workspace: show('Workspace…', { kind: 'workspace' }),
  snapshots: show('Snapshots…', { kind: 'snapshots' }),
  export: show('Export…', { kind: 'export' }, { when: isDrawn }),
  keys: show('Keys…', { kind: 'keys' }, { keys: ['?'], onControls: true }),
  'single-keys': {
    title: 'Switch single-letter keys on or off',
    group: 'window',
    says: ({ desk }) => `Switch single-letter keys ${desk.hasSingleKeys() ? 'off' : 'on'}`,
    run: ({ desk }) => desk.setSingleKeys(!desk.hasSingleKeys()),
  },
  ...actsFor('side', ['left', 'right'], side),
  ...actsFor('theme', themes, theme),
  guide: show('First steps', { kind: 'guide' }),
})
