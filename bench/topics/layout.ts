/** Laying out and expanding: ours beside Cytoscape.js with default fcose. */
import type { Browser } from '@playwright/test'
import { addressOf, withPage } from '../browser/open-page'
import type { Context } from '../context'
import { jobOf, placesFor, scaleFree } from '../graphs/lay-out'
import type { Arrangement, Expansion } from '../pages/serve-bench'
import { powerFit } from '../report/power-fit'
import { type Quality, qualityOf } from '../report/quality'
import { asRatio, asTime, type Section, type Table, verdict } from '../report/section'
import { median } from '../report/statistics'

type Who = 'ours' | 'cytoscape'
type Laid = Arrangement & { readonly quality: Quality }

/** Half of the distance at which two nodes lie over each other: their drawn height, about. */
const nodeSize = 30
/** fcose takes minutes beyond these; what it would take is worked out from its growth. */
const sizesForFcose = [500, 1000, 2000]
const newcomers = 50

type Place = { readonly browser: Browser; readonly origin: string }

const layOut = ({ browser, origin }: Place, who: Who, nodes: number): Promise<Laid> =>
  withPage(browser, addressOf(origin, who), async ({ page }) => {
    // All in one place, as fcose starts by chance anyway.
    await page.evaluate((count) => window.bench.prepare(count, null), nodes)
    await page.evaluate(() => window.bench.show())
    await page.waitForTimeout(500)
    const times = await page.evaluate(() => window.bench.arrange())
    const places = await page.evaluate(() => window.bench.places())
    return { ...times, quality: qualityOf(places, jobOf(scaleFree(nodes)).edges, nodeSize) }
  })

const expandAt = (
  { browser, origin }: Place,
  who: Who,
  nodes: number,
  places: number[],
): Promise<Expansion> =>
  withPage(browser, addressOf(origin, who), async ({ page }) => {
    await page.evaluate(([count, all]) => window.bench.prepare(count, all), [
      nodes,
      places,
    ] as const)
    await page.evaluate(() => window.bench.show())
    await page.waitForTimeout(1000)
    return page.evaluate((count) => window.bench.expand(count), newcomers)
  })

async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let turn = 0; turn < count; turn += 1) all.push(await work())
  return all
}

function middleOf(all: readonly Laid[]): Laid {
  const of = (pick: (one: Laid) => number) => median(all.map(pick))
  return {
    draft: of(({ draft }) => draft),
    refined: of(({ refined }) => refined),
    gap: of(({ gap }) => gap),
    quality: {
      spread: of(({ quality }) => quality.spread),
      nearness: of(({ quality }) => quality.nearness),
      kept: of(({ quality }) => quality.kept),
      overlapped: of(({ quality }) => quality.overlapped),
    },
  }
}

const rowOf = (nodes: number, name: string, { draft, refined, gap, quality }: Laid): string[] => [
  nodes.toLocaleString('en'),
  name,
  asTime(draft),
  asTime(refined),
  asTime(gap),
  quality.spread.toFixed(2),
  quality.nearness.toFixed(2),
  `${(quality.kept * 100).toFixed(1)} %`,
  `${(quality.overlapped * 100).toFixed(0)} %`,
]

export async function layout(context: Context): Promise<Section> {
  const place = { browser: await context.browser(), origin: await context.pages() }
  const rows: string[][] = []
  const ours = new Map<number, Laid>()
  const fcose = new Map<number, Laid>()
  const tell = (nodes: number, name: string, laid: Laid) => {
    rows.push(rowOf(nodes, name, laid))
    context.say(rows.at(-1)?.join(', ') ?? '')
  }
  for (const nodes of context.sizes) {
    const laid = middleOf(await times(context.runs, () => layOut(place, 'ours', nodes)))
    ours.set(nodes, laid)
    tell(nodes, 'ours', laid)
  }
  const largest = Math.max(...context.sizes)
  for (const nodes of sizesForFcose.filter((size) => size <= largest)) {
    const laid = await layOut(place, 'cytoscape', nodes)
    fcose.set(nodes, laid)
    tell(nodes, 'fcose, default', laid)
  }
  const head = [
    'nodes',
    'laid out by',
    'draft',
    'refined',
    'longest gap',
    'spread',
    'nearness',
    'kept',
    'over another',
  ]
  return {
    title: 'Layout',
    notes,
    tables: [{ head, rows }, aims(ours, fcose), await expanding(context, place)],
  }
}

