import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Criteria, facetsOf, filterGraph, isFiltering, noFilter } from '@shared/filter'
import { emptyGraph, type Entity, merge, relationOf, unknownEntity } from '@shared/graph'

const criteria = (more: Partial<Criteria> = {}, filter: Partial<Criteria['filter']> = {}) => ({
  filter: { ...noFilter, ...filter },
  hiddenRelations: new Set<string>(),
  onlyState: null,
  stateOf: () => 'complete' as const,
  ...more,
})
const page = (n: number, space: string): Entity => ({
  ...unknownEntity(`content:${n}`),
  title: `Página ${n}`,
  space: { key: space, name: `Space ${space}` },
})
const made = (relation: string, from: number, to: number, by: string, day: string) => ({
  ...relationOf(relation, `content:${from}`, `content:${to}`),
  createdBy: { key: by, name: `Name of ${by}` },
  createdAt: `${day}T09:00:00.000Z`,
})
const graph = merge(emptyGraph, {
  entities: [page(1, 'A'), page(2, 'A'), page(3, 'B'), page(4, 'B')],
  relations: [
    made('owns', 1, 2, 'ann', '2026-01-01'),
    made('owns', 2, 3, 'bob', '2026-02-01'),
    made('needs', 1, 3, 'ann', '2026-03-01'),
  ],
}).graph
const day = (date: string) => Math.floor(Date.parse(date) / 86_400_000)
const keys = (ids: ReadonlySet<string>) => [...ids].map((id) => id.split(':')[1]).sort()

describe('filtering a graph', () => {
  it('lets everything through where nothing is asked for', () => {
    const all = filterGraph(graph, criteria())
    expect([all.nodes.size, all.edges.size]).toEqual([4, 3])
    expect(isFiltering(criteria())).toBe(false)
  })

  it('takes the relations along that lose an end', () => {
    const { nodes, edges } = filterGraph(graph, criteria({}, { offSpaces: ['B'] }))
    expect(keys(nodes)).toEqual(['1', '2'])
    expect(edges.size).toBe(1)
  })

  it('finds words without their accents, in any order', () => {
    expect(keys(filterGraph(graph, criteria({}, { text: '3 pagina' })).nodes)).toEqual(['3'])
  })

  it('shows what a person made, and who had part in it; what was never related stays', () => {
    const { nodes, edges } = filterGraph(graph, criteria({}, { offPeople: ['ann'] }))
    expect(keys(nodes)).toEqual(['2', '3', '4'])
    expect(edges.size).toBe(1)
  })

  it('keeps a window of days with both of its ends', () => {
    const days = { from: day('2026-02-01'), to: day('2026-03-01') }
    expect(filterGraph(graph, criteria({}, { days })).edges.size).toBe(2)
    const first = { from: day('2026-01-01'), to: day('2026-01-01') }
    expect(keys(filterGraph(graph, criteria({}, { days: first })).nodes)).toEqual(['1', '2', '4'])
  })

  it('asks for a number of relations', () => {
    expect(keys(filterGraph(graph, criteria({}, { minDegree: 2 })).nodes)).toEqual(['1', '2', '3'])
    expect(keys(filterGraph(graph, criteria({}, { maxDegree: 0 })).nodes)).toEqual(['4'])
  })
})

const filters = fc.record({
  offTypes: fc.subarray(['content', 'user', 'space'] as const),
  offSpaces: fc.subarray(['', 'A', 'B']),
  offPeople: fc.subarray(['', 'ann', 'bob']),
  text: fc.constantFrom('', 'pag', '3'),
  minDegree: fc.nat(3),
  maxDegree: fc.option(fc.nat(3)),
  days: fc.option(fc.constant({ from: day('2026-01-15'), to: day('2026-02-15') })),
})

describe('facets', () => {
  it('count what a click would show, whatever else is asked for', () => {
    fc.assert(
      fc.property(filters, fc.subarray(['owns', 'needs']), (filter, hidden) => {
        const asked = criteria({ hiddenRelations: new Set(hidden) }, filter)
        const facets = facetsOf(graph, asked)
        for (const { value, count } of facets.spaces) {
          const others = facets.spaces.map((one) => one.value).filter((one) => one !== value)
          const alone = filterGraph(graph, {
            ...asked,
            filter: { ...asked.filter, offSpaces: others },
          })
          expect(alone.nodes.size).toBe(count)
        }
        for (const { value, count } of facets.types) {
          const { nodes } = filterGraph(graph, {
            ...asked,
            filter: { ...asked.filter, offTypes: [] },
          })
          expect([...nodes].filter((id) => graph.nodes.get(id)?.type === value)).toHaveLength(count)
        }
      }),
    )
  })

  it('never let more through when something more is asked for', () => {
    fc.assert(
      fc.property(filters, filters, (one, other) => {
        const both = {
          ...one,
          offTypes: [...new Set([...one.offTypes, ...other.offTypes])],
          offSpaces: [...new Set([...one.offSpaces, ...other.offSpaces])],
          minDegree: Math.max(one.minDegree, other.minDegree),
        }
        const wide = filterGraph(graph, criteria({}, one))
        const narrow = filterGraph(graph, criteria({}, both))
        for (const id of narrow.nodes) expect(wide.nodes.has(id)).toBe(true)
        for (const id of narrow.edges) expect(wide.edges.has(id)).toBe(true)
      }),
    )
  })
})

/** What is let through, by looking at everything for everything. */
function plainly(asked: Criteria) {
  const { filter, hiddenRelations } = asked
  const all = [...graph.edges.values()]
  const isEdge = ({ relation, createdBy, createdAt }: (typeof all)[number]) => {
    const at = day(createdAt ?? '')
    const inTime = filter.days === null || (at >= filter.days.from && at <= filter.days.to)
    return (
      !hiddenRelations.has(relation) && !filter.offPeople.includes(createdBy?.key ?? '') && inTime
    )
  }
  const asksPart = filter.days !== null || filter.offPeople.length > 0
  const isNode = (node: Entity) => {
    const at = all.filter(({ source, target }) => source === node.id || target === node.id)
    const hay = node.title.toLowerCase().replace('á', 'a')
    return (
      !filter.offTypes.includes(node.type) &&
      !filter.offSpaces.includes(node.space?.key ?? '') &&
      hay.includes(filter.text) &&
      at.length >= filter.minDegree &&
      at.length <= (filter.maxDegree ?? at.length) &&
      (!asksPart || at.length === 0 || at.some(isEdge))
    )
  }
  const nodes = [...graph.nodes.values()].filter(isNode).map(({ id }) => id)
  const edges = all.filter(
    (one) => isEdge(one) && nodes.includes(one.source) && nodes.includes(one.target),
  )
  return { nodes: new Set(nodes), edges: new Set(edges.map(({ id }) => id)) }
}

it('filtering in few passes lets through what looking at everything does', () => {
  fc.assert(
    fc.property(filters, fc.subarray(['owns', 'needs']), (filter, hidden) => {
      const asked = criteria({ hiddenRelations: new Set(hidden) }, filter)
      expect(filterGraph(graph, asked)).toEqual(plainly(asked))
    }),
  )
})
