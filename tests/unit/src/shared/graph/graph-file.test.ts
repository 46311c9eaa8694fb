import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGraph, GraphFile, merge, relationOf, toGraphFile, unknownEntity } from '@shared/graph'
import { anyWildBatch } from './any-graph'

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../../../resources/graph-file.schema.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: true, strictRequired: false })
addFormats(ajv)
// Parsed JSON that the compiler below checks to be a schema.
const isValid = ajv.compile(schema as object)

const about = {
  version: '0.1.0',
  site: 'https://example.atlassian.net',
  exportedAt: '2026-11-24T10:00:00.000Z',
  calls: 12,
  failures: [
    {
      node: 'content:1' as const,
      relation: 'link',
      direction: 'out' as const,
      type: 'content' as const,
      kind: 'forbidden',
      sentence: 'You are not allowed to see this.',
    },
  ],
  completeness: [
    {
      node: 'content:1' as const,
      relation: 'link',
      direction: 'out' as const,
      type: 'content' as const,
      state: 'cut' as const,
      at: '2026-11-24T09:59:00.000Z',
      found: 3,
      why: 'calls-budget',
    },
  ],
  stateOf: ({ id }: { id: string }) =>
    id === 'content:1' ? ('cut' as const) : ('not-asked' as const),
  positions: new Map([['content:1' as const, { x: 1.239, y: -40 }]]),
}

/** As it is written to disk and read by another program. */
const written = (file: GraphFile): unknown => JSON.parse(JSON.stringify(file))

const sample = () =>
  toGraphFile(
    merge(emptyGraph, {
      entities: [
        {
          ...unknownEntity('content:2'),
          title: 'Billing',
          status: 'current',
          createdBy: { key: '712020:anna', name: 'Anna Lee' },
        },
      ],
      relations: [
        relationOf('link', 'content:2', 'content:1', { createdBy: { name: 'Ben' } }),
        relationOf('depends-on', 'content:1', 'content:2'),
      ],
    }).graph,
    about,
  )

describe('the exported file', () => {
  it('keeps to its JSON Schema, whatever the graph', () => {
    fc.assert(
      fc.property(fc.array(anyWildBatch, { maxLength: 4 }), (batches) => {
        const graph = batches.reduce((known, batch) => merge(known, batch).graph, emptyGraph)
        const file = written(toGraphFile(graph, about))
        expect(isValid(file), JSON.stringify(isValid.errors)).toBe(true)
        expect(GraphFile.safeParse(file).success).toBe(true)
      }),
    )
  })

  it('names the ends of each edge among its nodes, and counts both', () => {
    fc.assert(
      fc.property(anyWildBatch, (batch) => {
        const file = toGraphFile(merge(emptyGraph, batch).graph, about)
        const ids = new Set(file.nodes.map(({ id }) => id))
        for (const { source, target } of file.edges) {
          expect(ids.has(source) && ids.has(target)).toBe(true)
        }
        expect(file.stats).toEqual({ nodes: ids.size, edges: file.edges.length, calls: 12 })
      }),
    )
  })

  it('is the same text for the same graph, in whatever order it came to be', () => {
    const entities = ['content:1', 'content:2', 'user:a'].map((id) => unknownEntity(id as 'user:a'))
    const relations = [
      relationOf('link', 'content:1', 'content:2'),
      relationOf('link', 'content:2', 'user:a'),
    ]
    const [one, two] = [
      merge(emptyGraph, { entities, relations }),
      merge(emptyGraph, { entities: entities.toReversed(), relations: relations.toReversed() }),
    ]
    expect(JSON.stringify(toGraphFile(one.graph, about))).toBe(
      JSON.stringify(toGraphFile(two.graph, about)),
    )
  })

  it('names creators without their account ids', () => {
    const file = sample()
    expect(file.nodes.map(({ createdBy }) => createdBy)).toEqual([undefined, 'Anna Lee'])
    expect(JSON.stringify(file)).not.toContain('712020')
  })

  it('says where a node stood, to the hundredth, and of others nothing', () => {
    expect(sample().nodes.map(({ position }) => position)).toEqual([{ x: 1.24, y: -40 }, undefined])
  })

  const breaks: [what: string, path: (string | number)[], value: unknown][] = [
    ['another format', ['format'], 'relation-explorer/graph@2'],
    ['no version', ['version'], undefined],
    ['no nodes', ['nodes'], undefined],
    ['no failures', ['failures'], undefined],
    ['a site with a path', ['site'], 'https://example.atlassian.net/wiki'],
    ['credentials in the site', ['site'], 'https://anna:token@example.atlassian.net'],
    ['a date that is none', ['exportedAt'], 'yesterday'],
    ['something more', ['token'], 'secret'],
    ['a node with something more', ['nodes', 0, 'email'], 'anna@example.com'],
    ['a node of another type', ['nodes', 0, 'type'], 'group'],
    ['a node id without a type', ['nodes', 0, 'id'], '1'],
    ['a numeric key', ['nodes', 0, 'key'], 1],
    ['a node without a title', ['nodes', 0, 'title'], undefined],
    ['a node twice', ['nodes', 0], sample().nodes[1]],
    ['half a position', ['nodes', 0, 'position'], { x: 1 }],
    ['redaction that is none', ['redacted'], false],
    ['half a space', ['nodes', 0, 'space'], { key: 'DOC' }],
    ['an edge without a target', ['edges', 0, 'target'], undefined],
    ['an edge id of two parts', ['edges', 0, 'id'], 'link|content:1'],
    ['an edge end of another type', ['edges', 0, 'source'], 'group:1'],
    ['a negative count', ['stats', 'calls'], -1],
    ['half a call', ['stats', 'calls'], 0.5],
    ['a failure both ways', ['failures', 0, 'direction'], 'both'],
    ['a failure without a sentence', ['failures', 0, 'sentence'], undefined],
  ]

  it.each(breaks)('is refused by the schema with %s', (_, path, value) => {
    const file = written(sample())
    expect(isValid(file)).toBe(true)
    const last = path.at(-1) ?? ''
    // The file above is an object tree, and each path but its last step stands in it.
    const parent = path
      .slice(0, -1)
      .reduce<Record<string | number, unknown>>(
        (at, step) => at[step] as Record<string | number, unknown>,
        file as Record<string | number, unknown>,
      )
    parent[last] = value
    expect(isValid(written(file as GraphFile))).toBe(false)
  })

  it.each(['', 1, null, [], {}])('is not %j', (file) => {
    expect(isValid(file)).toBe(false)
  })
})

describe('the space of a node', () => {
  it('is told wherever it is known, also where only its address names it', () => {
    const page = unknownEntity('content:7')
    const url = `${about.site}/wiki/spaces/ENG/pages/7`
    const named = { ...unknownEntity('content:8'), space: { key: 'ENG', name: 'Engineering' } }
    const alone = { ...unknownEntity('content:9'), url: `${about.site}/wiki/spaces/OPS/pages/9` }
    const { graph } = merge(emptyGraph, {
      entities: [{ ...page, url }, named, alone],
      relations: [],
    })
    expect(toGraphFile(graph, about).nodes.map(({ space }) => space)).toEqual([
      { key: 'ENG', name: 'Engineering' },
      { key: 'ENG', name: 'Engineering' },
      { key: 'OPS', name: 'OPS' },
    ])
  })
})
