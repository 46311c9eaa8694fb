import { LayoutGrid, Square } from 'lucide-react'
import { useStore } from 'zustand'
import { ButtonMenu, type MenuItem } from '../../ui'
import { type LayoutName, layoutNames } from '../layout/layout'
import { groupings, groupingWords } from '../view/grouping'
import type { View } from '../view/store'

export const layoutWords: Record<LayoutName, string> = {
  force: 'Force',
  layered: 'Layered',
  concentric: 'Concentric',
  grid: 'Grid',
}

/** Arranges the whole graph again; picking the current layout tidies it. */
export function LayoutMenu({ view }: { view: View }) {
  const { layout, arranging, grouping } = useStore(view.store)
  if (arranging) {
    return (
      <button type="button" className="button button--quiet" onClick={view.stopArranging}>
        <Square size={15} aria-hidden /> Arranging… Stop
      </button>
    )
  }
  return (
    <ButtonMenu
      items={[
        ...layoutNames.map((name): MenuItem => ({
          kind: 'act',
          label: name === layout ? `${layoutWords[name]} (again)` : layoutWords[name],
          onPick: () => void view.arrange(name),
        })),
        { kind: 'line' },
        ...groupings.map((by): MenuItem => ({
          kind: 'act',
          label: `Group by ${groupingWords(by)}${by === grouping.by ? ' (now)' : ''}`,
          onPick: () => view.groupBy(by),
        })),
      ]}
      trigger={
        <button type="button" className="button button--quiet">
          <LayoutGrid size={15} aria-hidden />
          Layout: {layoutWords[layout]}
        </button>
      }
    />
  )
}
