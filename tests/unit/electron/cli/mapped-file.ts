import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type EdgeId, emptyGraph, type Graph, merge, type Unresolved } from '@shared/graph'
import { type MapEvent, type MapSummary, pageRelations } from '@shared/map'
import { createNetwork, refreshStore } from '../../../../electron/host'
import type { DemoSite } from '../../../../electron/demo-site'
import { mapPortOf, mapSpaces } from '../../../../electron/services/map'
import {
  authorizeBasic,
  createLimiter,
  createRemoteClient,
  defaultPace,
} from '../../../../electron/services/remote'
import { createWorkspaces, type Store } from '../../../../electron/services/workspace'

export const formerHosts = ['old-tern-and-tide.example']

export const clientOf = (site: DemoSite) =>
  createRemoteClient({
    version: '1.2.3',
    network: createNetwork({ log: () => undefined }),
    limiter: createLimiter(defaultPace),
    siteOrigin: site.origin,
    apiBase: site.origin,
    authorization: authorizeBasic(site.email, site.token),
  })

const saving =
  (store: Store) =>
  (event: MapEvent): void => {
    if (event.kind !== 'batch') return
    const { batch, gone, records } = event
    store.save({ batch, gone: { nodes: [], edges: gone }, records })
  }

const never = new AbortController().signal

/** What a map of these spaces is at this moment. */
export async function freshMap(site: DemoSite, spaces: readonly string[]) {
  let graph: Graph = emptyGraph
  const gone = new Set<EdgeId>()
  const client = clientOf(site)
  const summary = await mapSpaces(
    mapPortOf(client),
    wanted(site, spaces),
    (event) => {
      if (event.kind !== 'batch') return
      graph = merge(graph, event.batch).graph
      for (const id of event.gone) gone.add(id)
    },
    never,
  )
  await client.close()
  return { edges: [...graph.edges.keys()].filter((id) => !gone.has(id)).toSorted(), graph, summary }
}

const wanted = ({ origin }: DemoSite, spaces: readonly string[]) => ({
  spaces: [...spaces],
  relations: [...pageRelations],
  maxCalls: 1_000,
  home: { site: origin, formerHosts },
})

/** A workspace into which spaces were mapped, open. */
export async function mappedStore(site: DemoSite, spaces: readonly string[]) {
  const dataDir = await mkdtemp(join(tmpdir(), 'refresh-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const workspaces = createWorkspaces(dataDir, 'a test')
  const { info } = workspaces.create(site.origin, 'work')
  const path = join(dataDir, 'workspaces', `${info.id}.relx`)
  const store = workspaces.writable(info.id)
  const { home, ...rest } = wanted(site, spaces)
  store.mapBegin({ ...rest, formerHosts: [...home.formerHosts] })
  const client = clientOf(site)
  const keeper = {
    spaces: store.mapKeepSpaces,
    rows: store.mapKeepRows,
    paired: store.mapKeepPaired,
    lookedUp: store.mapKeepFound,
  }
  const request = { ...rest, home }
  const summary = await mapSpaces(mapPortOf(client), request, saving(store), never, {
    keeper,
    map: null,
  })
  store.mapEnd(summary)
  await client.close()
  return { path, store, close: () => workspaces.close() }
}

/** The same, closed: its file. */
export async function mappedFile(site: DemoSite, spaces: readonly string[]): Promise<string> {
  const { path, close } = await mappedStore(site, spaces)
  close()
  return path
}

/** What a workspace holds after a refresh, as far as pages tell it. */
export async function refreshed(
  store: Store,
  site: DemoSite,
  mode: 'quick' | 'reconcile' | null,
  stop: AbortSignal = never,
): Promise<{
  summary: MapSummary
  edges: string[]
  titles: ReadonlyMap<string, string>
  unresolved: readonly Unresolved[]
}> {
  const client = clientOf(site)
  const summary = await refreshStore({
    ...{ store: () => store, port: mapPortOf(client), site: site.origin, mode, stop },
    onEvent: saving(store),
  })
  await client.close()
  const { batch, unresolved } = store.read()
  return {
    summary,
    edges: batch.relations.map(({ id }) => id).toSorted(),
    titles: new Map(batch.entities.map(({ id, title }) => [id, title])),
    unresolved: unresolved ?? [],
  }
}
