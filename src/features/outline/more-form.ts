import type { ReactNode } from 'react'
import type { Outline } from '@shared/workspace'
import type { CanvasActs } from '../canvas'
import type { View } from '../view'

/** What every table of the outline works with. */
export type TableParts = {
  readonly view: View
  readonly acts: CanvasActs
  readonly onLeave: () => void
}

/** A table of another room, which the outline shows beside its own. */
export type MoreForm = {
  readonly form: Outline['form']
  readonly title: string
  /** How much is listed, in words. */
  readonly count: string
  readonly isEmpty: boolean
  /** Said where it is. */
  readonly empty: string
  readonly table: (parts: TableParts) => ReactNode
}
