import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  compareGraphs,
  describeDiff,
  describeGroups,
  GraphDiffFile,
  type GraphFile,
  toDiffFile,
} from '@shared/graph'
import { answer, anyExport, graphOf, site } from './two-graphs'

const Schema = z.looseObject({ $defs: z.record(z.string(), z.unknown()) })
const schemaIn = (name: string) =>
  Schema.parse(
    JSON.parse(readFileSync(new URL(`../../../../../resources/${name}`, import.meta.url), 'utf8')),
  )
const schema = schemaIn('graph-diff.schema.json')
const ajv = new Ajv2020({ strict: true, strictRequired: false })
addFormats(ajv)
const isValid = ajv.compile(schema)

const fileOf = (before: GraphFile, after: GraphFile) =>
  toDiffFile(compareGraphs(before, after), { version: '1', site, from: before, to: after })
const written = (file: unknown): unknown => JSON.parse(JSON.stringify(file))

const answers = [
  answer('content:1', 'link', 'out', 'content'),
  answer('content:2', 'link', 'in', 'user', 'forbidden'),
]
const before = graphOf(['1 link 2', '1 link 3', '3 noted 1'])
const after = graphOf(['1 blocks 2', '4 noted 1'], answers)
const renamed = {
  ...after,
  nodes: after.nodes.map((node) => (node.key === '2' ? { ...node, title: 'Billing' } : node)),
}
const sample = () => fileOf(before, renamed)

describe('the written comparison', () => {
  it('keeps to its JSON Schema and reads back, whatever the graphs', () => {
    fc.assert(
      fc.property(anyExport, anyExport, (one, two) => {
        const file = written(fileOf(one, two))
        expect(isValid(file), JSON.stringify(isValid.errors)).toBe(true)
        expect(written(GraphDiffFile.parse(file))).toEqual(file)
      }),
    )
  })

  it('takes only the dates of the files that it compares', () => {
    const { from, to, isSame } = sample()
    expect([from, to]).toEqual([
      { exportedAt: before.exportedAt },
      { exportedAt: after.exportedAt },
    ])
    expect(isSame).toBe(false)
  })

  it('describes nodes, edges and answers as the exported graph does', () => {
    const { $defs } = schemaIn('graph-file.schema.json')
    const own = new Set(['export', 'face', 'changed', 'retyped'])
    for (const [name, part] of Object.entries(schema.$defs)) {
      if (!own.has(name)) expect(part).toEqual($defs[name])
    }
  })

  const breaks: [what: string, change: (file: GraphDiffFile) => object][] = [
    ['another format', (file) => ({ ...file, format: 'relation-explorer/graph@1' })],
    ['no origin', (file) => ({ ...file, from: {} })],
    ['a date that is none', (file) => ({ ...file, to: { exportedAt: 'today' } })],
    ['something more', (file) => ({ ...file, token: 'secret' })],
    ['no list of what is unsure', (file) => ({ ...file, edges: { ...file.edges, unsure: null } })],
    ['half a pair', (file) => ({ ...file, edges: { ...file.edges, retyped: [{ was: {} }] } })],
    [
      'half a change',
      (file) => ({ ...file, nodes: { ...file.nodes, changed: [{ id: 'user:a' }] } }),
    ],
    ['no verdict', (file) => ({ ...file, isSame: undefined })],
  ]
  it.each(breaks)('is refused by both schemas with %s', (what, change) => {
    expect(isValid(written(sample()))).toBe(true)
    const file = written(change(sample()))
    expect(isValid(file)).toBe(false)
    // The reader of our own drops what it does not know.
    if (what !== 'something more') expect(GraphDiffFile.safeParse(file).success).toBe(false)
  })
})

describe('the sentences', () => {
  const titleOf = (id: string) => id.replace('content:', 'Page ')
  const groups = (one: GraphFile, two: GraphFile) =>
    Object.fromEntries(
      describeGroups(compareGraphs(one, two), titleOf).map(({ title, sentences }) => [
        title,
        sentences,
      ]),
    )

  it('tell every group of differences', () => {
    expect(groups(before, renamed)).toEqual({
      Added: [
        '“Page 4” is in the graph now.',
        '“Page 4” now has the relation “noted” to “Page 1”.',
      ],
      Gone: ['“Page 1” no longer has the relation “link” to “Page 3”.'],
      Changed: ['“2” is now known as “Billing” (unknown).'],
      Retyped: ['The relation from “Page 1” to “Page 2” was “link” and is now “blocks”.'],
      'Now forbidden': [
        'You are not allowed to see the “link” relations from people to “Page 2” now.',
      ],
      Unsure: [
        '“Page 3” had the relation “noted” to “Page 1”; whether it still does is not known.',
      ],
    })
  })

  it.each([
    [['A', 'current'], ['B', 'current'], '“A” is now called “B”.'],
    [['A', 'current'], ['A', 'archived'], '“A” was current and is now archived.'],
    [
      ['A', 'current'],
      ['B', 'trashed'],
      '“A” is now called “B”; it was current and is now trashed.',
    ],
    [['1', 'unknown'], ['A', 'current'], '“1” is now known as “A” (current).'],
    [['A', 'current'], ['1', 'unknown'], 'Of “A” nothing is known any more.'],
  ])('tell what became of a node: %j to %j', ([wasTitle, was], [isTitle, is], sentence) => {
    const as = (title = '', status = ''): GraphFile => ({
      ...graphOf([]),
      nodes: graphOf([])
        .nodes.slice(0, 1)
        .map((node) => ({ ...node, title, status })),
    })
    expect(groups(as(wasTitle, was), as(isTitle, is))).toEqual({ Changed: [sentence] })
  })

  it('come without headings too, and there are none where nothing differs', () => {
    expect(describeDiff(compareGraphs(before, renamed), titleOf)).toEqual(
      Object.values(groups(before, renamed)).flat(),
    )
    expect(describeDiff(compareGraphs(before, before), titleOf)).toEqual([])
  })
})
