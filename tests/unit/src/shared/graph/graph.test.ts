import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Batch,
  emptyGraph,
  type Entity,
  type Graph,
  merge,
  neighbourhood,
  type NodeId,
  relationOf,
  relationsAt,
  remove,
  unknownEntity,
  writtenRelation,
} from '@shared/graph'
import { anyBatch } from './any-graph'

const all = (batches: readonly Batch[], from: Graph = emptyGraph): Graph =>
  batches.reduce((graph, batch) => merge(graph, batch).graph, from)

const plain = (graph: Graph) => ({
  nodes: [...graph.nodes].sort(),
  edges: [...graph.edges].sort(),
  incident: [...graph.incident].map(([id, edges]) => [id, [...edges].sort()]).sort(),
})

const anyBatches = fc.array(anyBatch, { maxLength: 5 })

/** What the index has to be, worked out anew from the edges. */
const indexOf = (graph: Graph) => {
  const index = new Map<NodeId, Set<string>>()
  for (const { id, source, target } of graph.edges.values()) {
    for (const end of [source, target]) index.set(end, (index.get(end) ?? new Set()).add(id))
  }
  return index
}

type Step = { put: Batch } | { nodes: number[]; edges: number[] }
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ put: anyBatch }),
  fc.record({ nodes: fc.array(fc.nat(20)), edges: fc.array(fc.nat(20)) }),
)

const page = (over: Partial<Entity> = {}): Entity => ({
  ...unknownEntity('content:1'),
  title: 'Billing',
  status: 'current',
  ...over,
})

describe('merging', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyBatches, anyBatch, (before, batch) => {
        const once = merge(all(before), batch).graph
        const again = merge(once, batch)
        expect(plain(again.graph)).toEqual(plain(once))
        expect(again.delta.added).toEqual({ nodes: [], edges: [] })
      }),
    )
  })

  it('reports nothing for what it knew', () => {
    const batch = { entities: [page()], relations: [relationOf('link', 'content:1', 'content:2')] }
    const { delta } = merge(merge(emptyGraph, batch).graph, batch)
    expect(delta).toEqual({
      added: { nodes: [], edges: [] },
      changed: { nodes: [], edges: [] },
      removed: { nodes: [], edges: [] },
    })
  })

  it('gives the same nodes and edges in every order of batches', () => {
    const shuffled = anyBatches.chain((batches) =>
      fc.tuple(fc.constant(batches), fc.shuffledSubarray(batches, { minLength: batches.length })),
    )
    fc.assert(
      fc.property(shuffled, ([batches, other]) => {
        const [one, two] = [all(batches), all(other)]
        expect([...one.nodes.keys()].sort()).toEqual([...two.nodes.keys()].sort())
        expect([...one.edges.keys()].sort()).toEqual([...two.edges.keys()].sort())
      }),
    )
  })

  it('leaves the title to what is no longer there', () => {
    const known = { ...unknownEntity('content:1'), title: 'Billing', status: 'current' }
    const missing = { ...unknownEntity('content:1'), status: 'missing' }
    const [first, second]: Batch[] = [known, missing].map((one) => ({
      entities: [one],
      relations: [],
    }))
    const graph = all([first, second, second].flatMap((one) => one ?? []))
    expect(graph.nodes.get('content:1')).toEqual({ ...known, status: 'missing' })
  })

  it('never lets unknown replace what is known', () => {
    fc.assert(
      fc.property(anyBatches, anyBatch, (before, batch) => {
        const graph = all(before)
        const after = merge(graph, batch).graph
        for (const [id, entity] of graph.nodes) {
          if (entity.status !== 'unknown') expect(after.nodes.get(id)?.status).not.toBe('unknown')
        }
      }),
    )
  })

  it('keeps a field that a later, shorter answer leaves out', () => {
    const graph = all([
      { entities: [page({ url: 'https://example.atlassian.net/wiki/x/AQ' })], relations: [] },
      { entities: [page({ title: 'Billing, new' })], relations: [] },
      { entities: [unknownEntity('content:1')], relations: [] },
    ])
    expect(graph.nodes.get('content:1')).toEqual(
      page({ title: 'Billing, new', url: 'https://example.atlassian.net/wiki/x/AQ' }),
    )
  })

  it('keeps the creator of a relation that is found again without one', () => {
    const told = relationOf('link', 'content:1', 'content:2', { createdBy: { name: 'Anna' } })
    const graph = all([
      { entities: [], relations: [told] },
      { entities: [], relations: [relationOf('link', 'content:1', 'content:2')] },
    ])
    expect([...graph.edges.values()]).toEqual([told])
  })

  it('knows a link both ways as one that Confluence keeps, in either order', () => {
    const [a, b] = ['content:1', 'content:2'] as const
    const [kept, read] = [relationOf('link', a, b), writtenRelation('link', a, b)]
    for (const relations of [
      [kept, read],
      [read, kept],
    ]) {
      const { graph } = merge(emptyGraph, { entities: [], relations })
      expect([...graph.edges.values()]).toEqual([kept])
    }
  })

  it('keeps what a page includes apart from a relation that people named so', () => {
    const [a, b] = ['content:1', 'content:2'] as const
    const relations = [
      relationOf('includes', a, b),
      writtenRelation('includes', a, b),
      relationOf('pages%3Aincludes', a, b),
    ]
    const { graph } = merge(emptyGraph, { entities: [], relations })
    expect([...graph.edges.values()]).toEqual(relations)
  })

  it('leaves the graph that it was given as it was', () => {
    fc.assert(
      fc.property(anyBatches, anyBatch, (before, batch) => {
        const graph = all(before)
        const was = plain(graph)
        merge(graph, batch)
        remove(graph, { nodes: graph.nodes.keys() })
        expect(plain(graph)).toEqual(was)
      }),
    )
  })

  it('tells in its delta exactly what makes the new graph from the old one', () => {
    fc.assert(
      fc.property(anyBatches, anyBatch, (before, batch) => {
        const graph = all(before)
        const { graph: after, delta } = merge(graph, batch)
        const nodes = new Map(graph.nodes)
        for (const entity of delta.added.nodes) {
          expect(nodes.has(entity.id)).toBe(false)
          nodes.set(entity.id, entity)
        }
        for (const entity of delta.changed.nodes) {
          expect(graph.nodes.has(entity.id)).toBe(true)
          nodes.set(entity.id, entity)
        }
        expect(nodes).toEqual(new Map(after.nodes))
        const edges = new Map(graph.edges)
        for (const edge of [...delta.added.edges, ...delta.changed.edges]) edges.set(edge.id, edge)
        expect(edges).toEqual(new Map(after.edges))
      }),
    )
  })
})

