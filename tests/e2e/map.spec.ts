import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('maps two spaces: price first, then the graph, read-only', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await page.getByRole('button', { name: 'Map spaces…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Map spaces' })
  await expect(dialog.getByText('Choose at least one space.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Find a space' }).fill('eng')
  await dialog.getByRole('checkbox', { name: /\bENG$/ }).check()
  await dialog.getByRole('textbox', { name: 'Find a space' }).fill('ops')
  await dialog.getByRole('checkbox', { name: /\bOPS$/ }).check()
  await expect(dialog.getByText(/^About \d+ pages: \d+ calls, \d+ seconds? at/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Start map' }).click()

  const progress = page.getByRole('region', { name: 'Map progress' })
  await expect(progress.getByRole('status')).toContainText(/\d+ pages, \d+ relations, \d+ calls/)
  expect(await explorer.nodeCount()).toBeGreaterThan(100)

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command, node or page' }).fill('map')
  await expect(page.getByRole('option', { name: 'Map spaces…' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Outline' }).click()
  const outline = page.getByRole('region', { name: 'Outline' })
  await outline.getByRole('button', { name: 'Relations' }).click()
  const grid = outline.getByRole('grid', { name: 'Relations' })
  await grid.getByRole('row').filter({ hasText: 'mentions' }).first().click({ button: 'right' })
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Open the page it is written in' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /^Delete/ })).toBeDisabled()
})
