import type { Choice, PartName } from './choice'
import { offerOf } from './choice'

type Props = {
  choice: Choice
  hasSelection: boolean
  onChange: (more: Partial<Choice>) => void
}

const parts: readonly (readonly [PartName, string])[] = [
  ['whole', 'Whole graph'],
  ['view', 'What is in view'],
  ['selection', 'The selection'],
]

/** Which part, and whether names are hidden. */
export function CommonFields({ choice, hasSelection, onChange }: Props) {
  const { format, part, redact, redactRelations } = choice
  return (
    <>
      <p className="hint">{offerOf(format)?.hint}</p>
      <label className="field">
        <span>Part</span>
        <select
          className="text-input"
          value={part}
          onChange={({ target }) => onChange({ part: partNamed(target.value) })}
        >
          {parts.map(([name, words]) => (
            <option key={name} value={name} disabled={name === 'selection' && !hasSelection}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={redact}
          onChange={({ target }) => onChange({ redact: target.checked })}
        />
        Redact
      </label>
      {redact && (
        <div className="export__redact">
          <p className="hint">
            Titles, people, spaces, keys, ids, addresses and the site become “Page 12”, “Person 3”
            and the like, the same in every export of this graph. Dates keep their day. How things
            hang together stays, and so do the names of relations.
          </p>
          <label className="check">
            <input
              type="checkbox"
              checked={redactRelations}
              onChange={({ target }) => onChange({ redactRelations: target.checked })}
            />
            Redact relation names too
          </label>
        </div>
      )}
    </>
  )
}

const partNamed = (value: string): PartName =>
  parts.find(([name]) => name === value)?.[0] ?? 'whole'
