import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explain, FailureError } from '@shared/failure'
import { nodeId } from '@shared/graph'
import { createDemoSite, type DemoSite, type Trap, traps } from '../../../../../electron/demo-site'
import {
  basicAuthorization,
  createLimiter,
  type RemoteClient,
} from '../../../../../electron/services/remote'
import { startProxy } from '../../../../proxy'
import { faults, type Operation, operationNames } from './fault-table'
import { clientFor, quickPace } from './serve'

/** How often an operation is tried, so that a trap of every seventh, or 20th, call snaps for each. */
const timesOf = (trap: Trap): number => (trap === 'slow' ? 3 : trap === 'token-dies' ? 24 : 8)

/** Something that stands on every site of this size and seed. */
function known(site: DemoSite) {
  const { content, relations } = site.world
  const open = (key: string) => content.get(key)?.restricted === false
  for (const relation of site.relationNames) {
    for (const { id, restricted, status } of content.values()) {
      if (restricted || status !== 'current') continue
      const ref = { type: 'content', key: id } as const
      const found = relations.targets(relation, ref, 'content').find(({ target }) => {
        return open(target.key) && content.get(target.key)?.status === 'current'
      })
      if (found !== undefined) return { relation, source: ref, target: found.target }
    }
  }
  throw new Error('The demo site has no relations')
}

const operations: Record<
  Operation,
  (client: RemoteClient, ends: ReturnType<typeof known>, at: number) => Promise<unknown>
> = {
  account: (client) => client.account(),
  targets: (client, { relation, source }) =>
    client.targets({ relation, source, targetType: 'content' }),
  sources: (client, { relation, target }) =>
    client.sources({ relation, target, sourceType: 'content' }),
  get: (client, ends) => client.get(ends),
  create: (client, { source, target }, at) =>
    client.create({ relation: `made-${at}`, source, target }),
  delete: (client, { source, target }, at) =>
    client.delete({ relation: `made-${at}`, source, target }),
  describe: async (client, { source }) => {
    const { failed } = await client.describe([source])
    for (const { failure } of failed) throw new FailureError(failure)
  },
  search: (client) => client.search('the'),
}

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'ok'
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    const { sentence } = explain(error.failure)
    return `${error.failure.kind}: ${sentence}`
  }
}

/** Addresses and ids differ from run to run. */
const steady = (site: DemoSite, ends: ReturnType<typeof known>, text: string): string =>
  text
    .replaceAll(new URL(site.origin).host, 'HOST')
    .replaceAll(nodeId(ends.source), 'SOURCE')
    .replaceAll(nodeId(ends.target), 'TARGET')
    .replaceAll(`“${ends.relation}”`, '“NAME”')
    .replace(/made-\d+/g, 'MADE')

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 120, lateMs: 100 })
})
afterAll(() => site.close())

async function meet(trap: Trap, operation: Operation): Promise<string[]> {
  const ends = known(site)
  const token = trap.startsWith('bad-') ? 'wrong' : site.token
  const client = clientFor(site.origin, {
    authorization: basicAuthorization(site.email, token),
    limiter: createLimiter({ ...quickPace, patience: 10_000 }),
  })
  site.setTraps([trap])
  const met = new Set<string>()
  for (let at = 0; at < timesOf(trap); at += 1) {
    met.add(steady(site, ends, await outcome(operations[operation](client, ends, at))))
  }
  site.setTraps([])
  return [...met]
}

const cells = traps.flatMap((trap) => operationNames.map((operation) => ({ trap, operation })))

describe('every trap, met by every operation', () => {
  it.each(cells)('$trap, $operation', async ({ trap, operation }) => {
    const allowed = faults[trap][operation] ?? ['ok']
    const met = await meet(trap, operation)
    expect(allowed).toEqual(expect.arrayContaining(met))
    if (trap === 'token-dies' || !allowed.includes('ok')) expect(met).toEqual(allowed)
  })
})

describe('a site that breaks off, or is not there', () => {
  it.each(operationNames)('is told as such: %s', async (operation) => {
    const ends = known(site)
    const proxy = await startProxy(site.origin)
    const authorization = basicAuthorization(site.email, site.token)
    const met = async () => {
      const client = clientFor(proxy.origin, { authorization })
      const told = await outcome(operations[operation](client, ends, 0))
      return told.replaceAll(new URL(proxy.origin).host, 'HOST')
    }
    proxy.set(() => 'reset')
    const broken = await met()
    // A write may have been done before the connection broke.
    const isWrite = operation === 'create' || operation === 'delete'
    expect(broken).toMatch(isWrite ? /^write-unknown: / : /^unreachable: /)
    expect(broken).toContain('HOST cannot be reached (UND_ERR_SOCKET).')
    await proxy.leave()
    expect(await met()).toBe('unreachable: HOST cannot be reached (ECONNREFUSED).')
    await proxy.back()
    proxy.clear()
    expect(await met()).toBe('ok')
    await proxy.close()
  })
})

/** The first open page whose id divides by a number and by no other of these. */
function pageDividedBy(by: bigint, not: bigint) {
  for (const { id, restricted, status } of site.world.content.values()) {
    const isIt = BigInt(id) % by === 0n && BigInt(id) % not !== 0n
    if (isIt && !restricted && status === 'current') return { type: 'content', key: id } as const
  }
  throw new Error('The demo site has no such page')
}

describe('content that a trap hides', () => {
  const find = async (trap: Trap, source: ReturnType<typeof pageDividedBy>) => {
    const client = clientFor(site.origin, {
      authorization: basicAuthorization(site.email, site.token),
    })
    site.setTraps([trap])
    const met = await outcome(client.targets({ relation: 'link', source, targetType: 'content' }))
    site.setTraps([])
    return met.replace(source.key, 'ID')
  }

  it('is forbidden, or gone, to who asks for its relations', async () => {
    expect(await find('forbidden-find', pageDividedBy(3n, 5n))).toBe(
      'forbidden: You are not allowed to see or do this: listing relations named “link” (“Not permitted to view the relations of this content”).',
    )
    expect(await find('gone-find', pageDividedBy(5n, 3n))).toBe(
      'not-found: Confluence does not know content:ID, or you may not see it.',
    )
  })
})