const notes = [
  'From the call until a stage is seen. Ours works in a worker, fcose on the page, as its manual shows it, so that the page does not answer; it is timed once for each size. Spread: standard deviation of edge lengths over their mean. Nearness: mean edge length over the mean distance of any two nodes. Kept: nodes nearest to a node that are its neighbours. Over another: nodes with the middle of another within 30 px.',
  'What is over its aim at 500 nodes is the parting of nodes that lie over another, which fcose leaves to the reader; the program itself lays out up to 250 nodes by fcose in its worker. At 10,000 nodes the page’s longest gap while it expands is that of an arrival, above.',
]

function aims(ours: ReadonlyMap<number, Laid>, fcose: ReadonlyMap<number, Laid>): Table {
  const measured = [...fcose]
  const time = powerFit(measured.map(([nodes, { refined }]) => [nodes, refined]))
  const rows = [...ours].flatMap(([nodes, own]) => {
    const peer = fcose.get(nodes)
    if (peer === undefined && measured.length < 2) return []
    const theirs = peer?.refined ?? time.at(nodes)
    const told =
      peer === undefined
        ? `about ${asTime(theirs)}, by its growth (by the power of ${time.exponent.toFixed(1)})`
        : asTime(theirs)
    // Its spread grows with the graph, so that of the largest one measured is the harder aim.
    const last = peer ?? measured.at(-1)?.[1]
    const spread = last?.quality.spread ?? Number.NaN
    const size = nodes.toLocaleString('en')
    return [
      [
        `${size} nodes at least 10 times faster than fcose`,
        asTime(own.refined),
        told,
        asRatio(own.refined, theirs),
        verdict(own.refined, { atMost: theirs / 10 }),
      ],
      [
        `${size} nodes with no more spread`,
        own.quality.spread.toFixed(2),
        `${spread.toFixed(2)}${peer === undefined ? ', that of the largest measured' : ''}`,
        asRatio(own.quality.spread, spread),
        verdict(own.quality.spread, { atMost: spread }),
      ],
    ]
  })
  return { head: ['aim', 'ours', 'fcose', 'ratio', 'verdict'], rows }
}

/** Old nodes must stay, and the page must answer. */
async function expanding(context: Context, place: Place): Promise<Table> {
  const rows: string[][] = []
  for (const nodes of context.sizes) {
    const places = placesFor(nodes)
    for (const who of ['ours', 'cytoscape'] as const) {
      // Its layout of larger graphs is timed above.
      if (who === 'cytoscape' && nodes > 500) continue
      const runs = who === 'ours' ? context.runs : 1
      const all = await times(runs, () => expandAt(place, who, nodes, places))
      const of = (pick: (one: Expansion) => number) => median(all.map(pick))
      rows.push([
        nodes.toLocaleString('en'),
        who === 'ours' ? 'ours' : 'fcose, default',
        asTime(of(({ ms }) => ms)),
        asTime(of(({ gap }) => gap)),
        of(({ moved }) => moved).toLocaleString('en'),
        `${of(({ mean }) => mean).toFixed(0)} px`,
        `${of(({ farthest }) => farthest).toFixed(0)} px`,
      ])
      context.say(rows.at(-1)?.join(', ') ?? '')
    }
  }
  return {
    head: [
      `nodes, before ${newcomers} more`,
      'expanded by',
      'until seen',
      'longest gap',
      'old nodes moved',
      'mean',
      'farthest',
    ],
    rows,
  }
}
