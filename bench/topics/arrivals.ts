/** The longest time the page does not answer while a crawl's answers arrive. */
import { addressOf, withPage } from '../browser/open-page'
import type { Context } from '../context'
import { placesFor } from '../graphs/lay-out'
import { asTime, type Section, verdict } from '../report/section'
import { median } from '../report/statistics'

const ways = [
  { name: 'ours', page: 'ours', query: '', once: false },
  { name: 'ours, folded', page: 'ours', query: '?fold', once: false },
  { name: 'sigma.js', page: 'sigma', query: '', once: false },
  { name: 'Cytoscape.js', page: 'cytoscape', query: '', once: true },
] as const

const perBatch = 50
const everyMs = 100
const batches = 20
const aimMs = 50

export async function arrivals(context: Context): Promise<Section> {
  const [browser, origin] = [await context.browser(), await context.pages()]
  const rows: string[][] = []
  const aims: string[][] = []
  for (const nodes of context.sizes) {
    const places = placesFor(nodes)
    const gaps = new Map<string, number[]>(ways.map(({ name }) => [name, []]))
    for (let run = 0; run < context.runs; run += 1) {
      for (const { name, page, query, once } of ways) {
        if (once && run > 0) continue
        const gap = await withPage(browser, addressOf(origin, page, query), async (open) => {
          await open.page.evaluate(([count, all]) => window.bench.prepare(count, all), [
            nodes,
            places,
          ] as const)
          await open.page.evaluate(() => window.bench.show())
          await open.page.waitForTimeout(1500)
          return open.page.evaluate(
            ([count, every, times]) => window.bench.arrive(count, every, times),
            [perBatch, everyMs, batches] as const,
          )
        })
        context.say(`${nodes} nodes, ${name}: longest gap ${asTime(gap)}`)
        gaps.get(name)?.push(gap)
      }
    }
    rows.push([
      nodes.toLocaleString('en'),
      ...ways.map(({ name }) => asTime(median(gaps.get(name) ?? []))),
    ])
    for (const { name } of ways.filter(({ page }) => page === 'ours')) {
      const gap = median(gaps.get(name) ?? [])
      const what = `${name}: no gap over ${aimMs} ms with ${nodes.toLocaleString('en')} nodes there`
      aims.push([what, asTime(gap), verdict(gap, { atMost: aimMs })])
    }
  }
  return {
    title: 'Arrivals',
    notes: [
      `The longest time between two turns of a chain of timers in the page (4 ms at rest) while ${perBatch} nodes and their relations arrive every ${everyMs} ms, ${batches} times.`,
      `What is over the aim of ${aimMs} ms is, at 10,000 nodes, the placing of newcomers among all that stand and the scene that is made anew for each batch. Folded, as the program draws by itself, there is less of both.`,
    ],
    tables: [
      { head: ['nodes there already', ...ways.map(({ name }) => name)], rows },
      { head: ['aim', 'longest gap', 'verdict'], rows: aims },
    ],
  }
}
