import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite } from '../../../../../electron/demo-site'
import { basicAuthorization } from '../../../../../electron/services/remote'
import { failureOf } from './failure-of'
import { clientFor, content, json, serve, space } from './serve'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 60 })
})
afterAll(() => site.close())

const connect = () =>
  clientFor(site.origin, { authorization: basicAuthorization(site.email, site.token) })
const somePage = () =>
  [...site.world.content.values()].find(
    ({ restricted, status }) => !restricted && status === 'current',
  )?.id ?? ''
/** A space of the site, and its key in another case. */
function spaceKeys() {
  const own = [...site.world.spaces.keys()].find((key) => key !== key.toLowerCase()) ?? ''
  return { own, other: own.toLowerCase() }
}

describe.each(['', 'space-key-silent'] as const)(
  'a space key in another case, trap “%s”',
  (trap) => {
    it('finds, reads, makes and deletes what the own spelling does', async () => {
      site.setTraps(trap === '' ? [] : [trap])
      const { own, other } = spaceKeys()
      const [source, target] = [space(other), content(somePage())]
      const ends = { relation: 'spelling', source, target }
      const made = await connect().create(ends)
      expect(made.relation).toMatchObject({ source: `space:${own}` })
      expect((await connect().get(ends)).relation?.id).toBe(made.relation.id)
      const targets = await connect().targets({
        relation: 'spelling',
        source,
        targetType: 'content',
      })
      expect(targets.relations.map(({ id }) => id)).toEqual([made.relation.id])
      const back = { relation: 'spelling', source: target, target: source }
      await connect().create(back)
      const sources = await connect().sources({
        ...{ relation: 'spelling', target: source, sourceType: 'content' },
      })
      expect(sources.relations).toMatchObject([{ target: `space:${own}` }])
      await connect().delete(back)
      await connect().delete(ends)
      expect((await connect().get({ ...ends, source: space(own) })).relation).toBeNull()
      expect((await connect().get({ ...back, target: space(own) })).relation).toBeNull()
      site.setTraps([])
    })

    it('is described and resolved under the own one', async () => {
      site.setTraps(trap === '' ? [] : [trap])
      const { own, other } = spaceKeys()
      const described = await connect().describe([space(other), space(own), space('nosuch')])
      expect(described.entities.map(({ id }) => id)).toEqual([`space:${own}`])
      expect(described.missing).toEqual(['space:nosuch'])
      expect(described.spelt).toEqual([{ asked: `space:${other}`, own: `space:${own}` }])
      expect((await connect().resolve(`space:${other}`)).id).toBe(`space:${own}`)
      site.setTraps([])
    })
  },
)

/** A site that knows the space DOC, or refuses to say. */
const spaces = (status = 200) =>
  serve(({ url }, response) => {
    const doc = { id: '5', key: 'DOC', name: 'Docs' }
    if (url.startsWith('/wiki/api/v2/spaces')) {
      json(response, status === 200 ? { results: [doc] } : { message: 'No' }, status)
    } else json(response, { results: [], start: 0, limit: 100, size: 0, _links: {} })
  })
const find = (key: string) =>
  ({ relation: 'link', source: space(key), targetType: 'content' }) as const

describe('the own spelling', () => {
  it('costs one call, also where many ask at once, and none once an answer brought it', async () => {
    const { origin, seen } = await spaces()
    const client = clientFor(origin)
    await Promise.all(['doc', 'Doc', 'dOC', 'DOC'].map((key) => client.targets(find(key))))
    await client.targets(find('doC'))
    const paths = seen.map(({ url }) => url.split('?')[0])
    expect(paths.filter((path) => path === '/wiki/api/v2/spaces')).toHaveLength(1)
    const asked = paths.filter((path) => path?.includes('/relation/'))
    expect(new Set(asked)).toEqual(
      new Set(['/wiki/rest/api/relation/link/from/space/DOC/to/content']),
    )
    expect(asked).toHaveLength(5)
  })

  it('is left as it was given where the token may not look spaces up', async () => {
    const { origin, seen } = await spaces(403)
    expect((await clientFor(origin).targets(find('doc'))).relations).toEqual([])
    expect(seen.at(-1)?.url).toContain('/from/space/doc/')
  })

  it('fails the call where it could not be asked for, instead of finding nothing', async () => {
    const { origin } = await spaces(500)
    expect(await failureOf(clientFor(origin).targets(find('doc')))).toMatchObject({
      kind: 'server',
    })
  })

  it('is asked for anew by another task where the first was stopped', async () => {
    const held: (() => void)[] = []
    const { origin } = await serve(({ url }, response, at) => {
      const list = url.includes('/spaces') ? [{ id: '5', key: 'DOC', name: 'Docs' }] : []
      const answer = () => json(response, { results: list, start: 0, limit: 100, _links: {} })
      if (at === 1) held.push(answer)
      else answer()
    })
    const client = clientFor(origin)
    const stopped = new AbortController()
    const first = failureOf(client.targets(find('doc'), stopped.signal))
    const second = client.targets(find('doc'))
    await expect.poll(() => held.length).toBe(1)
    stopped.abort()
    expect(await first).toEqual({ kind: 'cancelled' })
    expect((await second).relations).toEqual([])
  })
})
