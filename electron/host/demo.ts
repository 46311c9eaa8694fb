import type { Profile } from '@shared/contract'
import {
  basicAuthorization,
  createLimiter,
  createRemoteClient,
  type RemoteClient,
} from '../services/remote'

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
  remember(how: (relations: readonly string[]) => string[]): void
  close(): Promise<void>
}

type Running = { profile: Profile; readonly client: RemoteClient; readonly site: DemoSite }

export function createDemo(start: StartDemo, version: string): Demo {
  let running: Running | null = null
  let starting: Promise<Running> | null = null

  const open = async (): Promise<Running> => {
    running ??= await (starting ??= launch(start, version).finally(() => (starting = null)))
    return running
  }
  return {
    open: async () => (await open()).profile,
    profile: () => running?.profile ?? null,
    client: () => running?.client ?? null,
    remember: (how) => {
      if (running === null) return
      running.profile = { ...running.profile, relations: how(running.profile.relations) }
    },
    close: async () => {
      const last = running ?? (await starting?.catch(() => null)) ?? null
      running = null
      await last?.client.close()
      await last?.site.close()
    },
  }
}

async function launch(start: StartDemo, version: string): Promise<Running> {
  const site = await start()
  const client = createRemoteClient({
    apiBase: site.origin,
    siteOrigin: site.origin,
    authorization: basicAuthorization(site.email, site.token),
    version,
    limiter: createLimiter(),
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
    return { profile, client, site }
  } catch (error) {
    await client.close()
    await site.close()
    throw error
  }
}
