import { describe, expect, it } from 'vitest'
import { createWorld, type LiveWorld } from '../../../../electron/demo-site/world'

const made = createWorld(300, 20_261_124)
const contents = [...made.content.values()]
const relations = [...made.relations.all()]
const plain = (world: LiveWorld) => ({
  users: [...world.users.values()],
  spaces: [...world.spaces.values()],
  content: [...world.content.values()],
  relations: [...world.relations.all()],
})
const counted = <T>(items: readonly T[], keyOf: (item: T) => string) => {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

describe('the world of the demo site', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(plain(createWorld(300, 20_261_124))).toEqual(plain(made))
    expect(plain(createWorld(300, 7)).relations).not.toEqual(relations)
  })

  it('keeps its first pages when it grows', () => {
    const titles = (world: LiveWorld) => [...world.content.values()].map(({ title }) => title)
    expect(titles(createWorld(500, 7)).slice(0, 300)).toEqual(titles(made).slice(0, 300))
  })

  it('has people, spaces and pages enough to be believed', () => {
    expect(made.users.size).toBeGreaterThanOrEqual(25)
    expect([...made.spaces.values()].filter(({ type }) => type === 'global')).toHaveLength(5)
    expect([...made.spaces.keys()].filter((key) => key.startsWith('~'))).toHaveLength(1)
    const shared = contents.filter((one) => one.kind === 'page' && !one.spaceKey.startsWith('~'))
    expect(shared).toHaveLength(300)
    const kinds = new Set(contents.map(({ kind }) => kind))
    expect(kinds).toEqual(
      new Set(['page', 'blogpost', 'whiteboard', 'database', 'folder', 'embed']),
    )
  })

  it('has both shapes of account id', () => {
    const shapes = [/^[0-9a-f]{24}$/, /^712020:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/]
    for (const key of made.users.keys()) {
      expect(shapes.filter((shape) => shape.test(key))).toHaveLength(1)
    }
    for (const shape of shapes) {
      expect([...made.users.keys()].some((key) => shape.test(key))).toBe(true)
    }
  })

  it('has ids past 32 bits and past what a number holds', () => {
    const ids = contents.map(({ id }) => BigInt(id))
    expect(ids.filter((id) => id > 2n ** 31n).length).toBeGreaterThan(3)
    expect(ids.filter((id) => id > 2n ** 53n)).toHaveLength(1)
    expect(Number(ids.find((id) => id > 2n ** 53n))).not.toBe(9007199254740995n)
  })

  it('has archived, trashed and hidden pages, and pages that nothing relates', () => {
    const statuses = counted(contents, ({ status }) => status)
    expect(
      Math.min(...['archived', 'trashed'].map((one) => statuses.get(one) ?? 0)),
    ).toBeGreaterThan(2)
    expect(contents.filter(({ restricted }) => restricted).length).toBeGreaterThan(2)
    const lonely = contents.filter(
      ({ id }) => made.relations.at({ type: 'content', key: id }).length === 0,
    )
    expect(lonely.length).toBeGreaterThanOrEqual(30)
  })

  it('relates by six names of its own, by links and by favourites', () => {
    const names = counted(relations, ({ name }) => name)
    expect([...names.keys()].sort()).toEqual([
      ...['depends-on', 'explains', 'favourite', 'link', 'owned-by'],
      ...['part-of', 'reviewed-by', 'supersedes'],
    ])
    for (const [name, count] of names) expect([name, count > 4]).toEqual([name, true])
    const partOf = relations.filter(({ name }) => name === 'part-of')
    const pairs = new Set(partOf.map(({ source, target }) => `${source.type} ${target.type}`))
    expect(pairs).toEqual(
      new Set(['content space', 'user space', 'space space', 'content content']),
    )
  })

  it('relates only what is there, after it was there', () => {
    const thing = ({ type, key }: { type: string; key: string }) => {
      if (type === 'content') return made.content.get(key)
      return type === 'user' ? made.users.get(key) : made.spaces.get(key)
    }
    for (const { source, target, createdBy, createdAt } of relations) {
      const ends = [thing(source), thing(target)]
      expect(ends).not.toContain(undefined)
      expect(made.users.has(createdBy)).toBe(true)
      for (const end of ends) {
        if (end !== undefined && 'kind' in end) expect(createdAt >= end.createdAt).toBe(true)
      }
    }
  })

  it('holds what crawlers stumble over', () => {
    const ids = new Set(
      relations.map(({ name, source, target }) => `${name} ${source.key} ${target.key}`),
    )
    const between = counted(
      relations.filter(({ name }) => name !== 'link'),
      ({ source, target }) => `${source.key} ${target.key}`,
    )
    expect(Math.max(...between.values())).toBeGreaterThanOrEqual(2)
    expect(relations.some(({ source, target }) => source.key === target.key)).toBe(true)
    const dependsOn = relations.filter(({ name }) => name === 'depends-on')
    const ring = dependsOn.filter(({ source, target }) =>
      dependsOn.some(
        (next) =>
          next.source.key === target.key &&
          ids.has(`depends-on ${next.target.key} ${source.key}`) &&
          next.target.key !== source.key,
      ),
    )
    expect(ring.length).toBeGreaterThanOrEqual(3)
    const linked = counted(
      relations.filter(({ name }) => name === 'link'),
      ({ target }) => target.key,
    )
    expect(Math.max(...linked.values())).toBeGreaterThanOrEqual(140)
  })

  it('keeps one of two equal relations, and forgets a deleted one from both ends', () => {
    const world = createWorld(20, 1)
    const [one, two] = [...world.content.keys()].map((key) => ({ type: 'content' as const, key }))
    if (one === undefined || two === undefined) throw new Error('too few pages')
    const relation = { name: 'zz', source: one, target: two, createdBy: 'a', createdAt: 'now' }
    const before = world.relations.size
    expect(world.relations.put(relation)).toBe(relation)
    expect(world.relations.put({ ...relation, createdBy: 'b' })).toBe(relation)
    expect(world.relations.size).toBe(before + 1)
    expect(world.relations.targets('zz', one, 'content')).toEqual([relation])
    expect(world.relations.sources('zz', two, 'content')).toEqual([relation])
    expect(world.relations.sources('zz', two, 'user')).toEqual([])
    world.relations.delete('zz', one, two)
    world.relations.delete('zz', one, two)
    expect(world.relations.targets('zz', one, 'content')).toEqual([])
    expect(world.relations.sources('zz', two, 'content')).toEqual([])
    expect(world.relations.size).toBe(before)
  })

  it('grows to a hundred thousand pages with titles and ids of their own', () => {
    const large = createWorld(100_000, 3)
    const pages = [...large.content.values()].filter(
      (one) => one.kind === 'page' && !one.spaceKey.startsWith('~'),
    )
    expect(pages).toHaveLength(100_000)
    expect(new Set(pages.map(({ title }) => title)).size).toBe(100_000)
    expect(large.relations.size).toBeGreaterThan(200_000)
  })

  it('looks like a wiki where it is large: links near by in the tree, hubs, and pages without any', () => {
    const large = createWorld(5_000, 3)
    const pages = [...large.content.values()].filter(({ kind }) => kind === 'page')
    const links = [...large.relations.all()].filter(
      ({ name, source, target }) =>
        name === 'link' && source.type === 'content' && target.type === 'content',
    )
    const above = (id: string): string[] => {
      const parent = large.content.get(id)?.parentId ?? null
      return parent === null ? [id] : [id, ...above(parent)]
    }
    const distance = (one: string, other: string): number => {
      const [from, to] = [above(one), above(other)]
      const at = from.findIndex((id) => to.includes(id))
      return at < 0 ? Number.POSITIVE_INFINITY : at + to.indexOf(from[at] ?? '')
    }
    const near = links.filter(({ source, target }) => distance(source.key, target.key) <= 2)
    expect(near.length / links.length).toBeGreaterThan(0.35)
    const sources = new Set(links.map(({ source }) => source.key))
    const linkless = pages.filter(({ id }) => !sources.has(id)).length / pages.length
    expect(linkless).toBeGreaterThan(0.3)
    expect(linkless).toBeLessThan(0.4)
    const depths = counted(pages, ({ id }) => String(above(id).length))
    expect(depths.size).toBeGreaterThan(5)
    const incoming = counted(links, ({ target }) => target.key)
    expect([...incoming.values()].filter((count) => count > 15).length).toBeGreaterThan(15)
  })

  it('is there even with a single page', () => {
    const small = createWorld(1, 3)
    expect([...small.content.values()].filter(({ kind }) => kind === 'page')).toHaveLength(3)
  })
})
