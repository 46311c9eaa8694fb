import { createProfiles } from '../services/credentials'
import { randomUUID } from 'node:crypto'
import { createMachine } from '../services/remote'
import { createVocabularies, createWorkspaces } from '../services/workspace'
import { checkSite } from './check-site'
import { createConnections } from './connections'
import { createDemo, type StartDemo } from './demo'
import { createHandedFiles } from './handed-files'
import { createLastSession } from './last-session'
import { createMaps } from './maps'
import { mayOpen } from './may-open'
import { createNetwork } from './network'
import { createOAuth } from './oauth'
import type { Platform } from './platform'
import { createRouter } from './router'
import { createSessions } from './sessions'
import { createSettings } from './settings'
import { startDemoSite } from './start-demo-site'

export type Host = {
  /** The contract, for the handler of any transport. */
  readonly router: ReturnType<typeof createRouter>
  /** Whether the shell may hand this address to the person's browser. */
  mayOpen(url: string): boolean
  /** A file that a person opened with the program, by its whole path. */
  openFile(path: string): void
  /** The machine is about to sleep: no call to Confluence begins before `wake`. */
  readonly sleep: () => void
  /** It is awake: what waited goes on by itself. */
  readonly wake: () => void
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
  const settings = await createSettings(dataDir, log)
  const network = createNetwork(platform)
  const machine = createMachine()
  const start = options.startDemo ?? startDemoSite
  const demo = createDemo({ start, version, machine, log })
  const signingIn = { profiles, secrets, network, version }
  const oauth = createOAuth({
    ...signingIn,
    limiter: (siteOrigin) => sessions.limiter(siteOrigin),
  })
  const sessions = createSessions({
    ...signingIn,
    demo,
    machine,
    log,
    oauth: (profile) => oauth.authorize(profile),
  })
  const workspaces = createWorkspaces(dataDir, randomUUID(), platform.fork)
  const handed = createHandedFiles(workspaces)
  const lastSession = createLastSession(dataDir, log, handed.areWaiting)
  const vocabularies = createVocabularies(dataDir, log)
  const connections = createConnections({
    profiles,
    secrets,
    sessions,
    demo,
    oauth,
    vocabularies,
    version,
  })
  return {
    router: createRouter(
      platform,
      connections,
      sessions,
      vocabularies,
      workspaces,
      (wanted, signal) => checkSite({ sessions, profiles }, wanted, signal),
      createMaps(sessions, workspaces),
      { settings, handed, lastSession },
    ),
    openFile: handed.open,
    ...{ sleep: machine.sleep, wake: machine.wake },
    mayOpen: (url) =>
      oauth.mayOpen(url) ||
      mayOpen(
        url,
        profiles.list().map(({ site }) => site),
        demo.profile()?.site ?? null,
      ),
    close: async () => {
      oauth.close()
      await Promise.all([sessions.close(), demo.close()])
      workspaces.close()
    },
  }
}
