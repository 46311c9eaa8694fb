import { useState } from 'react'
import type { Profile } from '@shared/contract'
import type { Client } from '../../transport'
import { TokenField } from './token-field'

type Props = { client: Client; profile: Profile }

/** An app is signed in to elsewhere, and the demo site keeps its token itself. */
export const takesToken = ({ kind, signIn }: Profile): boolean =>
  kind === 'site' && signIn !== 'oauth'

/** The field for a token, beside a sentence that says that there is none. */
export function MissingToken({ client, profile }: Props) {
  const [isThere, setIsThere] = useState(false)
  if (!takesToken(profile)) return null
  return (
    <div className="missing-token">
      {isThere ? (
        <p className="good-note" role="status">
          The token works. Now try again what did not.
        </p>
      ) : (
        <TokenField {...{ client, profile }} act="Use token" onRenewed={() => setIsThere(true)} />
      )}
    </div>
  )
}
