import { KeyRound, LogIn, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Profile } from '@shared/contract'
import { IconButton, Isolated, Question } from '../../ui'

type Props = {
  sites: readonly Profile[]
  onOpen: (profile: Profile) => void
  /** Signs in anew to one that is known. */
  onSignIn: (profile: Profile) => void
  onRemove: (profile: string) => void
  onConcurrency: (profile: string, concurrency: number) => void
}

const kindWords = { token: 'API token', 'scoped-token': 'scoped token', oauth: 'app' } as const

/** The known sites: who signs in, how, and what may be done with each. */
export function SiteList({ sites, onRemove, ...acts }: Props) {
  const [asking, setAsking] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <div className="site-list">
      <h3 ref={heading} tabIndex={-1}>
        Your sites
      </h3>
      <ul>
        {sites.map((profile) => (
          <li key={profile.id} className="site-list__row">
            <Site {...acts} profile={profile} onForget={() => setAsking(profile.id)} />
            {asking === profile.id && (
              <Question
                label={`Forget ${hostOf(profile)}?`}
                sentence={forgetWords(profile)}
                act="Forget"
                onKeep={() => setAsking(null)}
                onAct={() => {
                  setAsking(null)
                  // The row is about to go, and the keyboard with it.
                  heading.current?.focus()
                  onRemove(profile.id)
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const hostOf = ({ site }: Profile): string => new URL(site).host

const forgetWords = (profile: Profile): string =>
  `${profile.signIn === 'oauth' ? 'What the app was given' : 'The token'} for ${hostOf(profile)} and its list of relation names are deleted from this machine. Workspaces stay.`

type SiteProps = Omit<Props, 'sites' | 'onRemove'> & { profile: Profile; onForget: () => void }

function Site({ profile, onOpen, onSignIn, onForget, onConcurrency }: SiteProps) {
  const host = hostOf(profile)
  const isApp = profile.signIn === 'oauth'
  return (
    <>
      <button type="button" className="site-list__open" onClick={() => onOpen(profile)}>
        <strong>{host}</strong>
        <span>
          <Isolated text={profile.account.name} />, {kindWords[profile.signIn]}
          {profile.access === 'read-only' ? ', read-only' : ''}
        </span>
      </button>
      <select
        className="text-input site-list__pace"
        aria-label={`Calls at a time to ${host}`}
        value={profile.concurrency}
        onChange={({ target }) => onConcurrency(profile.id, Number(target.value))}
      >
        {[1, 2, 3, 4, 5, 6, 7, 8].map((count) => (
          <option key={count} value={count}>
            {count} at a time
          </option>
        ))}
      </select>
      <IconButton
        label={isApp ? `Sign in again to ${host}` : `Replace the token for ${host}`}
        onClick={() => onSignIn(profile)}
      >
        {isApp ? <LogIn size={16} aria-hidden /> : <KeyRound size={16} aria-hidden />}
      </IconButton>
      <IconButton
        label={isApp ? `Forget ${host} and its sign-in` : `Forget ${host} and its token`}
        onClick={onForget}
      >
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </>
  )
}
