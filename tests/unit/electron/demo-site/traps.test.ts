import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite, type Trap, traps } from '../../../../electron/demo-site'
import {
  ask,
  content,
  firstContent,
  relationAt,
  relationPage,
  sourcesOf,
  targetsOf,
  titled,
  user,
} from './client'

let site: DemoSite
/** Traps count the calls, so each test begins with a site that has answered none. */
beforeEach(async () => {
  site = await createDemoSite()
})
afterEach(() => site.close())

const hub = () => content(titled(site, 'Architecture overview').id)
const links = (query: string) => sourcesOf('link', hub(), 'content', query)
const me = '/wiki/rest/api/user/current'
/** Statuses of so many calls, one after the other; 0 where none came. */
async function statuses(count: number): Promise<number[]> {
  const found: number[] = []
  for (let call = 0; call < count; call += 1) {
    found.push(
      await ask(site, me).then(
        ({ status }) => status,
        () => 0,
      ),
    )
  }
  return found
}

/** Sends a call, and comes back when the site has it but has not answered it. */
function arrived(path: string): Promise<{ answered: Promise<void> }> {
  const headers = { expect: '100-continue', 'content-length': 2 }
  const call = request(site.origin + path, { method: 'POST', headers, agent: false })
  const answered = new Promise<void>((resolve, reject) => {
    call.once('error', reject)
    call.once('response', (response) => {
      response.resume()
      resolve()
    })
  })
  return new Promise((resolve) => {
    call.once('continue', () => {
      call.end('{}')
      resolve({ answered })
    })
    call.flushHeaders()
  })
}

