import fc from 'fast-check'
import type { Drawn, RelationFace } from '@shared/export'
import {
  edgeId,
  emptyGraph,
  type GraphFile,
  knowledgeStates,
  merge,
  toGraphFile,
} from '@shared/graph'
import { anyWildBatch } from '../graph/any-graph'
import { at, site } from '../graph/two-graphs'

/** What breaks careless writers of one format or another. */
export const nasty = [
  '"quoted" & <b>bold</b>',
  ']]>',
  '<!-- -->',
  'first\nsecond\r\nthird\tend',
  '=HYPERLINK("http://x")',
  "'=1+1",
  '@SUM(A1)',
  '-1',
  'bell\u0007 nul\u0000 escape\u001b[2J',
  'half \ud83d of a pair',
  '😀 Привет 你好 مرحبا',
  '\\N \\l back\\',
  '&lt;&amp;',
  '`code` **bold** _x_ [link](y)',
  '%%{init: {}}%%',
  '1. list',
  '- list',
  'end',
  'a;b,c|d',
  'a;=1+1',
  'x\t@SUM(A1)',
  '＝1+1',
  "|'+1",
  '#quot;',
  ' ',
  '',
]

const anyTitle = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string(),
)
const anyPosition = fc.record({
  x: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
})
const anyLook: fc.Arbitrary<RelationFace> = fc.record({
  colour: fc.constantFrom('#2f6fde', '#b8500b'),
  line: fc.constantFrom('solid', 'dashed', 'dotted'),
})

/** A graph with wild titles, keys and places. */
export const anyDrawn: fc.Arbitrary<Drawn> = fc
  .record({
    batch: anyWildBatch,
    titles: fc.array(anyTitle, { minLength: 1 }),
    places: fc.array(fc.option(anyPosition), { minLength: 1 }),
    state: fc.constantFrom(...knowledgeStates),
    look: anyLook,
  })
  .map(({ batch, titles, places, state, look }) => {
    const { graph } = merge(emptyGraph, {
      ...batch,
      entities: batch.entities.map((entity, at) => ({
        ...entity,
        title: titles[at % titles.length] ?? '',
      })),
    })
    const spots = [...graph.nodes.keys()].flatMap((id, at) => {
      const place = places[at % places.length] ?? null
      return place === null ? [] : [[id, place] as const]
    })
    const file = toGraphFile(graph, {
      version: '1.2.3',
      site,
      exportedAt: at,
      calls: 0,
      failures: [],
      stateOf: () => state,
      positions: new Map(spots),
    })
    return { file, looks: new Map([['link', look]]) }
  })

/** One file of each nasty title, with a relation from each to the next. */
export function nastyDrawn(): Drawn {
  const ids = nasty.map((_, at) => `content:${at + 1}` as const)
  const nodes = nasty.map((title, at): GraphFile['nodes'][number] => ({
    id: ids[at] ?? 'content:0',
    type: (['content', 'user', 'space'] as const)[at % 3] ?? 'content',
    key: String(at + 1),
    title,
    status: 'current',
    completeness: 'complete',
    position: { x: at * 50, y: at * 20 },
  }))
  const edges = ids.flatMap((source, at): GraphFile['edges'] => {
    const target = ids[at + 1]
    return target === undefined
      ? []
      : [{ id: edgeId('link', source, target), relation: 'link', source, target }]
  })
  return {
    file: {
      format: 'relation-explorer/graph@1',
      version: '1.2.3',
      site,
      exportedAt: at,
      nodes,
      edges,
      stats: { nodes: nodes.length, edges: edges.length, calls: 0 },
      failures: [],
      completeness: [],
    },
    looks: new Map([['link', { colour: '#2f6fde', line: 'dashed' }]]),
  }
}
