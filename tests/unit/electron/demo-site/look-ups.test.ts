import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { ask, firstContent, titled } from './client'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite()
})
afterAll(() => site.close())

const Listed = z.object({
  results: z.array(z.record(z.string(), z.unknown())),
  _links: z.object({ next: z.string().optional() }),
})
const list = async (path: string) => Listed.parse((await ask(site, path)).body)
const idsIn = ({ results }: z.infer<typeof Listed>) => results.map(({ id }) => id)

describe('the signed-in person', () => {
  it('is told with an account id', async () => {
    expect((await ask(site, '/wiki/rest/api/user/current')).body).toMatchObject({
      type: 'known',
      accountId: site.world.me.accountId,
      displayName: site.world.me.name,
    })
  })

  it.each([
    { who: 'a wrong token', asking: { token: 'wrong' } },
    { who: 'no token', asking: { anonymous: true } },
  ])('is refused for $who as each API does it', async ({ asking }) => {
    const refused = async (path: string) => {
      const { status, body, headers } = await ask(site, path, asking)
      return [status, body, headers.get('cache-control')]
    }
    expect(await refused('/wiki/rest/api/user/current')).toEqual([
      403,
      {
        statusCode: 403,
        message:
          'com.atlassian.confluence.mvc.rest.common.exception.StacklessResponseStatusException: 403 FORBIDDEN "Request rejected because caller cannot access Confluence"',
      },
      null,
    ])
    for (const path of [
      '/wiki/rest/api/search?cql=type=page',
      '/wiki/rest/api/search/user?cql=type=user',
      '/wiki/rest/api/relation/link/from/content/1/to/content',
    ]) {
      expect(await refused(path)).toEqual([
        403,
        { message: 'Current user not permitted to use Confluence', statusCode: 403 },
        'no-cache, no-store, must-revalidate',
      ])
    }
    for (const path of ['/wiki/api/v2/spaces', '/wiki/api/v2/folders/1', '/wiki/api/v2/pages']) {
      expect(await refused(path)).toEqual([
        404,
        { errors: [{ status: 404, code: 'NOT_FOUND', title: 'Not Found', detail: null }] },
        null,
      ])
    }
  })
})

describe('a list of content', () => {
  it('gives pages by id, and leaves out what is absent, hidden or of another kind', async () => {
    const page = titled(site, 'Ingest pipeline')
    const post = titled(site, 'Ten quiet on-call weeks')
    const hidden = firstContent(site, ({ restricted }) => restricted)
    const ids = [page.id, post.id, hidden.id, '1', page.id].join(',')
    expect(await list(`/wiki/api/v2/pages?id=${ids}`)).toMatchObject({
      results: [
        {
          id: page.id,
          title: 'Ingest pipeline',
          status: 'current',
          spaceId: site.world.spaces.get('ENG')?.id,
          authorId: page.authorId,
          createdAt: page.createdAt,
          version: { number: page.version },
          _links: { webui: `/spaces/ENG/pages/${page.id}/Ingest+pipeline` },
        },
      ],
    })
    expect(idsIn(await list(`/wiki/api/v2/blogposts?id=${ids}`))).toEqual([post.id])
  })

  it('gives ids as text, beyond what a number holds', async () => {
    const big = '9007199254740995'
    expect(idsIn(await list(`/wiki/api/v2/pages?id=${big}`))).toEqual([big])
  })

  it('gives archived pages unasked, and trashed ones when asked', async () => {
    const archived = firstContent(site, (one) => one.status === 'archived' && !one.restricted)
    const trashed = firstContent(site, (one) => one.status === 'trashed' && !one.restricted)
    const path = `/wiki/api/v2/pages?id=${archived.id},${trashed.id}`
    expect(idsIn(await list(path))).toEqual([archived.id])
    expect(idsIn(await list(`${path}&status=trashed`))).toEqual([trashed.id])
  })

  it('finds a title in a space', async () => {
    const space = site.world.spaces.get('OPS')?.id ?? ''
    const path = `/wiki/api/v2/pages?title=On-call%20guide&space-id=`
    expect(idsIn(await list(path + space))).toEqual([titled(site, 'On-call guide').id])
    expect(idsIn(await list(`${path}98305`))).toEqual([])
  })

  it('goes on by a cursor that stands before the other parameters', async () => {
    const seen: unknown[] = []
    let path: string | undefined = '/wiki/api/v2/pages?limit=120&status=current'
    while (path !== undefined) {
      const page: z.infer<typeof Listed> = await list(path)
      seen.push(...idsIn(page))
      path = page._links.next
      expect(path ?? '/wiki/api/v2/pages?cursor=').toMatch(/^\/wiki\/api\/v2\/pages\?cursor=/)
    }
    const visible = [...site.world.content.values()].filter(
      (one) => one.kind === 'page' && one.status === 'current' && !one.restricted,
    )
    expect(seen).toEqual(visible.map(({ id }) => id))
  })

  const tooMany = Array.from({ length: 251 }, (_, at) => String(at + 1)).join(',')
  it.each([
    '/wiki/api/v2/pages?id=12x',
    `/wiki/api/v2/pages?id=${tooMany}`,
    '/wiki/api/v2/pages?limit=0',
    '/wiki/api/v2/pages?limit=251',
    '/wiki/api/v2/pages?status=draft',
    '/wiki/api/v2/pages?cursor=mine',
    '/wiki/api/v2/blogposts?status=archived',
    '/wiki/api/v2/spaces?ids=ENG',
    '/wiki/api/v2/whiteboards/x',
  ])('refuses %s', async (path) => {
    const { status, body } = await ask(site, path)
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ status: 400, code: 'INVALID_REQUEST_PARAMETER' }] })
  })
})

