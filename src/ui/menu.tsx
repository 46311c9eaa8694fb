import { Menu as Base } from '@base-ui/react/menu'
import { ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { useTakesKeyboard } from './use-takes-keyboard'

export type MenuItem =
  | {
      kind: 'act'
      label: string
      keys?: string
      danger?: boolean
      disabled?: string
      onPick: () => void
    }
  | { kind: 'link'; label: string; href: string }
  | { kind: 'line' }
  /** A menu within the menu. */
  | { kind: 'more'; label: string; items: readonly MenuItem[] }

/** An entry that says why it cannot be picked, instead of vanishing. */
function Item({ item }: { item: MenuItem }) {
  if (item.kind === 'line') return <Base.Separator className="menu__line" />
  if (item.kind === 'more') {
    return (
      <Base.SubmenuRoot>
        <Base.SubmenuTrigger className="menu__item">
          {item.label}
          <ChevronRight size={14} aria-hidden />
        </Base.SubmenuTrigger>
        <Base.Portal>
          <Base.Positioner className="layer" alignOffset={-4}>
            <Base.Popup className="menu">
              <Items items={item.items} />
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.SubmenuRoot>
    )
  }
  if (item.kind === 'link') {
    return (
      <Base.LinkItem
        className="menu__item"
        href={item.href}
        target="_blank"
        rel="noreferrer"
        closeOnClick
      >
        {item.label}
      </Base.LinkItem>
    )
  }
  return (
    <Base.Item
      className={`menu__item ${item.danger === true ? 'menu__item--danger' : ''}`}
      disabled={item.disabled !== undefined}
      onClick={item.onPick}
    >
      <span>
        {item.label}
        {item.disabled !== undefined && <span className="menu__why">{item.disabled}</span>}
      </span>
      {item.keys !== undefined && <kbd className="menu__keys">{item.keys}</kbd>}
    </Base.Item>
  )
}

function Items({ items, heading }: { items: readonly MenuItem[]; heading?: ReactNode }) {
  return (
    <>
      {heading !== undefined && <div className="menu__heading">{heading}</div>}
      {items.map((item, at) => (
        <Item key={item.kind === 'line' ? `line-${at}` : item.label} item={item} />
      ))}
    </>
  )
}

/** A menu that hangs on a button. */
export function ButtonMenu({
  trigger,
  items,
}: {
  trigger: ReactElement
  items: readonly MenuItem[]
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="layer" sideOffset={4} align="start">
          <Base.Popup className="menu">
            <Items items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type PointMenuProps = {
  /** Client coordinates, or null while closed. */
  at: { x: number; y: number } | null
  heading: ReactNode
  label: string
  items: readonly MenuItem[]
  onClose: () => void
}

/** A context menu at a point; kept inside the window, walked with the arrow keys. */
export function PointMenu({ at, heading, label, items, onClose }: PointMenuProps) {
  const keyboard = useTakesKeyboard()
  const anchor = { getBoundingClientRect: () => new DOMRect(at?.x ?? 0, at?.y ?? 0, 0, 0) }
  return (
    <Base.Root open={at !== null} onOpenChange={(open) => !open && onClose()} modal={false}>
      <Base.Portal>
        <Base.Positioner className="layer" anchor={anchor} side="bottom" align="start">
          <Base.Popup className="menu" aria-label={label} {...keyboard}>
            <Items items={items} heading={heading} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
