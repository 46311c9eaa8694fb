import { Combobox } from '@base-ui/react/combobox'
import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { findWarning } from '@shared/crawl'
import { holding, quoted, isolated } from '@shared/text'
import { nameWords, pageLink } from '@shared/vocabulary'
import { below, useStill, useTellResults } from '../../ui'

type Props = {
  names: readonly string[]
  suggestions: readonly string[]
  onChange: (names: string[]) => void
}

/** Relation names: typed freely, or picked from those this site was seen to use. */
export function NamesInput({ names, suggestions, onChange }: Props) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const id = useId()
  const typed = text.trim()
  const known = [...new Set([pageLink, ...suggestions, ...names])]
  const matching = known.filter(holding(typed))
  const fitting = typed === '' || matching.includes(typed) ? matching : [...matching, typed]
  const rows = fitting.map((name) => ({ key: name, group: '', item: name }))
  const items = useStill(rows, open ? typed : null).map(({ item }) => item)

  useTellResults({ open, text: typed, count: items.length, status: null })

  const take = (next: string[]) => {
    onChange(next)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ',' && typed !== '') {
      event.preventDefault()
      take([...new Set([...names, typed])])
    }
  }
  const warnings = names.flatMap((name) => findWarning(name) ?? [])
  return (
    <div className="field">
      <Combobox.Root
        multiple
        items={items}
        filter={null}
        open={open}
        onOpenChange={setOpen}
        value={[...names]}
        onValueChange={(next, { reason }) => {
          // Escape closes the list; it must not throw away what was chosen.
          if (reason !== 'escape-key') take(next)
        }}
        inputValue={text}
        onInputValueChange={(next, { reason }) => {
          if (reason === 'input-change') setText(next)
        }}
        autoHighlight
      >
        <label className="field__label" htmlFor={id}>
          Relations to follow
        </label>
        <Combobox.InputGroup className="chips-input">
          <Combobox.Chips className="chips-input__chips" aria-label="Chosen relations">
            {names.map((name) => (
              <Combobox.Chip key={name} className="chip" aria-label={name}>
                {nameWords(name)}
                <Combobox.ChipRemove
                  className="chip__remove"
                  aria-label={`Do not follow ${isolated(name)}`}
                >
                  <X size={12} aria-hidden />
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input
              id={id}
              className="chips-input__input"
              placeholder={names.length === 0 ? 'depends-on, owned-by, …' : 'add a name'}
              onKeyDown={onKeyDown}
              spellCheck={false}
            />
          </Combobox.Chips>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className="layer" {...below}>
            <Combobox.Popup className="list-popup">
              <Combobox.List className="list-popup__list" aria-label="Relation names">
                {(name: string) => (
                  <Combobox.Item key={name} value={name} className="list-popup__item">
                    <span className="choice">
                      <span className="choice__title">
                        {known.includes(name) ? label(name) : `Follow ${quoted(name)}`}
                      </span>
                      {name === pageLink && (
                        <span className="choice__more">built in, read-only, undocumented</span>
                      )}
                    </span>
                    <Combobox.ItemIndicator className="list-popup__tick">✓</Combobox.ItemIndicator>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {warnings.map((warning) => (
        <p key={warning} className="hint">
          {warning}
        </p>
      ))}
    </div>
  )
}

const label = (name: string) => (name === pageLink ? 'page links (link)' : name)
