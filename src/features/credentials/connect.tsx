import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { useState } from 'react'
import type { Profile, SecretStore } from '@shared/contract'
import { ConnectForm, type First } from './connect-form'
import { OAuthForm } from './oauth-form'
import type { Credentials } from './store'

type Props = {
  credentials: Credentials
  secrets: SecretStore | null
  first: First
  onConnected: (profile: Profile) => void
}

const ways = [
  { way: 'token', label: 'With an API token' },
  { way: 'oauth', label: 'With an app (OAuth)' },
] as const

/** The two ways to sign in: an API token, or an app of the person's own. */
export function Connect(props: Props) {
  const [way, setWay] = useState<First['way']>(props.first.way)
  return (
    <>
      <ToggleGroup
        className="segmented"
        aria-label="Way to sign in"
        value={[way]}
        onValueChange={([next]) => {
          if (next === 'token' || next === 'oauth') setWay(next)
        }}
      >
        {ways.map((one) => (
          <Toggle key={one.way} value={one.way} className="segmented__part">
            {one.label}
          </Toggle>
        ))}
      </ToggleGroup>
      {way === 'token' ? <ConnectForm {...props} /> : <OAuthForm {...props} />}
    </>
  )
}
