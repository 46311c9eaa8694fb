/** A large picture: how long it takes, whether the page answers meanwhile, and what is in it. */
import { decode, type DecodedPng } from 'fast-png'
import { addressOf, withPage } from '../browser/open-page'
import type { Context } from '../context'
import { placesFor } from '../graphs/lay-out'
import { asTime, type Section } from '../report/section'
import { median } from '../report/statistics'

const side = 8000
const quarters = [
  { name: 'upper left', across: 0, down: 0 },
  { name: 'upper right', across: 1, down: 0 },
  { name: 'lower left', across: 0, down: 1 },
  { name: 'lower right', across: 1, down: 1 },
] as const

type Quarter = (typeof quarters)[number]

/** The share of a quarter's pixels that are of another colour than the paper. */
function inkIn({ width, height, channels, data }: DecodedPng, { across, down }: Quarter): number {
  const [wide, high] = [Math.floor(width / 2), Math.floor(height / 2)]
  let inked = 0
  for (let y = down * high; y < (down + 1) * high; y += 1) {
    for (let x = across * wide; x < (across + 1) * wide; x += 1) {
      const at = (y * width + x) * channels
      // The first pixel is in the margin.
      if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) inked += 1
    }
  }
  return inked / (wide * high)
}

export async function png(context: Context): Promise<Section> {
  const [browser, origin] = [await context.browser(), await context.pages()]
  const nodes = Math.max(...context.sizes)
  const places = placesFor(nodes)
  const [times, gaps]: [number[], number[]] = [[], []]
  let file = Buffer.alloc(0)
  for (let run = 0; run < context.runs; run += 1) {
    const made = await withPage(browser, addressOf(origin, 'png'), ({ page }) =>
      page.evaluate(([count, all, longest]) => window.exportPng(count, all, longest), [
        nodes,
        places,
        side,
      ] as const),
    )
    times.push(made.ms)
    gaps.push(made.gap)
    file = Buffer.from(made.file.slice(made.file.indexOf(',') + 1), 'base64')
    context.say(`${nodes} nodes: ${asTime(made.ms)}, longest gap ${asTime(made.gap)}`)
  }
  const picture = decode(file, { checkCrc: true })
  const inks = quarters.map((quarter) => inkIn(picture, quarter))
  return {
    title: 'PNG',
    notes: [
      `A picture of all, its longest side ${side.toLocaleString('en')} px, with legend and source, by the exporter of the program: from the call until the file is there; the longest time that the page did not answer meanwhile. The file was decoded, its checksums too, and the pixels counted that are not paper.`,
      'The gap is the page’s: it says what is where before the worker paints and writes.',
    ],
    tables: [
      {
        head: ['nodes', 'px', 'time', 'longest gap', 'file', ...quarters.map(({ name }) => name)],
        rows: [
          [
            nodes.toLocaleString('en'),
            `${picture.width} × ${picture.height}`,
            asTime(median(times)),
            asTime(median(gaps)),
            `${(file.length / 2 ** 20).toFixed(1)} MiB`,
            ...inks.map((ink) => (ink === 0 ? 'blank' : `${(ink * 100).toFixed(1)} %`)),
          ],
        ],
      },
    ],
  }
}
