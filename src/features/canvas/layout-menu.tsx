import { LayoutGrid, Square } from 'lucide-react'
import { useStore } from 'zustand'
import { ButtonMenu, type MenuItem } from '../../ui'
import { layoutNames, layoutWords } from '../layout'
import { groupings, groupingWords, type View } from '../view'
import type { CanvasModel } from './store'

/** Arranges the whole graph again; picking the current layout tidies it. */
export function LayoutMenu({ view, canvas }: { view: View; canvas: CanvasModel }) {
  const layout = useStore(view.store, (state) => state.layout)
  const grouped = useStore(view.store, (state) => state.groupBy)
  const arranging = useStore(canvas.store, (state) => state.arranging)
  if (arranging) {
    return (
      <button type="button" className="button button--quiet" onClick={canvas.stopArranging}>
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
          onPick: () => void canvas.arrange(name),
        })),
        { kind: 'line' },
        ...groupings.map((by): MenuItem => ({
          kind: 'act',
          label: `Group by ${groupingWords(by)}${by === grouped ? ' (now)' : ''}`,
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