describe('other content', () => {
  it.each([
    { collection: 'whiteboards', title: 'Ingest pipeline sketch' },
    { collection: 'databases', title: 'Station inventory' },
    { collection: 'folders', title: 'Launch material' },
    { collection: 'embeds', title: 'Map of all stations' },
  ])('of $collection is read one by one', async ({ collection, title }) => {
    const { id } = titled(site, title)
    expect((await ask(site, `/wiki/api/v2/${collection}/${id}`)).body).toMatchObject({ id, title })
    const page = titled(site, 'Ingest pipeline')
    expect((await ask(site, `/wiki/api/v2/${collection}/${page.id}`)).status).toBe(404)
  })

  it('is told by its kind, at most 100 at a time', async () => {
    const path = '/wiki/api/v2/content/convert-ids-to-types'
    const board = titled(site, 'Storm mode flow').id
    const page = titled(site, 'Storm mode: requirements').id
    const hidden = firstContent(site, ({ restricted }) => restricted).id
    const contentIds = [board, page, hidden, '1']
    const { body } = await ask(site, path, { method: 'POST', body: { contentIds } })
    expect(body).toEqual({
      results: { [board]: 'whiteboard', [page]: 'page', [hidden]: null, '1': null },
    })
    for (const wrong of [{ contentIds: Array(101).fill('1') }, {}, '{"contentIds": [']) {
      expect((await ask(site, path, { method: 'POST', body: wrong })).status).toBe(400)
    }
  })
})

