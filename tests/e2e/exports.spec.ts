import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { decode } from 'fast-png'
import { unzipSync } from 'fflate'
import { MultiDirectedGraph, MultiGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import Papa from 'papaparse'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ExplorerPage } from './explorer-page'
import { readCypher } from '../unit/src/shared/export/cypher-reader'
import { test } from './host'

type File = { readonly name: string; readonly body: Buffer }

/** Opens the dialog, chooses, saves, and gives the file. */
async function exported(
  page: Page,
  format: string,
  more: () => Promise<void> = () => Promise.resolve(),
): Promise<File> {
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: format, exact: true }).check()
  await more()
  const waiting = page.waitForEvent('download', { timeout: 90_000 })
  await dialog.getByRole('button', { name: `Save ${format}`, exact: true }).click()
  const download = await waiting
  await expect(dialog).toBeHidden()
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) }
}

async function openCrawled(page: Page, address: string): Promise<ExplorerPage> {
  const explorer = new ExplorerPage(page)
  await page.goto(address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  return explorer
}

/** How bright the paper of a picture on the page is, 0 to 255; -1 until it is there. */
const cornerOf = (image: Locator): Promise<number> =>
  image.evaluateAll((found) => {
    const [one] = found
    if (!(one instanceof HTMLImageElement) || one.naturalWidth === 0) return -1
    const canvas = new OffscreenCanvas(one.naturalWidth, one.naturalHeight)
    const pen = canvas.getContext('2d')
    pen?.drawImage(one, 0, 0)
    return pen?.getImageData(2, 2, 1, 1).data[0] ?? -1
  })

/** How many of the pixels differ from the corner. */
function drawnShare({ body }: File) {
  const { data, width, height, channels } = decode(body)
  let differing = 0
  for (let at = 0; at < data.length; at += channels) {
    const isPaper = [0, 1, 2].every((part) => data[at + part] === data[part])
    if (!isPaper) differing += 1
  }
  return { width, height, share: differing / (width * height) }
}

/** What a reader of PDF finds: its text, and how much is drawn. */
async function readPdf(body: Buffer) {
  const task = getDocument({ data: new Uint8Array(body), useSystemFonts: true, verbosity: 0 })
  const document = await task.promise
  const sheet = await document.getPage(1)
  const { items } = await sheet.getTextContent()
  const { fnArray } = await sheet.getOperatorList()
  const found = {
    pages: document.numPages,
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    lines: fnArray.filter((one) => one === OPS.constructPath).length,
    images: fnArray.filter((one) => one === OPS.paintImageXObject).length,
  }
  await task.destroy()
  return found
}

test('every format of data leaves whole, and other readers read it', async ({ page, host }) => {
  const explorer = await openCrawled(page, host.address)
  const nodes = await explorer.nodeCount()
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text())
  })

  const markup = (await exported(page, 'GraphML')).body.toString()
  const graph = graphml.parse(MultiDirectedGraph, markup)
  expect(graph.order).toBe(nodes)
  expect(graph.mapNodes((_, { label }) => String(label))).toContain('Ingest pipeline')

  const gephi = gexf.parse(MultiGraph, (await exported(page, 'GEXF')).body.toString())
  expect([gephi.order, gephi.size]).toEqual([nodes, graph.size])
  expect(gephi.mapNodes((_, { x }) => Number.isFinite(x))).not.toContain(false)

  const zip = await exported(page, 'CSV')
  const tables = unzipSync(zip.body)
  expect(Object.keys(tables)).toEqual(['nodes.csv', 'relations.csv'])
  const rows = Papa.parse<Record<string, string>>(
    Buffer.from(tables['nodes.csv'] ?? []).toString(),
    {
      header: true,
      skipEmptyLines: true,
    },
  )
  expect([rows.errors, rows.data.length]).toEqual([[], nodes])

  const cyjs = JSON.parse((await exported(page, 'Cytoscape')).body.toString()) as {
    elements: { nodes: { position: unknown }[] }
  }
  expect(cyjs.elements.nodes.map(({ position }) => typeof position)).not.toContain('undefined')
  const script = await exported(page, 'openCypher')
  expect(script.name).toMatch(/\.cypher$/)
  expect(readCypher(script.body.toString()).flatMap(({ rows }) => rows)).toHaveLength(
    nodes + graph.size,
  )
  const load = unzipSync((await exported(page, 'Neo4j import')).body)
  expect(Object.keys(load)).toEqual(['nodes.csv', 'relations.csv'])
  expect(Buffer.from(load['nodes.csv'] ?? []).toString()).toMatch(/^id:ID,title,/)
  expect((await exported(page, 'DOT')).body.toString()).toMatch(/^digraph/)
  const chart = await exported(page, 'Mermaid')
  expect(chart.name).toMatch(/\.mmd$/)
  expect(refused).toEqual([])
})

