import { type SyntheticEvent, useState } from 'react'
import { type EntityType, entityTypes, entityTitles } from '@shared/graph'
import { LineStyle, type Word } from '@shared/vocabulary'
import { isolated, quoted } from '@shared/text'
import { Button, Question } from '../../ui'

type Props = {
  word: Word
  onSave: (word: Word) => void
  onForget: () => void
  onClose: () => void
}

const lineWords: Record<LineStyle, string> = {
  solid: 'Solid',
  dashed: 'Dashed',
  dotted: 'Dotted',
}
/** Everything that can be said of one relation name. */
export function WordForm({ word, onSave, onForget, onClose }: Props) {
  const [draft, setDraft] = useState(word)
  const [asking, setAsking] = useState(false)
  const change = (part: Partial<Word>) => setDraft({ ...draft, ...part })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    onSave(tidy(draft))
  }
  const text = (label: string, key: 'forward' | 'backward' | 'note', placeholder: string) => (
    <label className="field">
      <span>{label}</span>
      <input
        className="text-input"
        value={draft[key] ?? ''}
        placeholder={placeholder}
        onChange={({ target }) => change({ [key]: target.value })}
      />
    </label>
  )
  return (
    <form className="stack word-form" aria-label={`About ${isolated(word.name)}`} onSubmit={submit}>
      <h3>{word.name}</h3>
      <div className="row">
        {text('From source to target', 'forward', word.name)}
        {text('From target to source', 'backward', `is … by`)}
      </div>
      <div className="row">
        <label className="field">
          <span>Colour</span>
          <span className="row">
            <input
              type="checkbox"
              aria-label="A colour of its own"
              checked={draft.colour !== undefined}
              onChange={({ target }) => setDraft(withColour(draft, target.checked))}
            />
            <input
              type="color"
              aria-label="Colour"
              disabled={draft.colour === undefined}
              value={draft.colour ?? '#2f6fde'}
              onChange={({ target }) => change({ colour: target.value })}
            />
          </span>
        </label>
        <label className="field">
          <span>Line</span>
          <select
            className="text-input"
            value={draft.line ?? 'solid'}
            onChange={({ target }) => change({ line: LineStyle.parse(target.value) })}
          >
            {LineStyle.options.map((line) => (
              <option key={line} value={line}>
                {lineWords[line]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="row">
        <Ends label="Sources" value={draft.sources} onChange={(sources) => change({ sources })} />
        <Ends label="Targets" value={draft.targets} onChange={(targets) => change({ targets })} />
      </div>
      {text('Note', 'note', 'What it means here')}
      <div className="row row--end">
        <Button look="quiet" onClick={() => setAsking(true)}>
          Forget this name
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="main" type="submit">
          Save
        </Button>
      </div>
      {asking && (
        <Question
          label={`Forget ${quoted(word.name)}?`}
          sentence={`What was said here of ${quoted(word.name)} cannot be taken back after this. Relations of that name stay.`}
          act="Forget"
          onKeep={() => setAsking(false)}
          onAct={onForget}
        />
      )}
    </form>
  )
}

function withColour(word: Word, own: boolean): Word {
  const { colour, ...rest } = word
  return own ? { ...rest, colour: colour ?? '#2f6fde' } : rest
}

/** A field that says nothing is left out. */
function tidy(word: Word): Word {
  const said = Object.entries(word).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 && value.length < 3 : value !== '',
  )
  return { ...(Object.fromEntries(said) as Partial<Word>), name: word.name }
}

type EndsProps = {
  label: string
  value: EntityType[] | undefined
  onChange: (types: EntityType[]) => void
}

/** Which types may stand at an end; all of them is the same as no rule. */
function Ends({ label, value = [...entityTypes], onChange }: EndsProps) {
  return (
    <fieldset className="field field--plain">
      <legend className="field__label">{label}</legend>
      <div className="checks">
        {entityTypes.map((type) => (
          <label key={type} className="check">
            <input
              type="checkbox"
              checked={value.includes(type)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, type] : value.filter((one) => one !== type))
              }
            />
            {entityTitles[type].many}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