describe('spaces and people', () => {
  it('gives spaces by key in any case, by id, or all', async () => {
    const keys = (found: z.infer<typeof Listed>) => found.results.map(({ key }) => key)
    expect(keys(await list('/wiki/api/v2/spaces?keys=res,NOPE,ENG'))).toEqual(['ENG', 'RES'])
    const id = site.world.spaces.get('PROD')?.id ?? ''
    expect(keys(await list(`/wiki/api/v2/spaces?ids=${id},7`))).toEqual(['PROD'])
    expect(keys(await list('/wiki/api/v2/spaces'))).toEqual([...site.world.spaces.keys()])
  })

  it('gives people by account id, and leaves out who is unknown', async () => {
    const path = '/wiki/api/v2/users-bulk'
    const accountIds = [...site.world.users.keys()]
    const body = { accountIds: [...accountIds, 'nobody'] }
    const { results } = Listed.parse((await ask(site, path, { method: 'POST', body })).body)
    expect(results.map(({ accountId }) => accountId)).toEqual(accountIds)
    // Names are text here, also of who hides the full one.
    const secret = [...site.world.users.values()].filter(({ isPrivate }) => isPrivate)
    expect(secret).toHaveLength(1)
    for (const { accountId, name } of secret) {
      const shown = results.find((one) => one['accountId'] === accountId)?.['displayName']
      expect([shown, shown === name]).toEqual([name.split(' ')[0], false])
    }
    expect(results.filter(({ accountType }) => accountType === 'app')).toHaveLength(1)
    const statuses = new Set(results.map(({ accountStatus }) => accountStatus))
    expect(statuses).toEqual(new Set(['active', 'inactive', 'closed']))
    for (const wrong of [{ accountIds: [] }, { accountIds: Array(251).fill('a') }, []]) {
      expect((await ask(site, path, { method: 'POST', body: wrong })).status).toBe(400)
    }
  })
})

describe('what is not there', () => {
  it.each(['/wiki/rest/api/content', '/wiki/rest/api/content/1', '/wiki/rest/api/space/ENG'])(
    'was removed at %s',
    async (path) => {
      const { status, text } = await ask(site, path, { unchecked: true })
      expect([status, text]).toEqual([410, expect.stringContaining('GoneException')])
    },
  )

  it.each(['/wiki/rest/api/labels', '/wiki/rest/api/relation/link'])(
    'is answered at %s by JSON that names the address',
    async (path) => {
      const { status, body } = await ask(site, path, { unchecked: true })
      const message = `null for uri: ${site.origin}${path}`
      expect([status, body]).toEqual([404, { message, 'status-code': 404 }])
    },
  )

  it('is answered by a page in the second API', async () => {
    const { status, contentType } = await ask(site, '/wiki/api/v2/comments')
    expect([status, contentType]).toEqual([404, 'text/html; charset=utf-8'])
  })

  it('is told by name', async () => {
    const titleOf = async (path: string) =>
      z
        .object({ errors: z.tuple([z.object({ title: z.string() })]) })
        .parse((await ask(site, path, { unchecked: true })).body).errors[0].title
    expect(await titleOf('/wiki/api/v2/pages/9')).toBe('Cannot find a page with id [9]')
    for (const collection of ['whiteboards', 'databases', 'folders', 'embeds']) {
      expect(await titleOf(`/wiki/api/v2/${collection}/9`)).toBe('Content with id: [9] not found')
    }
  })

  it.each([
    { method: 'POST', path: '/wiki/rest/api/user/current' },
    { method: 'POST', path: '/wiki/rest/api/search?cql=type=page' },
    { method: 'DELETE', path: '/wiki/api/v2/pages' },
    { method: 'GET', path: '/wiki/api/v2/users-bulk' },
    { method: 'PUT', path: '/wiki/rest/api/relation/link/from/content/1/to/content' },
    { method: 'POST', path: '/wiki/rest/api/relation/a/from/content/1/to/content/2' },
  ])('is answered by a list of errors for $method $path', async ({ method, path }) => {
    const { status, body, headers } = await ask(site, path, { method, unchecked: true })
    const title = `org.springframework.web.HttpRequestMethodNotSupportedException: Request method '${method}' not supported`
    expect([status, body]).toEqual([
      405,
      { errors: [{ status: 405, code: 'METHOD_NOT_ALLOWED', title }] },
    ])
    expect(headers.get('allow')).not.toContain(method)
  })

  it('takes no broken paths and no endless bodies', async () => {
    for (const path of ['/wiki/rest/api/relation/%zz', '/wiki/a%2Fb', '//other/wiki']) {
      expect((await ask(site, path)).status).toBe(400)
    }
    const body = 'x'.repeat(1_100_000)
    const answer = await ask(site, '/wiki/api/v2/users-bulk', { method: 'POST', body })
    expect(answer.status).toBe(413)
  })
})