test('a picture is what it says it is: as pixels, as drawing, of a part, and without names', async ({
  page,
  host,
}) => {
  await openCrawled(page, host.address)
  const status = page.getByRole('dialog', { name: 'Export' }).getByRole('status')
  let said = ''
  const png = await exported(page, 'PNG', async () => {
    await page.getByRole('combobox', { name: 'Size' }).selectOption('Own size…')
    await page.getByRole('spinbutton', { name: /Longest side/ }).fill('6000')
    await expect(status).toContainText('6,000')
    said = (await status.textContent()) ?? ''
  })
  const seen = drawnShare(png)
  expect(said).toContain(
    `${seen.width.toLocaleString('en')} × ${seen.height.toLocaleString('en')} pixels`,
  )
  expect(Math.max(seen.width, seen.height)).toBe(6000)
  expect(seen.share).toBeGreaterThan(0.01)

  await test.step('a preview shows what will be saved, as it is chosen', async () => {
    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    const preview = dialog.getByRole('img', { name: 'The picture as it will be saved, small' })
    await dialog.getByRole('combobox', { name: 'Paper' }).selectOption('Light')
    await expect.poll(() => cornerOf(preview)).toBeGreaterThan(200)
    await dialog.getByRole('combobox', { name: 'Paper' }).selectOption('Dark')
    await expect.poll(() => cornerOf(preview)).toBeLessThan(60)
    await dialog.getByRole('combobox', { name: 'Paper' }).selectOption('As on the screen')
    await dialog.getByRole('radio', { name: 'Mermaid', exact: true }).check()
    const text = dialog.getByLabel('The beginning of the text')
    await expect(text).toContainText('flowchart')
    await expect(text).toContainText(/… \d+ more lines/)
    await page.keyboard.press('Escape')
  })

  const svg = (await exported(page, 'SVG')).body.toString()
  expect(svg).toContain('Architecture overview')
  const painted = await page.evaluate(async (text) => {
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
    await image.decode()
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    return new Set([...data].filter((_, at) => at % 4 === 0)).size
  }, svg)
  expect(painted).toBeGreaterThan(10)

  const hidden = await exported(page, 'SVG', () =>
    page.getByRole('checkbox', { name: 'Redact', exact: true }).check(),
  )
  expect(hidden.name).toContain('-redacted')
  const text = hidden.body.toString()
  expect(text).toMatch(/Page \d/)
  expect(text).not.toMatch(/Architecture|Ingest|127\.0\.0\.1/)

  const paper = await exported(page, 'PDF', () =>
    page.getByRole('checkbox', { name: 'Redact', exact: true }).uncheck(),
  )
  const printed = await readPdf(paper.body)
  expect(printed.pages).toBe(1)
  expect(printed.text).toContain('Architecture overview')
  expect(printed.text).toContain('Confluence relations of')
  expect(printed.lines).toBeGreaterThan(100)

  const small = await exported(page, 'PNG', async () => {
    await page.getByRole('combobox', { name: 'Part' }).selectOption('What is in view')
    await page.getByRole('combobox', { name: 'Size' }).selectOption('1×')
  })
  expect(drawnShare(small).share).toBeGreaterThan(0.01)
})

test('a PDF holds every letter, and a picture can be copied', async ({ page, host, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  const site = (await explorer.status.getByText(/^http/).textContent()) ?? ''
  const titles = ['Plain “words”…', 'Привет, мир', '你好 🌊']
  const nodes = titles.map((title, at) => ({
    ...{ id: `content:${at + 1}`, type: 'content', key: String(at + 1), title },
    ...{ status: 'current', completeness: 'complete', position: { x: at * 200, y: at * 60 } },
  }))
  const file = {
    ...{ format: 'relation-explorer/graph@1', version: '1', site, nodes, edges: [] },
    ...{ exportedAt: '2026-11-24T10:00:00.000Z', failures: [], completeness: [] },
    stats: { nodes: nodes.length, edges: 0, calls: 0 },
  }
  await page.getByRole('button', { name: 'Workspace' }).click()
  await page.getByLabel('Workspace file').setInputFiles({
    ...{ name: 'letters.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await expect(explorer.status).toContainText('3 nodes')
  const { text, images } = await readPdf((await exported(page, 'PDF')).body)
  // Also what is painted can be searched and copied.
  const words = text.replace(/\s+/g, ' ')
  for (const title of titles) expect(words).toContain(title)
  expect(images).toBe(2)

  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('radio', { name: 'PNG' }).check()
  await page.getByRole('button', { name: 'Copy picture' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Copied.')
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const bitmap = await createImageBitmap((await item?.getType('image/png')) ?? new Blob())
    return bitmap.width
  })
  expect(size).toBeGreaterThan(300)
})
