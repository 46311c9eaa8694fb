import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { canvasKeys } from '../features/canvas'
import { outlineKeys } from '../features/outline/panels'
import { keyWords } from './chord'
import { actKeys, type KeySection } from './key-sheet'
import { Button, Dialog } from '../ui'
import { setSingleKeys, singleKeys } from './single-keys'

const ownKeys: readonly KeySection[] = [
  { title: 'On the graph', rows: canvasKeys },
  { title: 'In the outline', rows: outlineKeys },
  {
    title: 'In a panel, dialog or menu',
    rows: [{ keys: ['Escape'], title: 'Close what is open; in a panel, back to the graph' }],
  },
]

type Props = {
  open: boolean
  onClose: () => void
  title?: string
  /** What stands before the keys. */
  children?: ReactNode
  /** Left out where there are no first steps to be shown. */
  onGuide?: () => void
}

/** The sheet of keys: those of acts, and those by which graph and outline are walked. */
export function KeysDialog({ open, onClose, title: heading = 'Keys', children, onGuide }: Props) {
  const isOn = useStore(singleKeys, ({ on }) => on)
  return (
    <Dialog open={open} onClose={onClose} title={heading}>
      <div className="keys">
        {children}
        {[...actKeys(), ...ownKeys].map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map((row) => (
                <div key={row.title} className="keys__row">
                  <dt>
                    {row.keys.map((key) => (
                      <kbd key={key}>{keyWords(key)}</kbd>
                    ))}
                  </dt>
                  <dd>{row.title}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <label className="check">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => setSingleKeys(target.checked)}
          />
          Single letters, digits and signs do acts
        </label>
        {onGuide !== undefined && <Button onClick={onGuide}>Show the first steps</Button>}
      </div>
    </Dialog>
  )
}
