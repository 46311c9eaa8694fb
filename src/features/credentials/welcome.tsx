import { Waypoints } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import { explain, type Failure } from '@shared/failure'
import { Button, FailureNote } from '../../ui'
import { Connect } from './connect'
import type { First } from './connect-form'
import { SiteList } from './site-list'
import type { Credentials } from './store'

type Props = { credentials: Credentials; onOpen: (profile: Profile) => void }

/** The first screen: the demo site, a new connection, or one that is known. */
export function Welcome({ credentials, onOpen }: Props) {
  const { profiles, secrets, listing } = useStore(credentials.store)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [first, setFirst] = useState<First>({ site: '', email: '' })
  const [starting, setStarting] = useState(false)
  const sites = profiles.filter(({ kind }) => kind === 'site')

  const openDemo = async () => {
    setStarting(true)
    const result = await credentials.demo()
    setStarting(false)
    if (result.ok) onOpen(result.value)
    else setFailure(result.failure)
  }
  const setConcurrency = async (profile: string, concurrency: number) => {
    const result = await credentials.setConcurrency(profile, concurrency)
    setFailure(result.ok ? null : result.failure)
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
            <SiteList
              sites={sites}
              onOpen={onOpen}
              onReplace={({ site, email }) => setFirst({ site: new URL(site).origin, email })}
              onRemove={(id) => void remove(id)}
              onConcurrency={(id, count) => void setConcurrency(id, count)}
            />
          )}
        </section>
        <section className="card" aria-labelledby="welcome-connect">
          <h2 id="welcome-connect">Connect a Confluence site</h2>
          <Connect
            key={`${first.site} ${first.email}`}
            {...{ credentials, secrets, first }}
            onConnected={onOpen}
          />
        </section>
      </div>
    </main>
  )
}
