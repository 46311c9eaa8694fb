import { useState } from 'react'
import type { Choice } from '@shared/filter'
import { holding, isolated } from '@shared/text'
import { useHeld, Isolated } from '../../ui'

type Props = {
  title: string
  choices: readonly Choice[]
  off: readonly string[]
  /** What stands for the value ''. */
  none?: string
  onToggle: (value: string) => void
  /** Switches off just these. */
  onOff: (values: readonly string[]) => void
}

/** More than so many need a box to find one; so many are listed at once. */
const many = 8
const most = 60

/** Values that can be switched off, with how many each would show. */
export function FacetList({ title, choices: given, off, none = '', onToggle, onOff }: Props) {
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
          <div key={value} className="facet__one">
            <label className="facet__choice">
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
            {choices.length > 1 && (
              <Only
                {...{ label }}
                is={isOnly(value, choices, off)}
                onPick={(only) =>
                  onOff(only ? choices.map((one) => one.value).filter((one) => one !== value) : [])
                }
              />
            )}
          </div>
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

const isOnly = (value: string, choices: readonly Choice[], off: readonly string[]): boolean =>
  choices.every((one) => off.includes(one.value) === (one.value !== value))

type OnlyProps = { label: string; is: boolean; onPick: (only: boolean) => void }

/** Switches all others off in one act; once more, all on again. */
function Only({ label, is, onPick }: OnlyProps) {
  return (
    <button
      type="button"
      className="text-button facet__only"
      aria-pressed={is}
      aria-label={`Only ${isolated(label)}`}
      onClick={() => onPick(!is)}
    >
      only
    </button>
  )
}
