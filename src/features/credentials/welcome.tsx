import { Trash2, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import { explain, type Failure } from '@shared/failure'
import { Button, FailureNote, IconButton } from '../../ui'
import { ConnectForm } from './connect-form'
import type { Credentials } from './store'

type Props = { credentials: Credentials; onOpen: (profile: Profile) => void }

/** The first screen: the demo site, a new connection, or one that is known. */
export function Welcome({ credentials, onOpen }: Props) {
  const { profiles, secrets, listing } = useStore(credentials.store)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [starting, setStarting] = useState(false)
  const sites = profiles.filter(({ kind }) => kind === 'site')

  const openDemo = async () => {
    setStarting(true)
    const result = await credentials.demo()
    setStarting(false)
    if (result.ok) onOpen(result.value)
    else setFailure(result.failure)
  }
  const remove = async (profile: string) => {
    const result = await credentials.remove(profile)
    setFailure(result.ok ? null : result.failure)
  }

  return (
    <main className="welcome">
      <header className="welcome__head">
        <Waypoints size={34} aria-hidden />
        <div>
          <h1>Relation Explorer for Confluence</h1>
          <p>See, walk and edit the relations between pages, blog posts, spaces and people.</p>
        </div>
      </header>
      {failure !== null && <FailureNote {...explain(failure)} />}
      {listing.kind === 'failed' && <FailureNote {...explain(listing.failure)} />}
      <div className="welcome__cards">
        <section className="card" aria-labelledby="welcome-demo">
          <h2 id="welcome-demo">Just look around</h2>
          <p>
            A small made-up company with a few hundred pages runs inside this program. No account,
            no network, and nothing you do there can break anything.
          </p>
          <Button look="main" onClick={() => void openDemo()} disabled={starting}>
            {starting ? 'Opening…' : 'Explore the demo site'}
          </Button>
          {sites.length > 0 && (
            <SiteList sites={sites} onOpen={onOpen} onRemove={(id) => void remove(id)} />
          )}
        </section>
        <section className="card" aria-labelledby="welcome-connect">
          <h2 id="welcome-connect">Connect a Confluence site</h2>
          <ConnectForm credentials={credentials} secrets={secrets} onConnected={onOpen} />
        </section>
      </div>
    </main>
  )
}

type ListProps = {
  sites: readonly Profile[]
  onOpen: (profile: Profile) => void
  onRemove: (profile: string) => void
}

function SiteList({ sites, onOpen, onRemove }: ListProps) {
  return (
    <div className="site-list">
      <h3>Your sites</h3>
      <ul>
        {sites.map((profile) => (
          <li key={profile.id} className="site-list__row">
            <button type="button" className="site-list__open" onClick={() => onOpen(profile)}>
              <strong>{new URL(profile.site).host}</strong>
              <span>{profile.account.name}</span>
            </button>
            <IconButton
              label={`Forget ${new URL(profile.site).host} and its token`}
              onClick={() => onRemove(profile.id)}
            >
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
