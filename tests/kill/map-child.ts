/** A host that maps until it is killed, or goes on with what an earlier one was killed at. */
import type { MapEvent } from '@shared/map'
import { createMaps } from '../../electron/host/maps'
import { authorizeBasic, createRemoteClient } from '../../electron/services/remote'
import { createWorkspaces } from '../../electron/services/workspace'

const [dataDir = '', origin = '', email = '', token = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const client = createRemoteClient({
  apiBase: origin,
  siteOrigin: origin,
  authorization: authorizeBasic(email, token),
  version: 'kill',
})
const workspaces = createWorkspaces(dataDir, 'kill')
const { info } = workspaces.open(origin)
const at = { profile: 'p', workspace: info.id }
const maps = createMaps(
  { profile: () => ({ site: origin }), client: () => Promise.resolve(client) },
  workspaces,
)
const never = new AbortController().signal

async function begin(): Promise<AsyncIterable<MapEvent>> {
  if (maps.kept(at) !== null) return maps.goOn(at, never)
  const { spaces } = await client.allSpaces()
  const wanted = {
    spaces: spaces.map(({ entity }) => entity.key),
    relations: ['link' as const, 'child-of' as const, 'mentions' as const],
    formerHosts: [],
    maxCalls: 10_000,
  }
  return maps.run({ ...at, ...wanted }, never)
}

const edges = new Set<string>()
const nodes = new Set<string>()
for await (const event of await begin()) {
  if (event.kind === 'batch') {
    for (const { id } of event.batch.entities) nodes.add(id)
    for (const { id } of event.batch.relations) edges.add(id)
    for (const id of event.gone) edges.delete(id)
  }
  if (event.kind === 'progress') say(`read ${event.progress.pages}`)
  if (event.kind === 'done') {
    const { state, unresolved } = event.summary
    const open = unresolved.map((one) => JSON.stringify(one)).sort()
    const graph = { state, nodes: [...nodes].sort(), edges: [...edges].sort(), open }
    say(`done ${JSON.stringify(graph)}`)
  }
}
await client.close()
workspaces.close()
