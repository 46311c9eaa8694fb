import { X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button, IconButton } from '../../ui'
import type { View } from '../view'

/** Filter and focus under a name, kept with the workspace. */
export function SavedViews({ view }: { view: View }) {
  const views = useStore(view.store, (state) => state.views)
  const [name, setName] = useState('')
  const trimmed = name.trim()
  return (
    <fieldset className="facet">
      <legend>Views</legend>
      <ul aria-label="Saved views">
        {views.map((one) => (
          <li key={one.name} className="row">
            <button type="button" className="text-button" onClick={() => view.applyView(one)}>
              {one.name}
            </button>
            <IconButton
              label={`Forget the view ${one.name}`}
              onClick={() => view.removeView(one.name)}
            >
              <X size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (trimmed === '') return
          view.settle()
          view.saveView(trimmed)
          setName('')
        }}
      >
        <input
          className="text-input"
          aria-label="Name of the view"
          placeholder="Keep this view as…"
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" disabled={trimmed === ''}>
          {views.some((one) => one.name === trimmed) ? 'Replace' : 'Keep'}
        </Button>
      </form>
    </fieldset>
  )
}
