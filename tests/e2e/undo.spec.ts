import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

const from = 'Forecast blending'

/** Connects two pages by keyboard; both are offered by their titles. */
async function connect(page: Page, explorer: ExplorerPage, target: string, name: string) {
  await explorer.find(from)
  await explorer.graph.focus()
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'Target' }).fill(target)
  await page.getByRole('option', { name: target }).first().click()
  await page.getByRole('combobox', { name: 'Relation name' }).fill(name)
  await page.getByRole('option', { name }).first().click()
}

test('an Undo takes back its own act, and the last one always', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  const { keyboard } = page
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const toast = (words: RegExp) => explorer.notices.locator('.notice').filter({ hasText: words })
  const names = async () => {
    await explorer.find(from)
    return explorer.relationNames('Outgoing')
  }

  await test.step('a notice’s button is about its own act', async () => {
    await connect(page, explorer, 'Ingest pipeline', 'replaces')
    await expect(toast(/^Created.*replaces/)).toBeVisible()
    await connect(page, explorer, 'Ingest pipeline', 'explains')
    await expect(toast(/^Created.*explains/)).toBeVisible()
    await toast(/^Created.*replaces/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(toast(/^Undone.*replaces/)).toBeVisible()
    await expect.poll(names).not.toContain('replaces')
    expect(await names()).toContain('explains')
  })

  await test.step('it goes when its act is undone by key', async () => {
    await expect(toast(/^Created.*explains/)).toBeVisible()
    await explorer.graph.focus()
    await keyboard.press('Control+z')
    await expect(toast(/^Undone.*explains/)).toBeVisible()
    await expect(toast(/^Created.*explains/)).toHaveCount(0)
  })

  await test.step('what was drafted is no longer undone by its notice once it is applied', async () => {
    await page.getByRole('button', { name: 'Draft', exact: true }).click()
    await connect(page, explorer, 'Ingest pipeline', 'replaces')
    await expect(toast(/^Drafted/)).toBeVisible()
    await page.getByRole('button', { name: 'Review', exact: false }).first().click()
    await page.getByRole('button', { name: 'Apply 1 change' }).click()
    await expect(toast(/^Drafted/)).toHaveCount(0)
    await keyboard.press('Escape')
    await expect.poll(names).toContain('replaces')
  })

  await test.step('folding, grouping and focus are taken back by the key', async () => {
    await page.getByRole('button', { name: 'Workspace', exact: true }).focus()
    await explorer.graph.focus()
    await keyboard.press('g')
    await expect(page.getByRole('tab', { name: 'Groups' })).toBeVisible()
    const grouped = page.getByRole('button', { name: /^Layout/ })
    await grouped.click()
    await expect(page.getByRole('menuitem', { name: 'Group by space (now)' })).toBeVisible()
    await keyboard.press('Escape')
    await explorer.graph.focus()
    await keyboard.press('Control+z')
    await grouped.click()
    await expect(page.getByRole('menuitem', { name: 'Group by nothing (now)' })).toBeVisible()
    await keyboard.press('Escape')
    await explorer.find(from)
    await explorer.graph.focus()
    await keyboard.press('1')
    await expect(page.getByRole('region', { name: 'Focus' })).toBeVisible()
    await keyboard.press('Control+z')
    await expect(page.getByRole('region', { name: 'Focus' })).toHaveCount(0)
    await explorer.find('Architecture overview')
    await explorer.graph.focus()
    await keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Fold its leaves' }).click()
    await expect(explorer.status).toContainText('folded')
    await keyboard.press('Control+z')
    await expect(explorer.status).not.toContainText('folded')
  })

  await test.step('a layout is taken back with the camera', async () => {
    await explorer.find(from)
    await keyboard.press('Escape')
    for (let times = 0; times < 3; times += 1) await keyboard.press('+')
    const ring = page.locator('.focus-ring')
    const before = await ring.boundingBox()
    await page.getByRole('button', { name: /^Layout/ }).click()
    await page.getByRole('menuitem', { name: 'Grid' }).click()
    await expect(page.getByRole('button', { name: 'Layout: Grid' })).toBeVisible()
    await expect.poll(() => ring.boundingBox()).not.toEqual(before)
    await explorer.graph.focus()
    await keyboard.press('Control+z')
    await expect(page.getByRole('button', { name: 'Layout: Force' })).toBeVisible()
    await expect.poll(() => ring.boundingBox()).toEqual(before)
  })
})
