import { useStore } from 'zustand'
import type { View } from '../view'

/** How many relations a node must have, and may have. */
export function DegreeFields({ view }: { view: View }) {
  const { minDegree, maxDegree } = useStore(view.store, (state) => state.filter)
  const settle = { onBlur: view.settle }
  return (
    <fieldset className="facet">
      <legend>Relations at a node</legend>
      <div className="row">
        <label className="field">
          <span>At least</span>
          <input
            className="text-input"
            inputMode="numeric"
            value={minDegree === 0 ? '' : minDegree}
            onChange={({ target }) => view.preview({ minDegree: numberIn(target.value) ?? 0 })}
            {...settle}
          />
        </label>
        <label className="field">
          <span>At most</span>
          <input
            className="text-input"
            inputMode="numeric"
            value={maxDegree ?? ''}
            onChange={({ target }) => view.preview({ maxDegree: numberIn(target.value) })}
            {...settle}
          />
        </label>
      </div>
    </fieldset>
  )
}

const numberIn = (text: string): number | null =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text) : null
