import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useTakesKeyboard } from './use-takes-keyboard'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  children: ReactNode
  /** Where the keyboard starts; the first field where this is left out. */
  initialFocus?: RefObject<HTMLElement | null>
  wide?: boolean
  /** Near the top of the window, so that a list has room below its box. */
  high?: boolean
}

/** Traps focus, closes with Escape, gives focus back. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  wide,
  high,
  initialFocus,
}: Props) {
  const keyboard = useTakesKeyboard(initialFocus)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup
          className={`dialog ${wide === true ? 'dialog--wide' : ''} ${high === true ? 'dialog--high' : ''}`}
          {...(initialFocus === undefined ? {} : { initialFocus })}
          {...keyboard}
        >
          <div className="dialog__head">
            <Base.Title className="dialog__title">{title}</Base.Title>
            <Base.Close className="icon-button" aria-label="Close">
              <X size={16} aria-hidden />
            </Base.Close>
          </div>
          {description !== undefined && (
            <Base.Description className="dialog__description" render={<div />}>
              {description}
            </Base.Description>
          )}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
