import type { Profile } from '@shared/contract'
import {
  authorizeBasic,
  createLimiter,
  createRemoteClient,
  createWireLog,
  type Machine,
  type RemoteClient,
} from '../services/remote'
import type { Watched } from './watch'

/** A running demo site, as far as the host needs to know it. */
export type DemoSite = {
  readonly origin: string
  readonly email: string
  readonly token: string
  /** Relation names that its content uses. */
  readonly relations: readonly string[]
  close(): Promise<void>
}
export type StartDemo = () => Promise<DemoSite>

export const demoId = 'demo'

/** The embedded demo site: started when first asked for, then a site like any other. */
export type Demo = {
  open(signal?: AbortSignal): Promise<Profile>
  /** The profile while the site runs. */
  profile(): Profile | null
  client(): RemoteClient | null
  /** Its pace and calls, while it runs. */
  watched(): Watched | null
  remember(how: (relations: readonly string[]) => string[]): void
  change(how: (profile: Profile) => Profile): void
  close(): Promise<void>
}

type Running = {
  profile: Profile
  readonly client: RemoteClient
  readonly watched: Watched
  readonly site: DemoSite
  readonly closing: AbortController
}

export function createDemo(parts: Parts): Demo {
  let running: Running | null = null
  let starting: Promise<Running> | null = null

  const open = async (): Promise<Running> => {
    running ??= await (starting ??= launch(parts).finally(() => (starting = null)))
    return running
  }
  const change: Demo['change'] = (how) => {
    if (running !== null) running.profile = how(running.profile)
  }
  return {
    open: async () => (await open()).profile,
    profile: () => running?.profile ?? null,
    client: () => running?.client ?? null,
    watched: () => running?.watched ?? null,
    remember: (how) => change((profile) => ({ ...profile, relations: how(profile.relations) })),
    change,
    close: async () => {
      const last = running ?? (await starting?.catch(() => null)) ?? null
      running = null
      last?.closing.abort()
      await last?.client.close()
      await last?.site.close()
    },
  }
}

type Log = (line: string) => void

type Parts = {
  readonly start: StartDemo
  readonly version: string
  readonly machine: Machine
  readonly log: Log
}

async function launch({ start, version, machine, log }: Parts): Promise<Running> {
  const site = await start()
  const closing = new AbortController()
  const watched = {
    limiter: createLimiter(undefined, machine),
    log: createWireLog(),
    closed: closing.signal,
  }
  const client = createRemoteClient({
    apiBase: site.origin,
    siteOrigin: site.origin,
    authorization: authorizeBasic(site.email, site.token),
    version,
    limiter: watched.limiter,
    onAttempt: (attempted) => watched.log.add(attempted),
    log,
  })
  try {
    const profile: Profile = {
      id: demoId,
      kind: 'demo',
      site: site.origin,
      email: site.email,
      signIn: 'token',
      access: 'read-write',
      concurrency: 4,
      account: await client.account(),
      relations: [...site.relations],
    }
    return { profile, client, watched, site, closing }
  } catch (error) {
    await client.close()
    await site.close()
    throw error
  }
}
