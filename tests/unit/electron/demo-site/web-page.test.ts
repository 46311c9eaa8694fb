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

  it('changes by its form, as people change pages, and tells the APIs so', async () => {
    const { id } = titled(site, 'Incident roles')
    const path = `/wiki/spaces/OPS/pages/${id}`
    expect((await open(path)).text).toContain('<button name="act" value="rename">Rename</button>')
    const press = (act: string, title = 'Incident roles') =>
      fetch(site.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site.origin },
        body: new URLSearchParams({ act, title }),
      })
    const before = site.world.content.get(id)
    const answer = await press('rename', 'Roles & <duties>')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(`/pages/${id}/`),
    ])
    expect((await open(path)).text).toContain('<h1>Roles &#38; &#60;duties&#62;</h1>')
    const { body } = await ask(site, `/wiki/api/v2/pages?id=${id}`)
    expect(body).toMatchObject({ results: [{ title: 'Roles & <duties>' }] })
    expect(site.world.content.get(id)?.version).toBe((before?.version ?? 0) + 1)
    await press('archive')
    expect(site.world.content.get(id)?.status).toBe('archived')
    await press('restore')
    await press('rename')
    expect(site.world.content.get(id)).toMatchObject({ status: 'current', title: 'Incident roles' })
    expect((await press('rename', 'Operations handbook')).status).toBe(409)
    expect((await press('rename', ' ')).status).toBe(400)
    expect((await press('burn')).status).toBe(400)
  })

  it('changes nothing for a form of another site, or of nobody', async () => {
    const { id } = titled(site, 'Incident roles')
    for (const origin of ['https://elsewhere.example', 'null', undefined]) {
      const answer = await fetch(`${site.origin}/wiki/spaces/OPS/pages/${id}`, {
        method: 'POST',
        headers: origin === undefined ? {} : { origin },
        body: new URLSearchParams({ act: 'trash' }),
      })
      expect([origin, answer.status]).toEqual([origin, 403])
    }
    expect(site.world.content.get(id)?.status).toBe('current')
    const hidden = firstContent(site, ({ restricted, kind }) => restricted && kind === 'page')
    const answer = await fetch(`${site.origin}/wiki/pages/viewpage.action?pageId=${hidden.id}`, {
      method: 'POST',
      headers: { origin: site.origin },
      body: new URLSearchParams({ act: 'trash' }),
    })
    expect(answer.status).toBe(404)
  })
})
