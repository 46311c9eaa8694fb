import { useStore } from 'zustand'
import { Sizing } from '@shared/workspace'
import { sizingWords, type View } from '../view'

/** What makes a node large. */
export function SizeChoice({ view }: { view: View }) {
  const by = useStore(view.store, (state) => state.sizeBy)
  return (
    <label className="legend__colour">
      <span>Size by</span>
      <select
        className="select"
        value={by}
        onChange={({ target }) => view.sizeBy(Sizing.parse(target.value))}
      >
        {Sizing.options.map((one) => (
          <option key={one} value={one}>
            {sizingWords[one]}
          </option>
        ))}
      </select>
    </label>
  )
}
