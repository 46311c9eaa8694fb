import { FailureError } from '@shared/failure'
import { createProfiles } from '../services/credentials'
import { createConnections } from './connections'
import { createDemo, type StartDemo } from './demo'
import { mayOpen } from './may-open'
import { createNetwork } from './network'
import type { Platform } from './platform'
import { createRouter } from './router'
import { createSessions } from './sessions'
import { startDemoSite } from './start-demo-site'

export type Host = {
  /** The contract, for the handler of any transport. */
  readonly router: ReturnType<typeof createRouter>
  /** Whether the shell may hand this address to the person's browser. */
  mayOpen(url: string): boolean
  close(): Promise<void>
}

export type HostOptions = {
  /** How the demo site is started; by default the embedded one in its normal size. */
  readonly startDemo?: StartDemo
}

/** Builds the services from what a shell supplies. Throws the failure `storage`. */
export async function createHost(platform: Platform, options: HostOptions = {}): Promise<Host> {
  const { secrets, version, dataDir, log } = platform
  const profiles = await createProfiles(dataDir, log)
  const network = createNetwork(platform)
  const demo = createDemo(options.startDemo ?? startDemoSite, version, log)
  const sessions = createSessions({
    profiles,
    secrets,
    demo,
    version,
    network,
    log,
    oauth: ({ site }) => {
      throw new FailureError({ kind: 'secret-missing', site: new URL(site).host })
    },
  })
  const connections = createConnections({ profiles, secrets, sessions, demo, version })
  return {
    router: createRouter(platform, connections, sessions),
    mayOpen: (url) =>
      mayOpen(
        url,
        profiles.list().map(({ site }) => site),
        demo.profile()?.site ?? null,
      ),
    close: async () => {
      await Promise.all([sessions.close(), demo.close()])
    },
  }
}
