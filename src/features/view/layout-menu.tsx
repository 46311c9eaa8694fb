import { LayoutGrid } from 'lucide-react'
import { useStore } from 'zustand'
import { ButtonMenu } from '../../ui'
import { type LayoutName, layoutNames } from './canvas'
import type { View } from './store'

export const layoutWords: Record<LayoutName, string> = {
  force: 'Force',
  layered: 'Layered',
  concentric: 'Concentric',
  grid: 'Grid',
}

/** Arranges the whole graph again; picking the current layout tidies it. */
export function LayoutMenu({ view }: { view: View }) {
  const { layout, arranging } = useStore(view.store)
  return (
    <ButtonMenu
      items={layoutNames.map((name) => ({
        kind: 'act',
        label: name === layout ? `${layoutWords[name]} (again)` : layoutWords[name],
        onPick: () => void view.arrange(name),
      }))}
      trigger={
        <button type="button" className="button button--quiet">
          <LayoutGrid size={15} aria-hidden />
          {arranging ? 'Arranging…' : `Layout: ${layoutWords[layout]}`}
        </button>
      }
    />
  )
}
