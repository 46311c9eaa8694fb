import { useState } from 'react'
import type { Renewal } from './renewal'
import { TokenField } from './token-field'

/** The field for a token, beside a sentence that says that there is none. */
export function MissingToken({ renewal }: { renewal: Renewal }) {
  const [isThere, setIsThere] = useState(false)
  if (renewal.email === null) return null
  return (
    <div className="missing-token">
      {isThere ? (
        <p className="good-note" role="status">
          The token works. Now try again what did not.
        </p>
      ) : (
        <TokenField renewal={renewal} act="Use token" onRenewed={() => setIsThere(true)} />
      )}
    </div>
  )
}
