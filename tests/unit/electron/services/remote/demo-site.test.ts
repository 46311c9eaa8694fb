import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type EntityRef, nodeId, type Relation } from '@shared/graph'
import { createDemoSite, type DemoSite, type Trap } from '../../../../../electron/demo-site'
import {
  basicAuthorization,
  createLimiter,
  type RemoteClient,
} from '../../../../../electron/services/remote'
import { clientFor, content, quickPace, space, user } from './serve'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite()
})
beforeEach(() => site.setTraps([]))
afterAll(() => site.close())

const connect = (token = site.token): RemoteClient =>
  clientFor(site.origin, {
    authorization: basicAuthorization(site.email, token),
    limiter: createLimiter({ ...quickPace, patience: 10_000 }),
  })

/** The end that most content points to under one name, so that finds have several pages under a cap. */
function busy() {
  const { users, content: contents, spaces, relations } = site.world
  const refs: EntityRef[] = [
    ...[...users.keys()].map(user),
    ...[...contents.values()].flatMap(({ id, restricted }) => (restricted ? [] : [content(id)])),
    ...[...spaces.keys()].map(space),
  ]
  const ends = ['link', ...site.relationNames].flatMap((relation) =>
    refs.map((ref) => {
      const found = relations.sources(relation, ref, 'content')
      const visible = found.filter(({ source }) => contents.get(source.key)?.restricted === false)
      return { relation, ref, count: visible.length }
    }),
  )
  const most = ends.sort((a, b) => b.count - a.count)[0]
  if (most === undefined) throw new Error('The demo site has no relations')
  return most
}

async function allSources(
  client: RemoteClient,
  relation: string,
  target: EntityRef,
  limit: number,
) {
  const relations: Relation[] = []
  let pages = 0
  for (let start: number | null = 0; start !== null; pages += 1) {
    const page = await client.sources({ relation, target, sourceType: 'content', start, limit })
    expect(page.unidentified).toBe(0)
    relations.push(...page.relations)
    start = page.next
  }
  return { ids: relations.map(({ id }) => id).sort(), pages }
}

const bearable: Trap[][] = [
  ['expand-source-only'],
  ['expand-none'],
  ['limit-cap-25'],
  ['limit-cap-10'],
  ['limit-cap-10', 'next-with-wiki'],
  ['limit-cap-10', 'next-absolute'],
  ['limit-cap-10', 'next-missing'],
  ['limit-cap-10', 'next-loops'],
  ['near-limit'],
  ['empty-find-404'],
  ['rate-limit'],
  ['rate-limit-date'],
  ['rate-limit-bare'],
  ['gateway-errors'],
  ['resets'],
  ['slow'],
]

const failing: { trap: Trap; kind: string }[] = [
  { trap: 'html-error', kind: 'server' },
  { trap: 'html-sign-in', kind: 'unreadable-answer' },
  { trap: 'cut-json', kind: 'unreadable-answer' },
]

const refusing: { trap: Trap; kind: string }[] = [
  { trap: 'custom-refused', kind: 'forbidden' },
  { trap: 'read-only', kind: 'forbidden' },
  { trap: 'xsrf', kind: 'xsrf' },
]

describe('a site with traps', () => {
  it.each(bearable.map((traps) => ({ traps, name: traps.join(' and ') })))(
    'gives the same relations with $name',
    async ({ traps }) => {
      const { relation, ref, count } = busy()
      expect(count).toBeGreaterThan(60)
      const plain = await allSources(connect(), relation, ref, 100)
      expect(plain.ids).toHaveLength(count)
      site.setTraps(traps)
      // Small pages make calls enough that every trap snaps.
      const size = traps.includes('slow') ? 30 : 10
      const limit = traps.includes('limit-cap-10') ? 100 : size
      const trapped = await allSources(connect(), relation, ref, limit)
      expect(trapped.ids).toEqual(plain.ids)
      expect(trapped.pages).toBeGreaterThanOrEqual(Math.ceil(count / size))
    },
  )

  it('gives no relations where an empty find is answered by 404', async () => {
    site.setTraps(['empty-find-404'])
    const query = { relation: 'never-used', target: busy().ref, sourceType: 'space' } as const
    expect(await connect().sources(query)).toMatchObject({ relations: [], next: null })
  })

  it.each(failing)('says what is wrong with $trap', async ({ trap, kind }) => {
    site.setTraps([trap])
    const client = connect()
    await expect(client.account()).rejects.toMatchObject({ failure: { kind } })
    await expect(client.search('plan')).rejects.toMatchObject({ failure: { kind } })
  })

  it('refuses a wrong token in words, with 403 and with 401', async () => {
    for (const traps of [[], ['bad-credentials-401']] as Trap[][]) {
      site.setTraps(traps)
      await expect(connect('wrong').account()).rejects.toMatchObject({
        failure: { kind: 'bad-credentials' },
      })
    }
  })

  it('gives the relations of archived content that is found only by its status', async () => {
    const { content: contents, relations } = site.world
    const archived = [...contents.values()]
      .filter(({ status, restricted }) => status === 'archived' && !restricted)
      .map(({ id }) => content(id))
    const asked = ['link', ...site.relationNames].flatMap((relation) =>
      archived
        .filter((target) => relations.sources(relation, target, 'content').length > 0)
        .map((target) => ({ relation, target, sourceType: 'content' as const })),
    )
    expect(asked.length).toBeGreaterThan(0)
    const ids = (client: RemoteClient) =>
      Promise.all(asked.map(async (query) => (await client.sources(query)).relations))
    const plain = await ids(connect())
    expect(plain.flat().length).toBeGreaterThan(0)
    site.setTraps(['archived-needs-status'])
    expect(await ids(connect())).toEqual(plain)
  })

  it.each(refusing)('says who refused a write with $trap', async ({ trap, kind }) => {
    const [one, two] = [...site.world.content.values()].filter(({ restricted }) => !restricted)
    const [source, target] = [content(one?.id ?? ''), content(two?.id ?? '')]
    site.setTraps([trap])
    await expect(connect().create({ relation: 'zz-new', source, target })).rejects.toMatchObject({
      failure: { kind },
    })
  })
})

