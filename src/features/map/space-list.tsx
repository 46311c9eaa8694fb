import { useState } from 'react'
import { Button, useHeld } from '../../ui'
import { keyTyped, matching, type SpaceChoice } from './spaces'

/** So many are listed at once; the box finds the others. */
const most = 200

type Props = {
  choices: readonly SpaceChoice[]
  chosen: readonly string[]
  onChosen: (keys: readonly string[]) => void
}

/** Spaces to tick, with a box that finds them. */
export function SpaceList({ choices: given, chosen, onChosen }: Props) {
  const [text, setText] = useState('')
  const { value: choices, hold } = useHeld(given)
  const shown = matching(choices, text)
  const typed = keyTyped(choices, text)
  const toggle = (key: string) =>
    onChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  const extra = chosen.filter((key) => !choices.some((one) => one.key === key))
  return (
    <fieldset className="facet">
      <legend>Spaces{chosen.length > 0 && ` · ${chosen.length} chosen`}</legend>
      <input
        className="text-input"
        placeholder="Find by name or key"
        aria-label="Find a space"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="map-spaces" onPointerDownCapture={hold}>
        {extra.map((key) => (
          <Space key={key} choice={{ key, name: key, isDrawn: false }} on onToggle={toggle} />
        ))}
        {shown.slice(0, most).map((choice) => (
          <Space
            key={choice.key}
            choice={choice}
            on={chosen.includes(choice.key)}
            onToggle={toggle}
          />
        ))}
        {shown.length > most && (
          <p className="hint">
            {(shown.length - most).toLocaleString('en')} more: type to find one.
          </p>
        )}
        {shown.length === 0 && <p className="hint">No space of that name in the list.</p>}
      </div>
      <div className="row row--wrap">
        <Button
          disabled={shown.length === 0}
          onClick={() => onChosen([...new Set([...chosen, ...shown.map(({ key }) => key)])])}
        >
          {text.trim() === '' ? 'Choose all' : 'Choose all found'}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => onChosen([])}>
          Choose none
        </Button>
        {typed !== null && !chosen.includes(typed) && (
          <Button onClick={() => onChosen([...chosen, typed])}>Add the key “{typed}”</Button>
        )}
      </div>
    </fieldset>
  )
}

type SpaceProps = { choice: SpaceChoice; on: boolean; onToggle: (key: string) => void }

function Space({ choice: { key, name, isDrawn }, on, onToggle }: SpaceProps) {
  return (
    <label className="facet__one">
      <input type="checkbox" checked={on} onChange={() => onToggle(key)} />
      <span className="facet__label">{name}</span>
      {isDrawn && <span className="hint">in this graph</span>}
      <span className="map-spaces__key">{key}</span>
    </label>
  )
}
