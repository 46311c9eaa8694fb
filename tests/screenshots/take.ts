import { expect, type Page } from '@playwright/test'
import { toGraphFile, emptyGraph, merge } from '../../src/shared/graph'
import { ExplorerPage } from '../e2e/explorer-page'
import { test } from '../e2e/host'
import { connect, startSiteWith } from '../e2e/site'
import { createGrowth } from '../../bench/graphs/scale-free'

const folder = 'docs/screenshots'
type Scheme = 'light' | 'dark'
const sizes = { usual: [1280, 800], wide: [1920, 1080], small: [900, 600] } as const

async function as(page: Page, scheme: Scheme, size: keyof typeof sizes): Promise<void> {
  const [width, height] = sizes[size]
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height })
  await page.waitForTimeout(400)
}

/** The whole graph in view, nothing hovered, no notice in the way. */
async function take(page: Page, name: string, isFitted = true): Promise<void> {
  await page.mouse.move(2, 2)
  for (const close of await page.getByRole('button', { name: 'Dismiss' }).all()) {
    await close.click({ timeout: 2_000 }).catch(() => undefined)
  }
  const fit = page.getByRole('button', { name: 'Fit the graph' })
  if (isFitted && (await fit.count()) > 0) await fit.click({ force: true })
  await page.mouse.move(2, 2)
  await page.waitForTimeout(1_200)
  await page.screenshot({ path: `${folder}/${name}.png` })
}

async function openDemo(page: Page, address: string, isGuided = false): Promise<ExplorerPage> {
  const explorer = new ExplorerPage(page)
  await page.goto(address)
  await explorer.openDemo()
  const skip = page.getByRole('button', { name: 'Skip the first steps' })
  if (!isGuided && (await skip.isVisible())) await skip.click()
  return explorer
}

async function crawl(explorer: ExplorerPage, start: string, limit: number, ...names: string[]) {
  await explorer.chooseStart(start)
  if (names.length > 0) await explorer.follow(...names)
  await explorer.page.getByLabel('Node limit').fill(String(limit))
  await explorer.page.getByLabel('Node limit').press('Tab')
  await explorer.crawl()
}

