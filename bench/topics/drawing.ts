/** First picture, panning, zooming and memory: ours beside sigma.js and Cytoscape.js. */
import { addressOf, type OpenPage, withPage } from '../browser/open-page'
import type { PageName } from '../browser/build-pages'
import { drag, wheel } from '../browser/input'
import { presented } from '../browser/presented'
import type { Context } from '../context'
import { placesFor } from '../graphs/lay-out'
import { asRatio, asTime, type Section, type Table, verdict } from '../report/section'
import { median } from '../report/statistics'

type Way = {
  readonly name: string
  readonly page: PageName
  readonly query: string
  /** Measured once: no aim hangs on it, and it takes long. */
  readonly once?: true
}

const ways: readonly Way[] = [
  { name: 'ours', page: 'ours', query: '' },
  { name: 'ours, folded', page: 'ours', query: '?fold' },
  { name: 'sigma.js', page: 'sigma', query: '' },
  { name: 'Cytoscape.js', page: 'cytoscape', query: '', once: true },
]

type Pace = { readonly shown: number; readonly drawn: number; readonly turns: number }
type Measured = { first: number; pan: Pace; zoom: Pace; heap: number }

const gestureMs = 2000

/** Frames a second: shown by the browser, drawn by the program, and turns of the page. */
async function paceOf(open: OpenPage, gesture: typeof drag): Promise<Pace> {
  const { page, devtools } = open
  await page.evaluate(() => window.bench.startFrames())
  const shown = await presented(devtools, () => gesture(devtools, gestureMs))
  const { turns, drawn, ms } = await page.evaluate(() => window.bench.endFrames())
  const perSecond = 1000 / ms
  return { shown: shown * perSecond, drawn: drawn * perSecond, turns: turns * perSecond }
}

async function measure(open: OpenPage, nodes: number, places: number[]): Promise<Measured> {
  const { page, devtools } = open
  await page.evaluate(([count, all]) => window.bench.prepare(count, all), [nodes, places] as const)
  const first = await page.evaluate(() => window.bench.show())
  // What is put off until the picture rests is part of neither.
  await page.waitForTimeout(1500)
  const pan = await paceOf(open, drag)
  await page.waitForTimeout(500)
  const zoom = await paceOf(open, wheel)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return { first, pan, zoom, heap: usedSize / 2 ** 20 }
}

const middle = (all: readonly Measured[], pick: (one: Measured) => number) => median(all.map(pick))

function summary(all: readonly Measured[]) {
  return {
    first: middle(all, ({ first }) => first),
    pan: middle(all, ({ pan }) => pan.shown),
    panDrawn: middle(all, ({ pan }) => pan.drawn),
    panTurns: middle(all, ({ pan }) => pan.turns),
    zoom: middle(all, ({ zoom }) => zoom.shown),
    zoomDrawn: middle(all, ({ zoom }) => zoom.drawn),
    heap: middle(all, ({ heap }) => heap),
  }
}
type Summary = ReturnType<typeof summary>

export async function drawing(context: Context): Promise<Section> {
  const [browser, origin] = [await context.browser(), await context.pages()]
  const results = new Map<number, Map<string, Summary>>()
  for (const nodes of context.sizes) {
    const places = placesFor(nodes)
    const measured = new Map<string, Measured[]>(ways.map(({ name }) => [name, []]))
    for (let run = 0; run < context.runs; run += 1) {
      for (const { name, page, query, once } of ways) {
        if (once === true && run > 0) continue
        const one = await withPage(browser, addressOf(origin, page, query), (open) =>
          measure(open, nodes, places),
        )
        context.say(
          `${nodes} nodes, ${name}: first ${asTime(one.first)}, pan ${one.pan.shown.toFixed(0)}/s`,
        )
        measured.get(name)?.push(one)
      }
    }
    results.set(nodes, new Map([...measured].map(([name, all]) => [name, summary(all)])))
  }
  return {
    title: 'Drawing',
    notes: [
      'From a graph in memory to the first painted frame (where a worker paints: until its pixels are in the page); frames a second that the browser really showed while the picture is dragged or zoomed by real input events for 2 s, in brackets those that the program drew itself and the turns of the page; memory of the page’s JavaScript after a collection. All draw the same graph at the same places. “Folded” draws leaves as one, which is what the program does by itself.',
    ],
    tables: [tableOf(results), aimsOf(results)],
  }
}

function tableOf(results: ReadonlyMap<number, ReadonlyMap<string, Summary>>): Table {
  const rows = [...results].flatMap(([nodes, named]) =>
    [...named].map(([name, one]) => [
      nodes.toLocaleString('en'),
      name,
      asTime(one.first),
      `${one.pan.toFixed(0)} (${one.panDrawn.toFixed(0)}, ${one.panTurns.toFixed(0)})`,
      `${one.zoom.toFixed(0)} (${one.zoomDrawn.toFixed(0)})`,
      `${one.heap.toFixed(0)} MiB`,
    ]),
  )
  return {
    head: ['nodes', 'drawn by', 'first picture', 'pan, frames/s', 'zoom, frames/s', 'heap'],
    rows,
  }
}

function aimsOf(results: ReadonlyMap<number, ReadonlyMap<string, Summary>>): Table {
  const rows = [...results].flatMap(([nodes, named]) => {
    const [ours, sigma] = [named.get('ours'), named.get('sigma.js')]
    if (ours === undefined || sigma === undefined) return []
    const size = nodes.toLocaleString('en')
    const first = {
      what: `first picture of ${size} nodes, at most 1.5 times sigma.js`,
      cells: [asTime(ours.first), asTime(sigma.first), asRatio(ours.first, sigma.first)],
      verdict: verdict(ours.first, { atMost: sigma.first * 1.5 }),
    }
    const pan = {
      what: `pan at ${size} nodes, at least 30 frames/s and sigma.js`,
      cells: [ours.pan.toFixed(0), sigma.pan.toFixed(0), asRatio(ours.pan, sigma.pan)],
      verdict: verdict(ours.pan, { atLeast: Math.max(30, sigma.pan) }),
    }
    return [first, pan].map((one) => [one.what, ...one.cells, one.verdict])
  })
  return { head: ['aim', 'ours', 'sigma.js', 'ratio', 'verdict'], rows }
}
