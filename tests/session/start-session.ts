import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { onTestFinished } from 'vitest'
import type { Entity, NodeId } from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../electron/demo-site'
import type { Host } from '../../electron/host'
import { live, openSession, type Session } from '../../src/session'
import { connectionOver, watchLoss } from '../../src/transport/connection'
import { type Proxy, startProxy } from '../proxy'
import { testHost } from '../unit/electron/host/fixtures'
import { createHeard } from './heard'

/** A site of its own for a test. */
export async function startSite(
  options: Parameters<typeof createDemoSite>[0] = {},
): Promise<DemoSite> {
  const site = await createDemoSite(options)
  onTestFinished(() => site.close())
  return site
}

/** A site behind something that can change its answers; a session signs in at `at`. */
export async function startSiteBehind(options?: Parameters<typeof startSite>[0]) {
  const site = await startSite(options)
  const proxy: Proxy = await startProxy(site.origin)
  onTestFinished(() => proxy.close())
  const { email, token } = site
  return { site, proxy, at: { origin: proxy.origin, email, token } }
}

/** Where a program keeps what it keeps, beyond its end. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'session-'))
  // What a program is told at its end may still be on its way into a file.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The site as a person signs in to it; the address may be that of something in front of it. */
type At = Pick<DemoSite, 'origin' | 'email' | 'token'>

/** As page and host are connected in a window of the program. */
function connect({ router }: Host) {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(router).upgrade(port2)
  port2.start()
  const loss = watchLoss(port1)
  const { client } = connectionOver(new RPCLink({ port: port1 }), loss)
  port1.start()
  return { client, cut: () => port2.close() }
}

/** The program with its real host, and one site's workspace open in it, in one process. */
export async function startSession(
  site: At,
  { folder, workspace }: { folder?: string; workspace?: string } = {},
) {
  const dataDir = folder ?? (await newFolder())
  const { host } = await testHost({}, { dataDir })
  const { client, cut } = connect(host)
  const { origin, email, token } = site
  const profile = await client.credentials.add({ site: origin, email, token })
  const heard = createHeard()
  const around = {
    ...{ client, profile, notices: heard.voice, version: '1' },
    whenFree: (run: () => void) => run(),
  }
  const session = await openSession(around, workspace)
  const life = live(session)
  let ended: Promise<void> | null = null
  const end = () => (ended ??= life.end().finally(cut))
  onTestFinished(end)
  return {
    ...heard,
    session,
    host,
    /** As the window closes: the session first, then the program. */
    quit: async () => {
      await end()
      await host.close()
    },
    /** As the program ends that is not asked: nothing is written any more. */
    crash: async () => {
      cut()
      await host.close()
      await end()
    },
  }
}

/** What a search of the site gives under this title. */
export async function entityOf({ client, profile }: Session, title: string): Promise<Entity> {
  const { entities } = await client.remote.search({ profile: profile.id, text: title })
  const found = entities.find((entity) => entity.title === title)
  if (found === undefined) throw new Error(`The site has no “${title}”`)
  return found
}

type Follow = Parameters<Session['crawl']['setFollow']>[0]

/** Crawls from something on the site as a person would, to its end. */
export async function crawlFrom(session: Session, title: string, follow: Follow): Promise<NodeId> {
  const start = await entityOf(session, title)
  session.crawl.setStarts([start])
  session.crawl.setFollow(follow)
  await session.crawl.crawl()
  return start.id
}

export const countsIn = ({ graph }: Session) => {
  const { nodes, edges } = graph.store.getState().graph
  return { nodes: nodes.size, relations: edges.size }
}

/** How a crawl, or what went on with one, came out. */
export function summaryOf({ crawl }: Session) {
  const { run } = crawl.store.getState()
  if (run.kind !== 'ended') throw new Error(`The crawl is ${run.kind}`)
  return run.summary
}
