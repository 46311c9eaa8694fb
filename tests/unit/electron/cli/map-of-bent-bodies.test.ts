import { countBy, maxBy } from 'es-toolkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GraphFile } from '@shared/graph'
import { createDemoSite, type DemoSite, type Trap } from '../../../../electron/demo-site'
import { runMap } from './run-map'

let site: DemoSite
let known: Promise<GraphFile> | null = null
/** What a map of the same site finds where nothing is bent. */
const straightMap = () => (known ??= map().then(({ file }) => file))
const spaces = () => [...site.world.spaces.keys()].flatMap((key) => ['--space', key])
const map = async (more: readonly string[] = spaces()) => {
  const { code, out, err } = await runMap(site, more)
  return { code, err, file: GraphFile.parse(JSON.parse(out)) }
}
const edgesOf = ({ edges }: GraphFile) => edges.map(({ id }) => id).toSorted()
const trap = (...traps: readonly Trap[]) => site.setTraps(traps)

beforeAll(async () => {
  site = await createDemoSite({ pages: 400 })
})
beforeEach(() => trap())
afterAll(() => site.close())

describe('map, of a site whose bodies are bent', () => {
  it('asks for fewer at once where large lists time out, and ends with the same graph', async () => {
    const straight = await straightMap()
    trap('large-lists-504')
    const { code, file } = await map()
    expect(code).toBe(0)
    expect(edgesOf(file)).toEqual(edgesOf(straight))
  })

  it('reads pages of 5 MB as far as their end', async () => {
    // One space has enough of them: each costs what a busy machine takes seconds for.
    const large = [...site.world.content.values()].filter(({ id }) => BigInt(id) % 35n === 0n)
    const counts = Object.entries(countBy(large, ({ spaceKey }) => spaceKey))
    const [key = '', count = 0] = maxBy(counts, ([, many]) => many) ?? []
    expect(count).toBeGreaterThan(1)
    const { file: straight } = await map(['--space', key])
    trap('large-bodies')
    const { code, file } = await map(['--space', key])
    expect(code).toBe(0)
    expect(edgesOf(file)).toEqual(edgesOf(straight))
    // Two seconds on a still machine; beside busy processes collecting its garbage takes long.
  }, 120_000)

  it('reads torn markup as far as it goes, and says so', async () => {
    const straight = await straightMap()
    trap('torn-bodies')
    const { code, err, file } = await map()
    expect(code).toBe(3)
    const [, torn = '0'] = /(\d+) pages could be read in part only/.exec(err) ?? []
    expect(Number(torn)).toBeGreaterThan(40)
    const found = new Set(edgesOf(file))
    const lost = edgesOf(straight).filter((id) => !found.has(id))
    // The last words are cut off, and mostly hold no link.
    expect(lost.length).toBeLessThan(straight.edges.length / 10)
    expect([...found].every((id) => edgesOf(straight).includes(id))).toBe(true)
  })

  it('counts pages that come without their body, and says so', async () => {
    const straight = await straightMap()
    trap('no-bodies')
    const { code, err, file } = await map()
    expect(code).toBe(3)
    expect(err).toMatch(/\d+ pages could be read in part only/)
    const found = new Set(edgesOf(file))
    expect([...found].every((id) => edgesOf(straight).includes(id))).toBe(true)
    expect(found.size).toBeGreaterThan(straight.edges.length * 0.7)
  })

  it('guesses no id where the other format has none', async () => {
    const [first = ''] = site.world.spaces.keys()
    const before = (await map(['--space', first])).file
    trap('adf-without-ids')
    const { file } = await map(['--space', first])
    const known = new Set(edgesOf(before))
    expect(edgesOf(file).every((id) => known.has(id))).toBe(true)
    expect(edgesOf(file).length).toBeLessThan(known.size)
    expect(file.unresolved?.length).toBeGreaterThan(before.unresolved?.length ?? 0)
  })

  it('finds by its title, where that is asked for, what no id tells', async () => {
    const [first = ''] = site.world.spaces.keys()
    const before = (await map(['--space', first])).file
    trap('adf-without-ids')
    const few = await map(['--space', first, '--check-titles', '1'])
    expect(few.err).toMatch(/Looked for 1 title: .* more were not looked for\./)
    const { code, err, file } = await map(['--space', first, '--check-titles', '500'])
    expect([code, /Looked for \d+ titles: \d+ were found\./.test(err)]).toEqual([0, true])
    const [known, found] = [new Set(edgesOf(before)), new Set(edgesOf(file))]
    expect([...known].filter((id) => !found.has(id))).toEqual([])
    // No id tells of a file on a page in the trash; its title does.
    const more = file.edges.filter(({ id }) => !known.has(id))
    const statusOf = new Map(file.nodes.map(({ id, status }) => [id, status]))
    expect(new Set(more.map(({ target }) => statusOf.get(target)))).toEqual(new Set(['trashed']))
    expect(new Set(file.unresolved?.map(({ state }) => state))).toEqual(new Set(['not-seen']))
    expect(file.unresolved?.some(({ names }) => names.includes(':Old notes on '))).toBe(true)
  })
})