describe('a site', () => {
  it('cannot list whose favourite something is, which is said without asking', async () => {
    site.resetCalls()
    const query = { relation: 'favourite', target: content('1'), sourceType: 'user' } as const
    await expect(connect().sources(query)).rejects.toMatchObject({
      failure: { kind: 'not-supported' },
    })
    expect(site.callLog()).toEqual([])
  })

  it('makes, shows and deletes a relation', async () => {
    const client = connect()
    const [one, two] = [...site.world.content.values()].filter(
      ({ restricted, status }) => !restricted && status === 'current',
    )
    const [source, target] = [content(one?.id ?? ''), content(two?.id ?? '')]
    const ends = { relation: 'zz-test', source, target }
    const { relation } = await client.create(ends)
    expect(relation).toMatchObject({
      source: nodeId(source),
      target: nodeId(target),
      createdBy: { key: site.world.me.accountId, name: site.world.me.name },
    })
    expect((await client.get(ends)).relation).toEqual(relation)
    const found = await client.targets({ relation: 'zz-test', source, targetType: 'content' })
    expect(found.relations).toEqual([relation])
    await client.delete(ends)
    await client.delete(ends)
    expect((await client.get(ends)).relation).toBeNull()
  })

  it('describes every kind of content it has', async () => {
    const visible = [...site.world.content.values()].filter(({ restricted }) => !restricted)
    const hidden = [...site.world.content.values()].filter(({ restricted }) => restricted)
    const { entities, missing } = await connect().describe(
      [...visible, ...hidden].slice(0, 1_000).map(({ id }) => content(id)),
    )
    expect(
      new Map(entities.map(({ key, title, subtype, status }) => [key, { title, subtype, status }])),
    ).toEqual(
      new Map(visible.map(({ id, title, kind, status }) => [id, { title, subtype: kind, status }])),
    )
    expect([...missing].sort()).toEqual(hidden.map(({ id }) => `content:${id}`).sort())
  })

  it('finds by the start of a word, and says which space a thing is in', async () => {
    const { entities } = await connect().search('Release')
    expect(entities.length).toBeGreaterThan(0)
    for (const { title, type } of entities.filter((entity) => entity.type === 'content')) {
      expect([type, title.toLowerCase()]).toEqual(['content', expect.stringContaining('release')])
    }
    const person = site.world.me.name
    const people = (await connect().search(person)).entities.filter(({ type }) => type === 'user')
    expect(people.map(({ title }) => title)).toContain(person)
  })

  it('resolves addresses, titles, keys and me', async () => {
    const client = connect()
    const page = [...site.world.content.values()].find(
      ({ kind, restricted, status, title }) =>
        kind === 'page' && !restricted && status === 'current' && /^[A-Z]/.test(title),
    )
    if (page === undefined) throw new Error('The demo site has no page')
    const id = `content:${page.id}`
    const title = encodeURIComponent(page.title).replaceAll('%20', '+')
    for (const text of [
      id,
      `${site.origin}/wiki/spaces/${page.spaceKey}/pages/${page.id}`,
      `${site.origin}/wiki/pages/viewpage.action?pageId=${page.id}`,
      `${site.origin}/wiki/display/${page.spaceKey}/${title}`,
    ]) {
      expect(await client.resolve(text)).toMatchObject({ id, title: page.title })
    }
    expect((await client.resolve(`space:${page.spaceKey}`)).type).toBe('space')
    expect((await client.resolve('me')).key).toBe(site.world.me.accountId)
    await expect(client.resolve('content:1')).rejects.toMatchObject({
      failure: { kind: 'not-found' },
    })
    await expect(client.resolve('some words')).rejects.toMatchObject({
      failure: { kind: 'not-understood', input: 'some words' },
    })
    await expect(client.resolve(`${site.origin}/wiki/display/NOPE/Title`)).rejects.toMatchObject({
      failure: { kind: 'not-found', what: 'the space NOPE' },
    })
  })
})
