import { readFile, writeFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { decode } from 'fast-png'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** In the long tests the poster that others fail at, else one that a browser's canvas refuses too. */
const isLong = process.env['LONG_TESTS'] === '1'
const [count, side] = isLong ? [5_000, 20_000] : [400, 17_000]

/** A spiral of pages, each related to an earlier one. */
function graphOf(site: string) {
  const nodes = Array.from({ length: count }, (_, at) => {
    const angle = at * 2.399963
    const far = 60 * Math.sqrt(at)
    return {
      id: `content:${at + 1}`,
      type: 'content',
      key: String(at + 1),
      title: at % 5 === 0 ? `Страница ${at} 页 🌊` : `Page ${at}`,
      status: 'current',
      completeness: 'complete',
      position: { x: Math.cos(angle) * far, y: Math.sin(angle) * far },
    }
  })
  const edges = nodes.slice(1).map(({ id }, at) => {
    const target = `content:${Math.floor(at / 3) + 1}`
    return { id: `link|${id}|${target}`, relation: 'link', source: id, target }
  })
  return {
    format: 'relation-explorer/graph@1',
    version: '1.0.0',
    site,
    exportedAt: '2026-11-24T10:00:00.000Z',
    nodes,
    edges,
    stats: { nodes: nodes.length, edges: edges.length, calls: 0 },
    failures: [],
    completeness: [],
  }
}

test('a picture larger than any canvas is whole, and the page answers while it is painted', async ({
  page,
  host,
}, info) => {
  test.setTimeout(isLong ? 900_000 : 180_000)
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  const site = (await explorer.status.getByText(/^http/).textContent()) ?? ''
  const path = info.outputPath('large.json')
  await writeFile(path, JSON.stringify(graphOf(site)))
  await page.getByRole('button', { name: 'Workspace' }).click()
  await page.getByLabel('Workspace file').setInputFiles(path)
  await expect(explorer.status).toContainText(`${count.toLocaleString('en')} nodes`, {
    timeout: 60_000,
  })

  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('combobox', { name: 'Size' }).selectOption('Own size…')
  await dialog.getByRole('spinbutton', { name: /Longest side/ }).fill(String(side))
  await expect(dialog.getByRole('status')).toContainText(side.toLocaleString('en'))
  const waiting = page.waitForEvent('download', { timeout: 600_000 })
  await dialog.getByRole('button', { name: 'Save PNG' }).click()
  // It can be given up, and begun again: the page is not stuck.
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog.getByRole('button', { name: 'Save PNG' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Save PNG' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  const body = await readFile(await (await waiting).path())

  const { width, height, data, channels } = decode(body, { checkCrc: true })
  expect(Math.max(width, height)).toBe(side)
  // Something is drawn in each of nine parts: no tile was lost.
  for (const [across, down] of [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y] as const))) {
    let differing = 0
    for (let y = Math.floor((down * height) / 3); y < ((down + 1) * height) / 3; y += 5) {
      for (let x = Math.floor((across * width) / 3); x < ((across + 1) * width) / 3; x += 5) {
        if (data[(y * width + x) * channels] !== data[0]) differing += 1
      }
    }
    expect(differing).toBeGreaterThan(500)
  }
})
