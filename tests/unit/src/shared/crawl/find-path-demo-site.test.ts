import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CrawlPort, createPathSearch, nothingAsked, type PathRequest } from '@shared/crawl'
import {
  emptyGraph,
  type Graph,
  merge,
  type NodeId,
  nodeId,
  pathsBetween,
  refOf,
} from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../../../../electron/demo-site'
import { basicAuthorization, createLimiter } from '../../../../../electron/services/remote'
import { clientFor, quickPace } from '../../../electron/services/remote/serve'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite()
})
beforeEach(() => site.setTraps([]))
afterAll(() => site.close())

function portOn(): CrawlPort {
  const client = clientFor(site.origin, {
    authorization: basicAuthorization(site.email, site.token),
    limiter: createLimiter({ ...quickPace, patience: 10_000 }),
  })
  return {
    find: ({ node, relation, direction, type }, start) =>
      direction === 'out'
        ? client.targets({ relation, start, source: refOf(node), targetType: type })
        : client.sources({ relation, start, target: refOf(node), sourceType: type }),
    describe: (ids) => client.describe(ids.map(refOf)),
  }
}

async function search(request: PathRequest) {
  let graph: Graph = emptyGraph
  const answer = await createPathSearch({
    port: portOn(),
    request,
    graph,
    completeness: nothingAsked,
    isDescribed: () => false,
    onEvent: (event) => {
      if (event.kind === 'batch') graph = merge(graph, event.batch).graph
    },
    onProgress: () => undefined,
  }).run()
  return { answer, graph }
}

/** Steps from one page to all others along the arrows of one name, as the site's own list says. */
function distancesFrom(start: NodeId, relation: string): Map<NodeId, number> {
  const far = new Map([[start, 0]])
  for (const [id, steps] of far) {
    for (const { target } of site.world.relations.targets(relation, refOf(id), 'content')) {
      const next = nodeId(target)
      if (site.world.content.get(target.key)?.restricted !== false) continue
      if (!far.has(next)) far.set(next, steps + 1)
    }
  }
  return far
}

/** The page from which the most can be reached along the arrows. */
function farthest(relation: string) {
  const starts = [...site.world.content.values()]
    .filter(({ restricted, status }) => !restricted && status === 'current')
    .map(({ id }) => nodeId({ type: 'content', key: id }))
  const all = starts.map((start) => ({ start, far: distancesFrom(start, relation) }))
  return all.reduce((best, one) => (one.far.size > best.far.size ? one : best))
}

const request = (from: NodeId, to: NodeId, over: Partial<PathRequest> = {}): PathRequest => ({
  from,
  to,
  relations: ['depends-on'],
  directed: true,
  types: ['content'],
  steps: 10,
  calls: 1_000,
  ...over,
})

describe('a search for a path on the demo site', () => {
  it('takes as many steps as the site has between them, and draws the path', async () => {
    const { start, far } = farthest('depends-on')
    const steps = Math.max(...far.values())
    const end = [...far].find(([, at]) => at === steps)?.[0] ?? start
    expect(steps).toBeGreaterThan(2)
    const { answer, graph } = await search(request(start, end))
    expect(answer).toMatchObject({ kind: 'found', steps, isWhole: true })
    const [path] = pathsBetween(graph, start, end, { directed: true, longer: 0, limit: 1 })
    expect(path?.nodes).toHaveLength(steps + 1)
    expect(graph.nodes.get(start)?.status).not.toBe('unknown')
  })

  it('says that there is none, where the site has none', async () => {
    const { start, far } = farthest('depends-on')
    const [other] = [...site.world.content.values()]
      .filter(({ restricted, status }) => !restricted && status === 'current')
      .map(({ id }) => nodeId({ type: 'content', key: id }))
      .filter((id) => !far.has(id))
    if (other === undefined) throw new Error('Everything is reached')
    const { answer } = await search(request(start, other, { steps: 20 }))
    expect(answer).toMatchObject({ kind: 'none', isExhausted: true, gaps: {} })
  })

  it('counts what it may not read', async () => {
    site.setTraps(['forbidden-find'])
    const { start, far } = farthest('link')
    const end = [...far.keys()].at(-1) ?? start
    const { answer } = await search(request(start, end, { relations: ['link'], directed: false }))
    expect(answer.gaps.forbidden).toBeGreaterThan(0)
  })
})
