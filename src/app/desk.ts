import type { NodeId } from '@shared/graph'
import type { PanelName } from './places'
import type { WorkDialog } from './work-dialog'

export type TabName = 'crawl' | 'filter' | 'groups' | 'insights'

/** What can be opened in the window and gone to. */
export type Desk = {
  readonly show: (dialog: WorkDialog) => void
  readonly goTo: (panel: PanelName) => void
  /** To where nodes are: the graph, or the outline where the keyboard came from there. */
  readonly toNodes: () => void
  readonly showTab: (tab: TabName) => void
  readonly toggleOutline: () => void
  readonly showNames: () => void
  readonly expandBy: (node: NodeId) => void
  readonly probe: (node: NodeId) => void
}
