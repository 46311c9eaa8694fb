import { useState } from 'react'
import type { Choice } from '@shared/filter'
import { holding } from '@shared/text'
import { useHeld, Isolated } from '../../ui'

type Props = {
  title: string
  choices: readonly Choice[]
  off: readonly string[]
  /** What stands for the value ''. */
  none?: string
  onToggle: (value: string) => void
}

/** More than so many need a box to find one; so many are listed at once. */
const many = 8
const most = 60

/** Values that can be switched off, with how many each would show. */
export function FacetList({ title, choices: given, off, none = '', onToggle }: Props) {
  const [text, setText] = useState('')
  const { value: choices, hold } = useHeld(given)
  if (choices.length === 0) return null
  const holds = holding(text)
  const named = choices.map((one) => ({ ...one, label: one.label === '' ? none : one.label }))
  const shown = named.filter(({ label }) => holds(label))
  return (
    <fieldset className="facet">
      <legend>
        {title}
        {off.length > 0 && <span className="facet__off"> · {off.length} off</span>}
      </legend>
      {choices.length > many && (
        <input
          className="text-input"
          placeholder={`Find in ${title.toLowerCase()}`}
          aria-label={`Find in ${title.toLowerCase()}`}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <div className="facet__list" onPointerDownCapture={hold}>
        {shown.slice(0, most).map(({ value, label, count }) => (
          <label key={value} className="facet__one">
            <input
              type="checkbox"
              checked={!off.includes(value)}
              onChange={() => onToggle(value)}
            />
            <span className="facet__label">
              <Isolated text={label} />
            </span>
            <span className="count">{count.toLocaleString('en')}</span>
          </label>
        ))}
        {shown.length > most && (
          <p className="hint">
            {(shown.length - most).toLocaleString('en')} more: type to find one.
          </p>
        )}
        {shown.length === 0 && <p className="hint">Nothing of that name.</p>}
      </div>
    </fieldset>
  )
}
