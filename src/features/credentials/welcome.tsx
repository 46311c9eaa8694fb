import { Waypoints } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Profile } from '@shared/contract'
import { explain, type Failure } from '@shared/failure'
import { Button, FailureNote } from '../../ui'
import { Connect } from './connect'
import type { First } from './connect-form'
import { SiteList } from './site-list'
import type { Credentials } from './store'

type Props = {
  credentials: Credentials
  onOpen: (profile: Profile) => void
  /** The way to help; it stands last, as on the main screen. */
  help: ReactNode
}

/** The first screen: the demo site, a new connection, or one that is known. */
export function Welcome({ credentials, onOpen, help }: Props) {
  const { profiles, secrets, listing } = useStore(
    credentials.store,
    useShallow(({ profiles, secrets, listing }) => ({ profiles, secrets, listing })),
  )
  const [failure, setFailure] = useState<Failure | null>(null)
  const [first, setFirst] = useState<First & { readonly times: number }>({
    ...{ site: '', email: '', way: 'token', times: 0 },
  })
  const [starting, setStarting] = useState(false)
  const sites = profiles.filter(({ kind }) => kind === 'site')

  const openDemo = async () => {
    if (starting) return
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
    <main className="welcome" aria-label="Welcome" tabIndex={-1}>
      <header className="welcome__head">
        <Waypoints size={34} aria-hidden />
        <div>
          <h1>Relation Explorer for Confluence</h1>
          <p>
            Confluence keeps relations between pages, blog posts, spaces and people, such as “links
            to” or “depends on”, and has no screen for them. Here they are seen, walked and edited.
            Where nobody has made any, the links in the pages of whole spaces are drawn as a map.
          </p>
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
          <Button look="main" onClick={() => void openDemo()} aria-disabled={starting}>
            {starting ? 'Opening…' : 'Explore the demo site'}
          </Button>
          {sites.length > 0 && (
            <SiteList
              sites={sites}
              onOpen={onOpen}
              onSignIn={({ site, email, signIn }) =>
                setFirst(({ times }) => ({
                  ...{ site: new URL(site).origin, email, times: times + 1 },
                  way: signIn === 'oauth' ? 'oauth' : 'token',
                }))
              }
              onRemove={(id) => void remove(id)}
              onConcurrency={(id, count) => void setConcurrency(id, count)}
            />
          )}
        </section>
        <section className="card" aria-labelledby="welcome-connect">
          <h2 id="welcome-connect">Connect a Confluence site</h2>
          <Connect key={first.times} {...{ credentials, secrets, first }} onConnected={onOpen} />
        </section>
      </div>
      {help}
    </main>
  )
}
