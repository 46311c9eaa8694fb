import { Combobox } from '@base-ui/react/combobox'
import { type ReactNode, type Ref, useId, useState } from 'react'
import { sectionsOf } from './in-known-order'
import { below } from './list-place'
import { useHeld } from './use-held'
import { useStill } from './use-still'
import { useTellResults } from './use-tell-results'

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
  /** Shown below the list and read aloud: searching, nothing found, why it failed. */
  status: string | null
  /** What to show under the box when something is wrong with the text. */
  error?: ReactNode
  inputRef?: Ref<HTMLInputElement>
  icon?: ReactNode
  /** The heading an item stands under; those of one heading come together. */
  groupOf?: (item: T) => string
  /** The list is there before anything is typed. */
  startsOpen?: boolean
  /** Told when the list opens and closes. */
  onOpen?: (open: boolean) => void
  /** Where the list is all there is: Escape, which closes it, closes what it stands in as well. */
  onEscape?: () => void
}

/** A text box with a list of answers below; arrow keys and Enter pick, Escape closes the list. */
export function SearchBox<T>({
  label,
  hideLabel = false,
  placeholder,
  text,
  onText,
  items: given,
  keyOf,
  textOf,
  render,
  onPick,
  status: says,
  error: wrong,
  inputRef,
  icon,
  groupOf,
  startsOpen = false,
  onOpen,
  onEscape,
}: Props<T>) {
  const id = useId()
  const [open, setOpen] = useState(startsOpen)
  const rows = given.map((item) => ({ key: keyOf(item), group: groupOf?.(item) ?? '', item }))
  const still = useStill(rows, open ? text : null)
  const { value, hold } = useHeld({ rows: still, status: says, error: wrong })
  const { status, error } = value
  const items = value.rows.map(({ item }) => item)
  useTellResults({ open, text, count: items.length, status })
  const sections = sectionsOf(value.rows).map(({ key, ...section }) => ({ ...section, value: key }))
  const row = (item: T) => (
    <Combobox.Item key={keyOf(item)} value={item} className="list-popup__item">
      {render(item)}
    </Combobox.Item>
  )
  return (
    <div className="search-box">
      <Combobox.Root<T>
        items={groupOf === undefined ? items : sections}
        filter={null}
        value={null}
        inputValue={text}
        itemToStringLabel={textOf}
        isItemEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
        autoHighlight
        // A list would lie over the reason, and hide it from screen readers.
        open={open && error === undefined}
        onOpenChange={(next, { reason }) => {
          setOpen(next)
          onOpen?.(next)
          if (reason === 'escape-key') onEscape?.()
        }}
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
          <Combobox.Positioner className="layer" {...below}>
            <Combobox.Popup className="list-popup" onPointerDownCapture={hold}>
              <Combobox.List className="list-popup__list" aria-label={label}>
                {groupOf === undefined
                  ? row
                  : ({ value: key, title, items: own }: (typeof sections)[number]) => (
                      <Combobox.Group key={key} items={own}>
                        <Combobox.GroupLabel className="list-popup__group">
                          {title}
                        </Combobox.GroupLabel>
                        <Combobox.Collection>{row}</Combobox.Collection>
                      </Combobox.Group>
                    )}
              </Combobox.List>
              {/* Below the list, so that nothing moves under the pointer when it goes; the one voice says it. */}
              <Combobox.Status className="list-popup__status" aria-live="off">
                {status}
              </Combobox.Status>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {error !== undefined && <div className="field-error">{error}</div>}
    </div>
  )
}
