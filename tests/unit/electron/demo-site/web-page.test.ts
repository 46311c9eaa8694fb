import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeTinyLink } from '@shared/crawl'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { ask, content, firstContent, relationAt, titled } from './client'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite()
})
afterAll(() => site.close())

const open = (path: string) => ask(site, path, { anonymous: true })

describe('a page for people', () => {
  it('opens at every address that Confluence has for a page', async () => {
    const { id } = titled(site, 'Incident roles')
    for (const path of [
      `/wiki/spaces/OPS/pages/${id}`,
      `/wiki/spaces/OPS/pages/${id}/Incident+roles`,
      `/wiki/pages/viewpage.action?pageId=${id}`,
      `/wiki/x/${encodeTinyLink(id)}`,
    ]) {
      const { status, contentType, text } = await open(path)
      expect([path, status, contentType]).toEqual([path, 200, 'text/html; charset=utf-8'])
      expect(text).toContain('<h1>Incident roles</h1>')
      expect(text).toContain('<a href="/wiki/spaces/OPS">Operations</a>')
    }
  })

  it('opens for each address that the API gives', async () => {
    const kinds = new Set<string>()
    for (const one of site.world.content.values()) {
      if (kinds.has(one.kind) || one.restricted || one.status !== 'current') continue
      kinds.add(one.kind)
      const path = `/wiki/api/v2/${one.kind}s/${one.id}`
      const webui = /"webui":"([^"]+)"/.exec((await ask(site, path, { unchecked: true })).text)?.[1]
      const { text } = await open(`/wiki${webui ?? '/nowhere'}`)
      expect(text).toContain(`<h1>${one.title.replaceAll('&', '&#38;')}</h1>`)
    }
    expect(kinds.size).toBe(6)
  })

  it('opens for spaces and people, and at home', async () => {
    const [person] = [...site.world.users.keys()].filter((key) => key.includes(':'))
    expect((await open('/wiki/spaces/RES/overview')).text).toContain('<h1>Research</h1>')
    expect((await open(`/wiki/people/${encodeURIComponent(person ?? '')}`)).status).toBe(200)
    for (const path of ['/', '/wiki', '/wiki/']) {
      expect((await open(path)).text).toContain('Engineering')
    }
  })

  it('lists relations with links, and escapes what others wrote', async () => {
    const [one, two] = ['Pension', 'Book club'].map((title) => content(titled(site, title).id))
    if (one === undefined || two === undefined) throw new Error('no ends')
    const name = '<img src=x onerror=alert(1)>'.replaceAll('/', '')
    const path = relationAt(encodeURIComponent(name), one, two)
    expect((await ask(site, path, { method: 'PUT' })).status).toBe(200)
    const { text, headers } = await open(`/wiki/pages/viewpage.action?pageId=${one.key}`)
    expect(text).toContain('&#60;img src=x onerror=alert(1)&#62;')
    expect(text).not.toContain('<img')
    expect(text).toContain(`/pages/${two.key}/Book+club`)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  })

  it('shows neither hidden pages nor relations to them', async () => {
    const hidden = firstContent(site, ({ restricted }) => restricted)
    const { status, text } = await open(`/wiki/pages/viewpage.action?pageId=${hidden.id}`)
    expect([status, text]).toEqual([404, expect.stringContaining('Page not found')])
    const [relation] = site.world.relations.at(content(hidden.id))
    const end = [relation?.source, relation?.target].find(
      (ref) => ref?.type === 'user' || (ref?.type === 'content' && ref.key !== hidden.id),
    )
    const at =
      end?.type === 'user'
        ? `/wiki/people/${encodeURIComponent(end.key)}`
        : `/wiki/pages/viewpage.action?pageId=${end?.key ?? ''}`
    const near = await open(at)
    expect(near.status).toBe(200)
    expect(near.text).not.toContain(hidden.id)
  })

  it.each([
    '/wiki/spaces/NOPE',
    '/wiki/people/nobody',
    '/wiki/pages/viewpage.action',
    '/wiki/x/%21%21',
    '/jira/browse/A-1',
    '/wiki/home',
  ])('is not there at %s', async (path) => {
    expect((await open(path)).status).toBe(404)
  })
})
