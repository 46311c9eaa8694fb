import { Combobox } from '@base-ui/react/combobox'
import { type ReactNode, type Ref, useId, useState } from 'react'

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
  icon?: ReactNode
  /** The list is there before anything is typed. */
  startsOpen?: boolean
}

/** A text box with a list of answers below; arrow keys and Enter pick, Escape closes the list. */
export function SearchBox<T>({
  label,
  hideLabel = false,
  placeholder,
  text,
  onText,
  items,
  keyOf,
  textOf,
  render,
  onPick,
  status,
  error,
  inputRef,
  icon,
  startsOpen = false,
}: Props<T>) {
  const id = useId()
  const [open, setOpen] = useState(startsOpen)
  return (
    <div className="search-box">
      <Combobox.Root<T>
        items={items}
        filter={null}
        value={null}
        inputValue={text}
        itemToStringLabel={textOf}
        isItemEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
        autoHighlight
        // A list would lie over the reason, and hide it from screen readers.
        open={open && error === undefined}
        onOpenChange={setOpen}
        onInputValueChange={(next, { reason }) => {
          // A pick or a close would change the text too; what was typed is the person's.
          if (reason === 'input-change') onText(next)
        }}
        onValueChange={(item) => {
          if (item !== null) onPick(item)
        }}
      >
        <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'search-box__label'}>
          {label}
        </label>
        <Combobox.InputGroup className="search-box__field">
          {icon}
          <Combobox.Input
            id={id}
            ref={inputRef}
            className="search-box__input"
            placeholder={placeholder}
            aria-invalid={error !== undefined}
            spellCheck={false}
          />
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className="layer" sideOffset={4} align="start">
            <Combobox.Popup className="list-popup">
              <Combobox.Status className="list-popup__status">{status}</Combobox.Status>
              <Combobox.List className="list-popup__list" aria-label={label}>
                {(item: T) => (
                  <Combobox.Item key={keyOf(item)} value={item} className="list-popup__item">
                    {render(item)}
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