/** A graph that no demo site has the size for, opened from a file. */
async function openGenerated(page: Page, nodes: number): Promise<void> {
  const { graph } = merge(emptyGraph, createGrowth(7).next(nodes))
  const file = toGraphFile(graph, {
    version: '0.1.0',
    // A file about another site would be refused.
    site: (await page.locator('.status-bar__site').textContent()) ?? '',
    exportedAt: '2026-11-01T00:00:00.000Z',
    calls: 0,
    failures: [],
    completeness: [],
    stateOf: () => 'complete',
  })
  await page.getByRole('button', { name: 'Workspace' }).click()
  await page.getByLabel('Workspace file').setInputFiles({
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText(
    `${nodes.toLocaleString('en')} nodes`,
    { timeout: 60_000 },
  )
  await page.getByRole('button', { name: 'Layout: Force' }).click()
  await page.getByRole('menuitem', { name: /^Force/ }).click()
  await expect(page.getByRole('button', { name: /^Arranging/ })).toHaveCount(0, { timeout: 90_000 })
  await page.waitForTimeout(1_500)
}

test('the first screen, and one node with the first steps', async ({ page, host }) => {
  await as(page, 'light', 'usual')
  await page.goto(host.address)
  await page.getByRole('button', { name: 'Explore the demo site' }).waitFor()
  await take(page, 'welcome-light')
  await as(page, 'dark', 'usual')
  await take(page, 'welcome-dark')
  const explorer = await openDemo(page, host.address, true)
  await crawl(explorer, 'Ingest pipeline', 1)
  await as(page, 'light', 'usual')
  await take(page, '1-node-first-steps-light')
  await as(page, 'dark', 'small')
  await take(page, '1-node-first-steps-dark-900x600')
})

test('ten nodes', async ({ page, host }) => {
  await as(page, 'light', 'usual')
  const explorer = await openDemo(page, host.address)
  await crawl(explorer, 'Ingest pipeline', 10, 'depends-on', 'link', 'explains')
  await take(page, '10-nodes-light')
  await as(page, 'dark', 'wide')
  await take(page, '10-nodes-dark-1920x1080')
})

test('thirty nodes', async ({ page, host }) => {
  await as(page, 'light', 'usual')
  const explorer = await openDemo(page, host.address)
  await crawl(explorer, 'Operations handbook', 30, 'depends-on', 'link', 'explains')
  await explorer.find('Operations handbook')
  await page.keyboard.press('Escape')
  await take(page, 'explorer-light')
  await as(page, 'dark', 'usual')
  await take(page, 'explorer-dark')
  await as(page, 'dark', 'wide')
  await take(page, 'explorer-dark-1920x1080')
  await as(page, 'light', 'small')
  await take(page, 'explorer-light-900x600')
})

test('three hundred nodes: found, filtered, grouped, folded', async ({ page, host }) => {
  await as(page, 'light', 'wide')
  const explorer = await openDemo(page, host.address)
  await page.getByLabel('Depth').fill('4')
  await page.getByLabel('Call limit').fill('3000')
  await crawl(explorer, 'Operations handbook', 300, 'depends-on', 'link', 'explains')
  await take(page, '300-nodes-light-1920x1080')
  await as(page, 'dark', 'usual')
  await take(page, '300-nodes-dark')
  await page.getByRole('tab', { name: 'Insights' }).click()
  await page.waitForTimeout(1_500)
  await as(page, 'dark', 'usual')
  await take(page, '300-nodes-insights-dark')
  await page.getByRole('tab', { name: 'Groups' }).click()
  await page.getByRole('button', { name: 'Space', exact: true }).click()
  await page.getByRole('button', { name: 'Tidy by group' }).click()
  await page.waitForTimeout(3_500)
  await as(page, 'light', 'usual')
  await take(page, 'groups-light')
  await as(page, 'dark', 'wide')
  await take(page, 'groups-dark-1920x1080')
  await page.getByRole('button', { name: 'Fold all', exact: true }).click()
  await page.getByRole('button', { name: 'Tidy by group' }).click()
  await page.waitForTimeout(2_000)
  await as(page, 'dark', 'usual')
  await take(page, 'groups-folded-dark')
})

/** What the guide shows of dialogs and panels, as they are, without fitting the graph. */
test('the pictures of the guide', async ({ page, host }) => {
  await as(page, 'light', 'usual')
  const explorer = await openDemo(page, host.address)
  await page.getByRole('button', { name: 'Map spaces…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Map spaces' })
  await dialog.getByRole('checkbox', { name: /\bENG$/ }).check()
  await take(page, 'map-spaces-light', false)
  await page.keyboard.press('Escape')
  await explorer.mapSpaces('ENG', 'OPS')
  await page.getByRole('tab', { name: 'Insights' }).click()
  await page.getByLabel('Ask the graph').selectOption('nowhere')
  await take(page, 'five-questions-light')
  await explorer.startEmpty()
  await crawl(explorer, 'Ingest pipeline', 30, 'depends-on', 'link', 'explains')
  await explorer.find('Ingest pipeline')
  await page.keyboard.press('o')
  await take(page, 'outline-light')
  await page.keyboard.press('o')
  await page.getByRole('button', { name: 'Draft', exact: true }).click()
  await explorer.find('Ingest pipeline')
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'Target' }).fill('Laptop setup')
  await page.getByRole('option', { name: 'Laptop setup' }).first().click()
  await page.getByRole('combobox', { name: 'Relation name' }).fill('explains')
  await page.getByRole('option', { name: 'explains' }).first().click()
  await page.getByRole('button', { name: 'Review…' }).click()
  await page.getByRole('dialog', { name: 'Review the draft' }).getByText('1 new').waitFor()
  await take(page, 'draft-light', false)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Export…', exact: true }).click()
  await page.getByRole('dialog', { name: 'Export' }).waitFor()
  await take(page, 'export-light', false)
})

for (const pages of [3_000, 10_000]) {
  test(`a wiki of ${pages} pages, mapped: sections and spaces, then pages`, async ({
    page,
    host,
  }) => {
    const { site, stop } = await startSiteWith(['--pages', String(pages)])
    const explorer = new ExplorerPage(page)
    await as(page, 'light', 'usual')
    await page.goto(host.address)
    await connect(page, site, site.token)
    await explorer.isOpen()
    const skip = page.getByRole('button', { name: 'Skip the first steps' })
    if (await skip.isVisible()) await skip.click()
    await explorer.mapSpaces('ENG', 'OPS', 'PROD', 'PEOPLE', 'RES')
    await page.waitForTimeout(4_000)
    await page.getByLabel('Colour by').selectOption('space')
    await take(page, `${pages}-pages-light`)
    await as(page, 'light', 'wide')
    await take(page, `${pages}-pages-light-1920x1080`)
    await as(page, 'dark', 'wide')
    await take(page, `${pages}-pages-dark-1920x1080`)
    await page.getByRole('tab', { name: 'Groups' }).click()
    await page.getByRole('button', { name: 'Pages', exact: true }).click()
    await take(page, `${pages}-pages-each-dark-1920x1080`)
    await as(page, 'dark', 'usual')
    await take(page, `${pages}-pages-each-dark`)
    await page.getByRole('button', { name: 'By zoom', exact: true }).click()
    await as(page, 'light', 'usual')
    await explorer.find('Architecture overview')
    await take(page, `${pages}-pages-near-light`, false)
    stop()
  })
}

test('five thousand nodes', async ({ page, host }) => {
  await as(page, 'dark', 'wide')
  await openDemo(page, host.address)
  await openGenerated(page, 5_000)
  await take(page, '5000-nodes-dark-1920x1080')
  await as(page, 'light', 'usual')
  await take(page, '5000-nodes-light')
  await as(page, 'light', 'small')
  await take(page, '5000-nodes-light-900x600')
})
