import { useRef, useState } from 'react'
import { agree, inBytes, isolated, quoted } from '@shared/text'
import { Button, Isolated, Question } from '../../ui'

/** Something that was deleted and can still be taken back. */
export type Deleted = {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly bytes: number
}

type Props = {
  deleted: readonly Deleted[]
  isReadOnly?: boolean
  onRestore: (id: string) => void
  /** Deletes for good. */
  onDiscard: (ids: readonly string[]) => void
}

/** What is asked about: one of the list, or all of it. */
type Asking = { readonly ids: readonly string[]; readonly what: string }

/** The trash: only a person empties it, so its size is said. */
export function TrashList({ deleted, isReadOnly = false, onRestore, onDiscard }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const size = deleted.reduce((sum, { bytes }) => sum + bytes, 0)
  /** The row is about to go, and the keyboard with it. */
  const toHeading = () => heading.current?.focus()
  const ask = (ids: readonly string[], what: string) =>
    asking?.ids.length === ids.length && asking.ids[0] === ids[0] ? (
      <Question
        label={`Delete ${what} for good?`}
        sentence={`${what} cannot be taken back after this.`}
        act="Delete for good"
        onKeep={() => setAsking(null)}
        onAct={() => {
          setAsking(null)
          toHeading()
          onDiscard(ids)
        }}
      />
    ) : null
  const all = deleted.map(({ id }) => id)
  const whole = agree(deleted.length, 'What is in the trash', `All ${deleted.length}`)
  return (
    <section className="stack" aria-label="Trash">
      <h3 className="workspace__name" ref={heading} tabIndex={-1}>
        Trash{deleted.length > 0 && ` (${deleted.length}, ${inBytes(size)})`}
      </h3>
      {deleted.length === 0 && <p className="hint">Empty. What you delete is kept here.</p>}
      <ul className="workspace__list" aria-label="Deleted">
        {deleted.map(({ id, name, hint, bytes }) => (
          <li key={id} className="workspace__other">
            <div>
              <p>
                <Isolated text={name} />
              </p>
              <p className="hint">
                {hint}, {inBytes(bytes)}
              </p>
            </div>
            <div className="row">
              <Button
                aria-label={`Restore ${isolated(name)}`}
                disabled={isReadOnly}
                onClick={() => {
                  toHeading()
                  onRestore(id)
                }}
              >
                Restore
              </Button>
              <Button
                look="quiet"
                aria-label={`Delete ${isolated(name)} for good…`}
                disabled={isReadOnly}
                onClick={() => setAsking({ ids: [id], what: quoted(name) })}
              >
                Delete for good…
              </Button>
            </div>
            {ask([id], quoted(name))}
          </li>
        ))}
      </ul>
      {deleted.length > 1 && (
        <div className="workspace__other">
          <Button
            look="quiet"
            disabled={isReadOnly}
            onClick={() => setAsking({ ids: all, what: whole })}
          >
            Empty the trash…
          </Button>
          {ask(all, whole)}
        </div>
      )}
    </section>
  )
}