describe('a trap', () => {
  it('expand-source-only leaves the target in _expandable', async () => {
    site.setTraps(['expand-source-only'])
    const page = await relationPage(site, links('expand=source,target,relationData&limit=5'))
    expect(page.size).toBe(5)
    for (const one of page.results) {
      expect(one).toMatchObject({ _expandable: { target: `/rest/api/content/${hub().key}` } })
      expect(Object.keys(one._expandable)).toEqual(['target'])
      expect([one.source?.['type'], one.target]).toEqual(['page', undefined])
    }
  })

  it('expand-none leaves both ends in _expandable', async () => {
    site.setTraps(['expand-none'])
    const page = await relationPage(site, links('expand=source,target,relationData&limit=5'))
    for (const one of page.results) {
      expect(Object.keys(one._expandable)).toEqual(['source', 'target'])
      expect(one.relationData).toBeDefined()
    }
  })

  it.each([
    { trap: 'limit-cap-25', cap: 25 },
    { trap: 'limit-cap-10', cap: 10 },
  ] as const)('$trap gives no more than $cap, and says so', async ({ trap, cap }) => {
    site.setTraps([trap])
    const page = await relationPage(site, links('limit=100'))
    expect([page.limit, page.size]).toEqual([cap, cap])
    expect(page._links.next).toContain(`limit=${cap}&start=${cap}`)
  })

  it('next-with-wiki and next-absolute write next in another way', async () => {
    site.setTraps(['next-with-wiki'])
    const { _links } = await relationPage(site, links('limit=5'))
    expect(_links.next).toMatch(/^\/wiki\/rest\/api\/relation\/link\//)
    site.setTraps(['next-absolute'])
    const absolute = (await relationPage(site, links('limit=5')))._links.next ?? ''
    expect(new URL(absolute).host).toBe('gateway.invalid')
  })

  it('next-missing leaves next out although there is more', async () => {
    site.setTraps(['next-missing'])
    const page = await relationPage(site, links('limit=5'))
    expect([page.size, page._links.next]).toEqual([5, undefined])
    expect((await relationPage(site, links('limit=5&start=5'))).size).toBe(5)
  })

  it('empty-find-404 answers an empty find with 404, and no other', async () => {
    site.setTraps(['empty-find-404'])
    expect((await ask(site, targetsOf('never-used', hub(), 'content'))).status).toBe(404)
    expect((await ask(site, links(''))).status).toBe(200)
  })

  it('archived-needs-status hides archived pages from who does not name the status', async () => {
    const old = firstContent(site, (one) => one.status === 'archived' && !one.restricted)
    const path = targetsOf('link', content(old.id), 'content')
    expect((await ask(site, path)).status).toBe(200)
    site.setTraps(['archived-needs-status'])
    expect((await ask(site, path)).status).toBe(404)
    expect((await ask(site, `${path}?sourceStatus=archived`)).status).toBe(200)
  })

  it('bad-credentials-401 answers a wrong token as documented', async () => {
    site.setTraps(['bad-credentials-401'])
    const { status, body } = await ask(site, me, { token: 'wrong' })
    expect([status, body]).toEqual([401, { code: 401, message: 'Unauthorized' }])
    expect((await ask(site, me)).status).toBe(200)
  })

  it.each([
    { trap: 'rate-limit', retryAfter: /^1$/ },
    { trap: 'rate-limit-date', retryAfter: / GMT$/ },
    { trap: 'rate-limit-bare', retryAfter: null },
  ] as const)('$trap answers every fifth call with 429', async ({ trap, retryAfter }) => {
    site.setTraps([trap])
    expect(await statuses(4)).toEqual([200, 200, 200, 200])
    const { status, headers } = await ask(site, me)
    expect(status).toBe(429)
    const said = headers.get('retry-after')
    if (retryAfter === null) expect(said).toBeNull()
    else expect(said).toMatch(retryAfter)
    expect(await statuses(5)).toEqual([200, 200, 200, 200, 429])
  })

  it('gateway-errors answers every seventh call with 503 or 502', async () => {
    site.setTraps(['gateway-errors'])
    const found = await statuses(14)
    expect(found.filter((status) => status !== 200)).toEqual([503, 502])
    expect([found[6], found[13]]).toEqual([503, 502])
  })

  it('html-error and html-sign-in answer everything with a page', async () => {
    for (const [trap, status] of [
      ['html-error', 500],
      ['html-sign-in', 200],
    ] as const) {
      site.setTraps([trap])
      for (const path of [me, links(''), '/wiki/api/v2/spaces']) {
        const answer = await ask(site, path)
        expect([answer.status, answer.contentType]).toEqual([status, 'text/html; charset=utf-8'])
      }
    }
  })

  it('cut-json ends JSON in the middle', async () => {
    site.setTraps(['cut-json'])
    const { status, contentType, text, body } = await ask(site, me, { unchecked: true })
    expect([status, contentType, body]).toEqual([200, 'application/json', undefined])
    expect(text).toMatch(/^\{"type":"known"/)
  })

  it('slow lets a later call overtake every third', async () => {
    site.setTraps(['slow'])
    expect(await statuses(2)).toEqual([200, 200])
    const order: string[] = []
    const third = await arrived('/wiki/api/v2/users-bulk')
    const late = third.answered.then(() => order.push('third'))
    await ask(site, me).then(() => order.push('fourth'))
    await late
    expect(order).toEqual(['fourth', 'third'])
  })

  it('resets drops every sixth connection', async () => {
    site.setTraps(['resets'])
    expect(await statuses(7)).toEqual([200, 200, 200, 200, 200, 0, 200])
    expect(site.callLog().map(({ status }) => status)).toContain(0)
  })

  it('custom-refused refuses new names, and still takes favourites', async () => {
    site.setTraps(['custom-refused'])
    const path = relationAt('zz-refused', hub(), user('current'))
    const { status, text } = await ask(site, path, { method: 'PUT' })
    expect([status, text]).toEqual([403, expect.stringContaining('zz-refused are not allowed')])
    const favourite = relationAt('favourite', user('current'), hub())
    expect((await ask(site, favourite, { method: 'PUT' })).status).toBe(200)
    expect((await ask(site, path, { method: 'DELETE' })).status).toBe(204)
  })

  it('read-only and xsrf refuse every write, and no read', async () => {
    for (const trap of ['read-only', 'xsrf'] as const) {
      site.setTraps([trap])
      const path = relationAt('zz-refused', hub(), user('current'))
      for (const method of ['PUT', 'DELETE']) {
        const { status, text } = await ask(site, path, { method })
        expect([status, text.includes('XSRF')]).toEqual([403, trap === 'xsrf'])
      }
      expect((await ask(site, links(''))).status).toBe(200)
    }
  })

  it('leaves web pages alone', async () => {
    site.setTraps([...traps])
    for (let time = 0; time < 7; time += 1) {
      const { status, text } = await ask(site, '/wiki/spaces/ENG')
      expect([status, text]).toEqual([200, expect.stringContaining('Engineering')])
    }
  })
})

/** Traps whose answers are meant to be none that the description knows. */
const shapeless: readonly Trap[] = ['cut-json', 'relations-without-name', 'no-results']

describe('traps together', () => {
  it('work in any pair without an answer that the description does not know', async () => {
    const quiet = traps.filter((trap) => trap !== 'slow' && trap !== 'resets')
    for (const [at, one] of quiet.entries()) {
      const other = quiet[(at * 5 + 3) % quiet.length] ?? one
      site.setTraps([one, other])
      const unchecked = [one, other].some((trap) => shapeless.includes(trap))
      const everything = 'expand=relationData,source,target'
      for (const path of [
        me,
        links(everything),
        targetsOf('part-of', user('current'), 'space', everything),
        '/wiki/api/v2/pages?limit=3',
        '/wiki/rest/api/search?cql=type=page&limit=3',
      ]) {
        const { status } = await ask(site, path, { unchecked })
        expect([200, 302, 401, 403, 404, 410, 429, 500, 502, 503]).toContain(status)
      }
    }
  })

  it('can be set from the start, and taken away', async () => {
    const trapped: readonly Trap[] = ['html-error']
    const other = await createDemoSite({ pages: 5, traps: trapped })
    try {
      expect((await ask(other, me)).status).toBe(500)
      other.setTraps([])
      expect((await ask(other, me)).status).toBe(200)
    } finally {
      await other.close()
    }
  })
})
