import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GraphFile } from '@shared/graph'
import { priceOfMap } from '@shared/map'
import { createDemoSite, type DemoContent, type DemoSite } from '../../../../electron/demo-site'
import { type MoreOfMap, runMap } from './run-map'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 400 })
})
beforeEach(() => site.setTraps([]))
afterAll(() => site.close())

const map = (args: readonly string[], more?: MoreOfMap) => runMap(site, args, more)
const fileIn = (out: string) => GraphFile.parse(JSON.parse(out))
const everySpace = () => [...site.world.spaces.keys()].flatMap((key) => ['--space', key])
const former = ['--former-host', 'old-tern-and-tide.example']

const isOpen = (one: DemoContent | undefined): boolean =>
  one !== undefined && !one.restricted && one.status !== 'trashed'
const isRead = (one: DemoContent | undefined): boolean =>
  isOpen(one) && (one?.kind === 'page' || (one?.kind === 'blogpost' && one.status === 'current'))

describe('map', () => {
  it('reads the same links as the site has relations of that name', async () => {
    const { code, out } = await map([...everySpace(), ...former, '--with', 'link'])
    const { edges } = fileIn(out)
    const { content, relations } = site.world
    const kept = [...relations.all()].flatMap(({ name, source, target }) => {
      const [from, to] = [content.get(source.key), content.get(target.key)]
      const counts = name === 'link' && isRead(from) && isOpen(to) && from !== to
      return counts ? [`link|content:${source.key}|content:${target.key}`] : []
    })
    expect(code).toBe(0)
    expect(kept.length).toBeGreaterThan(300)
    // What is in the trash can be seen by its id alone, and so is found by some links only.
    const found = edges.flatMap(({ id, target }) =>
      isOpen(content.get(target.slice('content:'.length))) ? [id] : [],
    )
    expect(found.toSorted()).toEqual(kept.toSorted())
    expect(edges.every(({ origin }) => origin === 'pages')).toBe(true)
  })

  it.each([1, 2, 4])(
    'makes as many calls for %i spaces as are told before, to a third',
    async (count) => {
      const { err } = await map(everySpace().slice(0, 2 * count))
      const [, pages = '', calls = ''] =
        /Mapped (\d+) pages and blog posts in (\d+) calls/.exec(err) ?? []
      const told = priceOfMap({ pages: Number(pages), spaces: count, concurrency: 4 }, [])
      expect(Number(calls) / told.calls).toBeGreaterThan(2 / 3)
      expect(Number(calls) / told.calls).toBeLessThan(4 / 3)
    },
  )

  it('knows what is above a page, who is mentioned, what is included and listed, whose file is used', async () => {
    const { out } = await map([...everySpace(), ...former])
    const { edges, nodes } = fileIn(out)
    const names = new Set(edges.map(({ relation }) => relation))
    expect([...names].toSorted()).toEqual([
      'child-of',
      'includes',
      'link',
      'lists-children-of',
      'mentions',
      'uses-file-of',
    ])
    const above = edges.filter(({ relation }) => relation === 'child-of')
    for (const { source, target } of above) {
      const page = site.world.content.get(source.slice('content:'.length))
      expect(target).toBe(`content:${page?.parentId ?? ''}`)
    }
    const title = new Map(nodes.map((node) => [node.id, node.title]))
    const mentioned = edges.filter(({ relation }) => relation === 'mentions')
    expect(mentioned.length).toBeGreaterThan(20)
    for (const { target } of mentioned) {
      const user = site.world.users.get(target.slice('user:'.length))
      expect(title.get(target)).not.toBe(user?.accountId)
    }
  })

  it('takes few calls, brings a key to its own spelling, and obeys its schema', async () => {
    const { code, out, err } = await map(['--space', 'eng', ...former])
    const file = fileIn(out)
    expect(code).toBe(0)
    expect(file.nodes.some(({ id }) => id === 'space:ENG')).toBe(true)
    expect(file.stats.calls).toBeLessThan(20)
    expect(err).toContain(`in ${file.stats.calls} calls`)
    const schema = JSON.parse(await readFile('resources/graph-file.schema.json', 'utf8')) as object
    const isValid = new Ajv2020({ strict: false, formats: fullFormats }).compile(schema)
    expect([isValid(JSON.parse(out)), isValid.errors]).toEqual([true, null])
  })

  it('keeps what names nothing, with its words, and never calls it broken', async () => {
    const { out, err } = await map(['--space', 'ENG'])
    const { unresolved = [] } = fileIn(out)
    const old = unresolved.find(({ names }) => names.startsWith('ENG:Old notes on '))
    expect(old).toMatchObject({ relation: 'link', state: 'not-seen', words: 'old notes' })
    expect(err).toContain('name')
    expect(err + out).not.toMatch(/broken/i)
  })

  it('gives titles of other spaces their ids, though only this one is mapped', async () => {
    const { out } = await map(['--space', 'ENG', ...former, '--with', 'link'])
    const { edges, nodes } = fileIn(out)
    const space = new Map(nodes.map((node) => [node.id, node.space?.key]))
    const elsewhere = edges.filter(({ target }) => space.get(target) !== 'ENG')
    const written = [...site.world.relations.all()].filter(({ name, source, target }) => {
      const [from, to] = [source, target].map(({ key }) => site.world.content.get(key))
      return (
        name === 'link' &&
        isRead(from) &&
        from?.spaceKey === 'ENG' &&
        isOpen(to) &&
        to?.spaceKey !== 'ENG'
      )
    })
    expect(elsewhere.length).toBe(written.length)
    expect(written.length).toBeGreaterThan(10)
  })

  it('says which space is not there, and maps the others', async () => {
    const { code, out, err } = await map(['--space', 'NOPE', '--space', 'OPS'])
    expect([code, err.includes('NOPE')]).toEqual([3, true])
    expect(fileIn(out).nodes.length).toBeGreaterThan(20)
  })

  it('asks for no body where only the tree is wanted', async () => {
    const { out } = await map(['--space', 'ENG', '--with', 'child-of'])
    expect(new Set(fileIn(out).edges.map(({ relation }) => relation))).toEqual(
      new Set(['child-of']),
    )
  })

  it('is partial, and says so, where what is named could not be looked up', async () => {
    site.setTraps(['users-bulk-403'])
    const { code, err } = await map(['--space', 'ENG', '--with', 'mentions'])
    expect([code, /\d+ things could not be looked up/.test(err)]).toEqual([3, true])
  })

  it('stops at the limit of calls and says so', async () => {
    const { code, out, err } = await map([...everySpace(), '--max-calls', '3'])
    expect([code, err.includes('limit of calls')]).toEqual([3, true])
    // The lists that were on their way, each with the names of the people in it.
    expect(fileIn(out).stats.calls).toBeLessThanOrEqual(28)
  })

  it('fails with words where the token is dead, and writes no graph as if it were one', async () => {
    const { code, err } = await map(['--space', 'ENG'], { token: 'no token' })
    expect(code).toBe(1)
    expect(err).not.toContain('no token')
  })

  it('asks the pages for relations of other names too, and tells the price before', async () => {
    const { code, out, err } = await map([
      ...['--space', 'ENG', '--with', 'link', '--also', 'depends-on', '--also', 'owned-by'],
    ])
    const { edges, nodes, completeness } = fileIn(out)
    const { content, relations } = site.world
    const asked = new Set(completeness.map(({ node }) => node.slice('content:'.length)))
    const there = [...relations.all()].flatMap(({ name, source, target }) => {
      const isAsked = name === 'depends-on' || name === 'owned-by'
      const counts = target.type === 'user' || isOpen(content.get(target.key))
      return isAsked && asked.has(source.key) && counts
        ? [`${name}|content:${source.key}|${target.type}:${target.key}`]
        : []
    })
    expect(code).toBe(0)
    const pages = nodes.filter(
      ({ subtype, space }) => space?.key === 'ENG' && subtype !== 'whiteboard',
    )
    // Pages that came at the target of a relation were not mapped, and are not asked.
    expect(pages.length).toBeGreaterThanOrEqual(asked.size)
    expect(asked.size).toBeGreaterThan(80)
    expect([...asked].every((id) => content.get(id)?.spaceKey === 'ENG')).toBe(true)
    const found = edges.filter(({ origin }) => origin === undefined).map(({ id }) => id)
    expect(there.length).toBeGreaterThan(50)
    expect(found.toSorted()).toEqual(there.toSorted())
    expect(err).toMatch(
      /Asking \d+ pages for depends-on, owned-by: about [\d,]+ calls, at most 2,000/,
    )
  })

  it('stops asking for other names at the limit that was given, and says so', async () => {
    const more = ['--also', 'depends-on', '--also-max-calls', '10']
    const { code, out, err } = await map(['--space', 'ENG', ...more])
    expect([code, err.includes('stopped at the limit of calls')]).toEqual([3, true])
    expect(fileIn(out).edges.length).toBeGreaterThan(100)
  })

  it('refuses a relation that no page holds', async () => {
    const { code, err } = await map(['--space', 'ENG', '--with', 'depends-on'])
    expect([code, err.includes('depends-on')]).toEqual([2, true])
  })
})
