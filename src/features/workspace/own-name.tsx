import { useId, useState } from 'react'
import { WorkspaceName } from '@shared/workspace'
import { Button } from '../../ui'

type Props = { name: string; onRename: (name: string) => void }

/** What the open workspace is named, and a way to another name. */
export function OwnName({ name, onRename }: Props) {
  const [isChanging, setChanging] = useState(false)
  return isChanging ? (
    <NameForm
      name={name}
      onName={(next) => {
        setChanging(false)
        if (next !== null && next !== name) onRename(next)
      }}
    />
  ) : (
    <div className="row">
      <h3 className="workspace__name">{name}</h3>
      <Button look="quiet" onClick={() => setChanging(true)}>
        Rename…
      </Button>
    </div>
  )
}

function NameForm({ name, onName }: { name: string; onName: (name: string | null) => void }) {
  const [typed, setTyped] = useState(name)
  const id = useId()
  const wanted = typed.trim().replace(/\s+/g, ' ')
  const isFit = WorkspaceName.safeParse(wanted).success
  return (
    <form
      className="row row--wrap"
      onSubmit={(event) => {
        event.preventDefault()
        if (isFit) onName(wanted)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // It ends the naming, not the dialog.
        event.stopPropagation()
        onName(null)
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        Name of the workspace
      </label>
      <input
        id={id}
        className="text-input"
        value={typed}
        maxLength={80}
        autoFocus
        spellCheck={false}
        aria-invalid={!isFit}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button look="main" type="submit" disabled={!isFit}>
        Rename
      </Button>
      <Button onClick={() => onName(null)}>Cancel</Button>
      {!isFit && (
        <p className="hint" role="status">
          A name begins with a letter or digit, ends with one, and holds letters, digits, spaces and
          , ’ & ( ) _ - only.
        </p>
      )}
    </form>
  )
}
