import { type LayoutName, layoutNames } from './job'

/** The layout that a file names; one that is no longer there is the usual one. */
export const layoutOf = (name: string): LayoutName =>
  layoutNames.find((known) => known === name) ?? 'force'

export const layoutWords: Record<LayoutName, string> = {
  force: 'Force',
  layered: 'Layered',
  concentric: 'Concentric',
  grid: 'Grid',
}
