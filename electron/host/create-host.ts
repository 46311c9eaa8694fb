import { createProfiles } from '../services/credentials'
import { createConnections } from './connections'
import { createDemo, type StartDemo } from './demo'
import { mayOpen } from './may-open'
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
  const demo = createDemo(options.startDemo ?? startDemoSite, version)
  const sessions = createSessions({ profiles, secrets, demo, version })
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
