import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite, traps, trapWords } from '../../../../electron/demo-site'
import { ask, content, firstContent, relationAt, sourcesOf, targetsOf, user } from './client'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 60 })
})
beforeEach(() => site.setTraps([]))
afterAll(() => site.close())

const me = '/wiki/rest/api/user/current'
const open = (is: (id: bigint) => boolean) =>
  firstContent(site, ({ id, restricted, status, kind }) => {
    return !restricted && status === 'current' && kind === 'page' && is(BigInt(id))
  })
const links = (id: string) => targetsOf('link', content(id), 'content')
const unchecked = { unchecked: true }

describe('a trap of a real site', () => {
  it('is told in words, each', () => {
    expect(traps.map((trap) => trapWords[trap].length > 10)).not.toContain(false)
  })

  it('forbids or hides part of the content', async () => {
    const third = open((id) => id % 3n === 0n && id % 5n !== 0n)
    const fifth = open((id) => id % 5n === 0n && id % 3n !== 0n)
    const other = open((id) => id % 3n !== 0n && id % 5n !== 0n)
    site.setTraps(['forbidden-find', 'gone-find'])
    expect((await ask(site, links(third.id))).status).toBe(403)
    expect((await ask(site, links(fifth.id))).status).toBe(404)
    expect((await ask(site, links(other.id))).status).toBe(200)
    expect((await ask(site, `/wiki/api/v2/pages?id=${fifth.id}`)).body).toMatchObject({
      results: [],
    })
  })

  it('refuses a find of favourites as measured, or as an emulator has it', async () => {
    const path = targetsOf('favourite', user('current'), 'content')
    expect((await ask(site, path, unchecked)).status).toBe(501)
    site.setTraps(['favourite-400'])
    expect((await ask(site, path)).status).toBe(400)
  })

  it.each([
    ['gone-410', 410],
    ['app-access-rule', 403],
    ['captcha', 401],
    ['redirect', 302],
  ] as const)('%s answers %i', async (trap, status) => {
    site.setTraps([trap])
    const answer = await ask(site, links(open(() => true).id), unchecked)
    expect(answer.status).toBe(status)
    if (trap === 'redirect') expect(answer.headers.get('location')).toContain('elsewhere')
  })

  it('answers as to nobody, whatever the credentials', async () => {
    site.setTraps(['anonymous'])
    for (const token of [site.token, 'wrong']) {
      const { status, body } = await ask(site, me, { token })
      expect(status).toBe(200)
      expect(body).toMatchObject({ type: 'anonymous' })
    }
  })

  it('shows only public names, refuses searches, says that the limit is near', async () => {
    site.setTraps(['users-hidden', 'search-forbidden', 'near-limit'])
    const answer = await ask(site, me)
    expect(answer.body).toMatchObject({ displayName: null })
    expect(answer.text).toMatch(/"publicName":"[^"]+"/)
    expect(answer.headers.get('x-ratelimit-nearlimit')).toBe('true')
    expect((await ask(site, '/wiki/rest/api/search?cql=type=page')).status).toBe(403)
  })

  it('names the same page again as the next one', async () => {
    const [target] = [...site.world.relations.all()].filter(({ name }) => name === 'link')
    const path = sourcesOf('link', target?.target ?? content('1'), 'content', 'start=0&limit=5')
    site.setTraps(['next-loops'])
    expect((await ask(site, path)).text).toContain('start=0')
  })

  it('does a write and drops the answer', async () => {
    const [one, other] = [open((id) => id % 3n === 0n), open((id) => id % 3n === 1n)]
    const path = relationAt('kept', content(one.id), content(other.id))
    site.setTraps(['write-lost'])
    await expect(ask(site, path, { method: 'PUT' })).rejects.toThrow('fetch failed')
    expect((await ask(site, path)).status).toBe(200)
  })

  it('answers now and then 503 to a write, and XML to anything', async () => {
    const [one, other] = [open((id) => id % 3n === 0n), open((id) => id % 3n === 1n)]
    const path = relationAt('late', content(one.id), content(other.id))
    const statuses = async (method: string) => {
      const met = new Set<number>()
      for (let at = 0; at < 6; at += 1) met.add((await ask(site, path, { method })).status)
      return [...met].sort()
    }
    site.setTraps(['write-503'])
    expect(await statuses('PUT')).toEqual([200, 503])
    site.setTraps(['write-500'])
    expect(await statuses('PUT')).toEqual([200, 500])
    site.setTraps(['xml-error'])
    expect(await statuses('GET')).toEqual([200, 500])
  })

  it('lists the favourite spaces of a person, and those alone', async () => {
    const { accountId } = site.world.me
    const { body } = await ask(site, `/wiki/api/v2/spaces?favorited-by=${accountId}&limit=1`)
    expect(body).toHaveProperty('results.length', 1)
    const all = await ask(site, `/wiki/api/v2/spaces?favorited-by=${accountId}`)
    const keys = site.world.relations
      .targets('favourite', user(accountId), 'space')
      .map(({ target }) => target.key)
    expect(keys.length).toBeGreaterThan(0)
    for (const key of keys) expect(all.text).toContain(`"key":"${key}"`)
    const nobody = await ask(site, '/wiki/api/v2/spaces?favorited-by=nobody')
    expect(nobody.body).toMatchObject({ results: [] })
  })
})
