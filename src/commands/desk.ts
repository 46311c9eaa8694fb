import type { NodeId } from '@shared/graph'
import type { ThemeChoice } from '../ui'

/** The parts of the window, in the order in which F6 walks them. */
export const panels = ['notices', 'top', 'left', 'graph', 'outline', 'details', 'status'] as const
export type PanelName = (typeof panels)[number]

export type TabName = 'crawl' | 'filter' | 'groups' | 'insights'

/** Which dialog about the work as a whole is open. */
export type WorkDialog =
  | {
      readonly kind:
        | 'none'
        | 'workspace'
        | 'snapshots'
        | 'differences'
        | 'history'
        | 'export'
        | 'palette'
        | 'keys'
        | 'site-check'
        | 'map'
        | 'ask-many'
    }
  /** Not a dialog: the first steps, beside the graph. */
  | { readonly kind: 'guide' }
  | { readonly kind: 'review'; readonly entry: string | null }

/** The panels beside the graph. */
export type Side = 'left' | 'right'

/** What can be opened in the window and gone to. */
export type Desk = {
  readonly show: (dialog: WorkDialog) => void
  readonly goTo: (panel: PanelName) => void
  /** To the next panel that is there, or to the one before. */
  readonly walk: (step: 1 | -1) => void
  /** Whether a dialog or menu keeps the keyboard to itself. */
  readonly isCovered: () => boolean
  /** To where nodes are: the graph, or the outline where the keyboard came from there. */
  readonly toNodes: () => void
  /** To the box that finds. */
  readonly toFind: () => void
  readonly showTab: (tab: TabName) => void
  readonly toggleOutline: () => void
  readonly isSideShown: (side: Side) => boolean
  /** Shows a panel beside the graph, or gives its room to the graph. */
  readonly toggleSide: (side: Side) => void
  /** Whether single letters, digits and signs do acts. */
  readonly hasSingleKeys: () => boolean
  readonly setSingleKeys: (on: boolean) => void
  readonly theme: () => ThemeChoice
  readonly setTheme: (choice: ThemeChoice) => void
  readonly showNames: () => void
  readonly expandBy: (node: NodeId) => void
  readonly probe: (node: NodeId) => void
  readonly copyLink: (url: string) => void
  readonly openLink: (url: string) => void
}
