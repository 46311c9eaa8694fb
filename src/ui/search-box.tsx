import { Combobox } from '@base-ui/react/combobox'
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react'

type Props<T> = {
  label: string
  hideLabel?: boolean
  placeholder: string
  text: string
  onText: (text: string) => void
  /** Already filtered: the box shows them as they are. */
  items: readonly T[]
  keyOf: (item: T) => string
  textOf: (item: T) => string
  render: (item: T) => ReactNode
  onPick: (item: T) => void
  /** Shown above the list and read aloud: searching, nothing found, why it failed. */
  status: ReactNode
  /** What to show under the box when something is wrong with the text. */
  error?: ReactNode
  inputRef?: Ref<HTMLInputElement>
  autoFocus?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  icon?: ReactNode
}

/** A text box with a list of answers below; arrow keys and Enter pick, Escape closes the list. */
export function SearchBox<T>(props: Props<T>) {
  const { label, text, items, status, error } = props
  const id = useId()
  return (
    <div className="search-box">
      <Combobox.Root<T>
        items={items}
        filter={null}
        value={null}
        inputValue={text}
        itemToStringLabel={props.textOf}
        isItemEqualToValue={(a, b) => props.keyOf(a) === props.keyOf(b)}
        autoHighlight
        onInputValueChange={(next, { reason }) => {
          // A pick or a close would change the text too; what was typed is the person's.
          if (reason === 'input-change') props.onText(next)
        }}
        onValueChange={(item) => {
          if (item !== null) props.onPick(item)
        }}
      >
        <label
          htmlFor={id}
          className={props.hideLabel === true ? 'visually-hidden' : 'search-box__label'}
        >
          {label}
        </label>
        <Combobox.InputGroup className="search-box__field">
          {props.icon}
          <Combobox.Input
            id={id}
            ref={props.inputRef}
            className="search-box__input"
            placeholder={props.placeholder}
            autoFocus={props.autoFocus}
            aria-invalid={error !== undefined}
            onKeyDown={props.onKeyDown}
            spellCheck={false}
          />
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className="layer" sideOffset={4} align="start">
            <Combobox.Popup className="list-popup" aria-label={label}>
              <Combobox.Status className="list-popup__status">{status}</Combobox.Status>
              <Combobox.List className="list-popup__list">
                {(item: T) => (
                  <Combobox.Item key={props.keyOf(item)} value={item} className="list-popup__item">
                    {props.render(item)}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {error !== undefined && <div className="field-error">{error}</div>}
    </div>
  )
}
