import { expect } from '@playwright/test'
import { coveredNames, drawnByCytoscape } from './drawn-by-cytoscape'
import { ExplorerPage } from './explorer-page'
import { startHost, test } from './host'

test('the first steps lead to a relation and back in few acts, and do not come again', async ({
  page,
  host,
  dataDir,
}) => {
  const explorer = new ExplorerPage(page)
  const { keyboard } = page
  const guide = page.getByRole('region', { name: 'First steps' })
  const now = guide.locator('[aria-current="step"]')
  await page.goto(host.address)
  await explorer.openDemo()

  await test.step('a crawl', async () => {
    await expect(now).toContainText('Draw something')
    await guide.getByRole('button', { name: /^Crawl from/ }).press('Enter')
    await explorer.crawlEnds()
    // A picture that can be read: some nodes, people among them, by several names.
    await expect(explorer.status).toContainText(/(?<!\d)[34]\d nodes/)
    await expect(explorer.details).toContainText(/\d people/)
    for (const name of ['depends-on', 'explains', 'owned-by']) {
      await expect(page.locator('.legend')).toContainText(name)
    }
    await expect(now).toContainText('Expand a node')
    await expect(guide.getByRole('status')).toHaveText('First steps: 1 of 5 done.')
  })

  await test.step('an expansion, a relation, its undo, by keys alone', async () => {
    await explorer.graph.focus()
    await keyboard.press('e')
    await expect(now).toContainText('Connect two nodes')
    await keyboard.press('c')
    await page.getByRole('combobox', { name: 'Target' }).fill('Laptop')
    await expect(page.getByRole('option').first()).toBeVisible()
    await keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Relation name' }).fill('explains')
    await keyboard.press('Enter')
    await expect(explorer.notices).toContainText('Created:')
    await expect(now).toContainText('Take it back')
    await explorer.graph.focus()
    await keyboard.press('Control+z')
    await expect(now).toContainText('Find the rest')
    await explorer.graph.focus()
    await keyboard.press('?')
    await keyboard.press('Escape')
    await expect(guide.getByRole('status')).toHaveText('First steps: That is all you need.')
    await guide.getByRole('button', { name: 'Close the first steps' }).click()
    await expect(guide).toBeHidden()
  })

  await test.step('they stay away after a reload, and at the next start', async () => {
    await page.reload()
    await explorer.isOpen()
    await expect(guide).toBeHidden()
    await host.stop()
    const second = await startHost(dataDir)
    try {
      await page.goto('about:blank')
      await page.goto(second.address)
      await explorer.openDemo()
      await expect(guide).toBeHidden()
    } finally {
      await second.stop()
    }
  })
})

test('the first steps are skipped, and brought back from the palette and the keys', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  const guide = page.getByRole('region', { name: 'First steps' })
  await page.goto(host.address)
  await explorer.openDemo()
  await guide.getByRole('button', { name: 'Skip the first steps' }).click()
  await expect(guide).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command, node or page' }).fill('first steps')
  await page.getByRole('option', { name: 'First steps' }).click()
  await expect(guide.getByRole('status')).toHaveText('First steps: 0 of 5 done.')
  await guide.getByRole('button', { name: 'Skip the first steps' }).click()
  await explorer.graph.focus()
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Show the first steps' }).click()
  await expect(guide).toBeVisible()
})

test('a picture of some forty nodes is arranged so that each has room for its name', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await page.getByRole('button', { name: /^Crawl from/ }).click()
  await explorer.crawlEnds()
  const drawn = await drawnByCytoscape(page)
  const nodes = await explorer.nodeCount()
  expect(nodes).toBeGreaterThan(30)
  // The arrangement begins by chance, so that a name or two may have to go without.
  await expect
    .poll(() => drawn.evaluate((cy) => cy.nodes('.labelled').length))
    .toBeGreaterThanOrEqual(nodes - 2)
  const { covered } = await coveredNames(page)
  expect(covered).toEqual([])
})
