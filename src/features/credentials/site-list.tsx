import { KeyRound, Trash2 } from 'lucide-react'
import type { Profile } from '@shared/contract'
import { IconButton } from '../../ui'

type Props = {
  sites: readonly Profile[]
  onOpen: (profile: Profile) => void
  onReplace: (profile: Profile) => void
  onRemove: (profile: string) => void
  onConcurrency: (profile: string, concurrency: number) => void
}

const kindWords = { token: 'API token', 'scoped-token': 'scoped token', oauth: 'app' } as const

/** The known sites: who signs in, how, and what may be done with each. */
export function SiteList({ sites, onOpen, onReplace, onRemove, onConcurrency }: Props) {
  return (
    <div className="site-list">
      <h3>Your sites</h3>
      <ul>
        {sites.map((profile) => {
          const { host } = new URL(profile.site)
          return (
            <li key={profile.id} className="site-list__row">
              <button type="button" className="site-list__open" onClick={() => onOpen(profile)}>
                <strong>{host}</strong>
                <span>
                  {profile.account.name}, {kindWords[profile.signIn]}
                  {profile.access === 'read-only' ? ', read-only' : ''}
                </span>
              </button>
              <select
                className="text-input site-list__pace"
                aria-label={`Calls at a time to ${host}`}
                title="Calls at a time"
                value={profile.concurrency}
                onChange={({ target }) => onConcurrency(profile.id, Number(target.value))}
              >
                {[1, 2, 3, 4, 5, 6, 7, 8].map((count) => (
                  <option key={count} value={count}>
                    {count}×
                  </option>
                ))}
              </select>
              <IconButton
                label={`Replace the token for ${host}`}
                onClick={() => onReplace(profile)}
              >
                <KeyRound size={16} aria-hidden />
              </IconButton>
              <IconButton
                label={`Forget ${host} and its token`}
                onClick={() => onRemove(profile.id)}
              >
                <Trash2 size={16} aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
