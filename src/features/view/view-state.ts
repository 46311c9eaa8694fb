import type { ActKind, ViewPart } from '@shared/edit'
import type { NodeId } from '@shared/graph'
import type { Choices } from '@shared/picture'
import type { KeptView, Outline } from '@shared/workspace'
import type { LayoutName } from '../layout'

/** What the picture rests on, and what is chosen beside it. */
export type ViewState = Choices & {
  /** The node the keyboard is on; it wears the focus ring. */
  readonly focus: NodeId | null
  readonly views: readonly SavedView[]
  readonly outline: Outline
  readonly layout: LayoutName
  /** What was gone to last, or into: it is brought into view. A new value each time. */
  readonly sought: { readonly nodes: readonly NodeId[]; readonly isInto: boolean } | null
}

export type SavedView = KeptView['views'][number]

/** Something a person did to the view that can be taken back. */
export type ViewAct = {
  readonly kind: Extract<
    ActKind,
    'move' | 'pin' | 'hide' | 'show' | 'arrange' | 'filter' | 'focus' | 'fold' | 'group'
  >
  readonly title: string
  readonly before: ViewPart
  readonly after: ViewPart
}