describe('merging and removing', () => {
  it('keeps the index of edges at a node true, and no edge without its ends', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), (steps) => {
        let graph = emptyGraph
        for (const step of steps) {
          if ('put' in step) {
            graph = merge(graph, step.put).graph
          } else {
            const nodes = [...graph.nodes.keys()].filter((_, at) => step.nodes.includes(at))
            const edges = [...graph.edges.keys()].filter((_, at) => step.edges.includes(at))
            const before = graph
            const { graph: after, delta } = remove(graph, { nodes, edges })
            expect([...delta.removed.nodes].sort()).toEqual(nodes.sort())
            const goneEdges = [...before.edges.keys()].filter((id) => !after.edges.has(id))
            expect([...delta.removed.edges].sort()).toEqual(goneEdges.sort())
            for (const id of edges) expect(after.edges.has(id)).toBe(false)
            graph = after
          }
          expect(new Map(graph.incident)).toEqual(indexOf(graph))
          for (const id of graph.incident.keys()) expect(graph.nodes.has(id)).toBe(true)
        }
      }),
    )
  })

  it('takes no notice of what is not there', () => {
    const { graph } = merge(emptyGraph, { entities: [page()], relations: [] })
    const result = remove(graph, {
      nodes: ['content:9'],
      edges: [relationOf('link', 'content:1', 'content:9').id],
    })
    expect(plain(result.graph)).toEqual(plain(graph))
    expect(result.delta.removed).toEqual({ nodes: [], edges: [] })
  })
})

describe('what lies around a node', () => {
  const graph = all([
    {
      entities: [],
      relations: [
        relationOf('link', 'content:1', 'content:2'),
        relationOf('explains', 'content:1', 'content:2'),
        relationOf('link', 'content:3', 'content:1'),
        relationOf('link', 'content:1', 'content:1'),
        relationOf('link', 'content:3', 'content:4'),
      ],
    },
  ])

  it('is its relations out and in, a self-relation in both', () => {
    const { out, in: into } = relationsAt(graph, 'content:1')
    expect(out.map(({ relation, target }) => [relation, target])).toEqual([
      ['link', 'content:2'],
      ['explains', 'content:2'],
      ['link', 'content:1'],
    ])
    expect(into.map(({ source }) => source)).toEqual(['content:3', 'content:1'])
  })

  it('is its neighbours in either direction, without itself', () => {
    expect(neighbourhood(graph, 'content:1')).toEqual(new Set(['content:2', 'content:3']))
    expect(neighbourhood(graph, 'content:9')).toEqual(new Set())
  })
})
