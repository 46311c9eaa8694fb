/** How well a picture of a wiki reads: ours beside fcose, ForceAtlas2 and Graphviz sfdp. */
import { emptyGraph, merge } from '@shared/graph'
import { embeddingLayout, weightOf } from '@shared/layout'
import { weakIn } from '../../src/shared/picture/backbone'
import type { Context } from '../context'
import { byFcose, byForceAtlas2, bySfdp, type PeerLayout } from '../graphs/peer-layouts'
import { wikiOf } from '../graphs/wiki'
import { crossingShare, crossingsLeft, kept, overAnother, sameSection } from '../report/measures'
import { asTime, type Section, type Table, verdict } from '../report/section'

const sizes = [1_000, 3_000, 10_000]
/** Beyond these a peer takes minutes. */
const mostFor: Readonly<Record<string, number>> = { fcose: 1_000, sfdp: 3_000 }
const peers: Readonly<Record<string, PeerLayout>> = {
  fcose: byFcose,
  ForceAtlas2: byForceAtlas2,
  sfdp: bySfdp,
}
/** px, at the size drawn. */
const over = 24

type Row = {
  readonly pages: number
  readonly by: string
  readonly draft: number
  readonly ms: number
  readonly kept: number
  readonly section: number
  readonly over: number
  readonly crossing: number
  /** Crossings that are drawn of those of all lines; 1 where all lines are drawn alike. */
  readonly drawn: number
}

function wiki(pages: number) {
  const { batch, sections } = wikiOf(pages)
  const at = new Map(batch.entities.map(({ id }, index) => [id, index]))
  const endsOf = (relations: typeof batch.relations) =>
    relations.flatMap(({ source, target }) => [at.get(source) ?? 0, at.get(target) ?? 0])
  const graph = merge(emptyGraph, batch).graph
  const weak = weakIn(graph, 0.5)
  return {
    pages,
    sections,
    all: endsOf(batch.relations),
    weights: batch.relations.map(({ relation }) => weightOf(relation)),
    links: endsOf(batch.relations.filter((one) => one.relation === 'link')),
    strong: endsOf(batch.relations.filter(({ id }) => !weak.has(id))),
  }
}
type Wiki = ReturnType<typeof wiki>

type Places = ArrayLike<number>

const measured = (of: Wiki, places: Places, drawn: readonly number[]) => ({
  pages: of.pages,
  kept: kept(places, of.links),
  section: sameSection(places, of.sections),
  over: overAnother(places, over),
  crossing: crossingShare(places, of.all),
  drawn: drawn === of.all ? 1 : crossingsLeft(places, of.all, drawn),
})

function ours(of: Wiki): { readonly row: Row; readonly places: Places } {
  const began = performance.now()
  let draft = Number.NaN
  const places = embeddingLayout(
    { count: of.pages, edges: of.all, weights: of.weights, sections: of.sections },
    () => (draft = performance.now() - began),
  )
  const ms = performance.now() - began
  return { places, row: { by: 'ours', draft, ms, ...measured(of, places, of.strong) } }
}

async function peer(of: Wiki, by: string, layout: PeerLayout, size: number): Promise<Row> {
  const began = performance.now()
  const places = await layout(of.pages, of.all)
  const ms = performance.now() - began
  const scale = size / sizeOf(places)
  const drawn = places.map((value) => value * scale)
  return { by, draft: Number.NaN, ms, ...measured(of, drawn, of.all) }
}

/** How far nodes stand from their middle: pictures of one size are compared. */
function sizeOf(places: Places): number {
  const count = places.length / 2
  const mean = (of: (node: number) => number) => {
    let sum = 0
    for (let node = 0; node < count; node += 1) sum += of(node)
    return sum / count
  }
  const x = mean((node) => places[node * 2] ?? 0)
  const y = mean((node) => places[node * 2 + 1] ?? 0)
  return mean((node) => Math.hypot((places[node * 2] ?? 0) - x, (places[node * 2 + 1] ?? 0) - y))
}

const share = (part: number): string => `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`

export async function quality({ say }: Context): Promise<Section> {
  const rows: Row[] = []
  for (const pages of sizes) {
    const of = wiki(pages)
    const { row, places } = ours(of)
    rows.push(row)
    for (const [by, layout] of Object.entries(peers)) {
      if (pages > (mostFor[by] ?? Infinity)) continue
      say(`${pages} pages by ${by}`)
      rows.push(await peer(of, by, layout, sizeOf(places)))
    }
  }
  return {
    title: 'Quality',
    notes: [
      'A wiki with a page tree, sections and about 1.3 links a page, in Node, without a window. Kept: of a page with k linked pages, the share of the k nearest that are linked. Section: of the ten nearest, those of the same section. Over another: pages with the middle of another within 24 px, all pictures at the size of ours. Crossing: pairs of lines that cross. Drawn: crossings among the lines that are drawn strong, of all; the peers draw all lines.',
    ],
    tables: [
      {
        head: [
          'pages',
          'laid out by',
          'draft',
          'done',
          'kept',
          'section',
          'over',
          'crossing',
          'drawn',
        ],
        rows: rows.map((row) => [
          row.pages.toLocaleString('en'),
          row.by,
          asTime(row.draft),
          asTime(row.ms),
          share(row.kept),
          share(row.section),
          share(row.over),
          share(row.crossing),
          share(row.drawn),
        ]),
      },
      aimsOf(rows),
    ],
  }
}

/** What is aimed at, and what ours has come to. */
function aimsOf(rows: readonly Row[]): Table {
  const large = rows.find(({ pages, by }) => pages === 10_000 && by === 'ours')
  const aims: readonly (readonly [string, keyof Row, (value: number) => string, object])[] = [
    ['kept at least 30 %', 'kept', share, { atLeast: 0.3 }],
    ['same section at least 60 %', 'section', share, { atLeast: 0.6 }],
    ['over another at most 1 %', 'over', share, { atMost: 0.01 }],
    ['draft at most 1 s', 'draft', asTime, { atMost: 1_000 }],
    ['refined at most 3 s', 'ms', asTime, { atMost: 3_000 }],
    ['crossings drawn at most 30 % of all', 'drawn', share, { atMost: 0.3 }],
  ]
  return {
    head: ['aim at 10,000 pages', 'ours', 'verdict'],
    rows: aims.map(([what, of, words, aim]) => {
      const value = Number(large?.[of] ?? Number.NaN)
      return [what, words(value), verdict(value, aim as { atMost: number })]
    }),
  }
}
