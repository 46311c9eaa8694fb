import { X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { isolated, quoted } from '@shared/text'
import { Button, IconButton, Isolated, Question, useTell } from '../../ui'
import type { View } from '../view'

/** Filter and focus under a name, kept with the workspace. */
export function SavedViews({ view }: { view: View }) {
  const views = useStore(view.store, (state) => state.views)
  const tell = useTell()
  const [name, setName] = useState('')
  const [asking, setAsking] = useState<string | null>(null)
  const trimmed = name.trim()
  return (
    <fieldset className="facet">
      <legend>Views</legend>
      <ul aria-label="Saved views">
        {views.map((one) => (
          <li key={one.name} className="row row--wrap">
            <button type="button" className="text-button" onClick={() => view.applyView(one)}>
              <Isolated text={one.name} />
            </button>
            <IconButton
              label={`Forget the view ${isolated(one.name)}`}
              onClick={() => setAsking(one.name)}
            >
              <X size={15} aria-hidden />
            </IconButton>
            {asking === one.name && (
              <Question
                label={`Forget the view ${quoted(one.name)}?`}
                sentence={`The view ${quoted(one.name)} cannot be taken back after this.`}
                act="Forget"
                onKeep={() => setAsking(null)}
                onAct={() => {
                  setAsking(null)
                  view.removeView(one.name)
                }}
              />
            )}
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
          tell(`Kept the view ${quoted(trimmed)}.`)
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
