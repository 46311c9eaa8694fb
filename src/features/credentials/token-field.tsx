import { useId, useState } from 'react'
import { explain, type Failure } from '@shared/failure'
import { Button, FailureNote } from '../../ui'
import type { Renewal } from './renewal'

type Props = {
  renewal: Renewal
  /** What the button does once the token was taken. */
  act: string
  onRenewed: () => void
}

/** A field for a new token, right where one is missing; the token goes to the host and is kept nowhere here. */
export function TokenField({ renewal, act, onRenewed }: Props) {
  const [token, setToken] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(false)
  const hint = useId()
  const incomplete = token.trim() === '' || asking
  const renew = async () => {
    if (incomplete) return
    setAsking(true)
    setFailure(null)
    const answer = await renewal.renew(token)
    setAsking(false)
    if (!answer.ok) {
      setFailure(answer.failure)
      return
    }
    setToken('')
    onRenewed()
  }
  return (
    // No form: it also stands inside of others, and a form in a form is none.
    <div className="stack" role="group" aria-label="A new API token">
      <label className="field">
        <span>API token of {renewal.email}</span>
        <input
          className="text-input"
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={token}
          aria-describedby={hint}
          onChange={({ target }) => setToken(target.value)}
          onKeyDown={(event) => {
            // What is typed here is for nobody round it, neither a form nor a list.
            event.stopPropagation()
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            void renew()
          }}
        />
        <span className="hint" id={hint}>
          It is tried first, and kept as the one before it was.
        </span>
      </label>
      {failure !== null && <FailureNote {...explain(failure)} />}
      <Button look="main" disabled={incomplete} onClick={() => void renew()}>
        {asking ? 'Trying…' : act}
      </Button>
    </div>
  )
}
