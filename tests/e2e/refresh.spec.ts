import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('a map is brought up to date by mouse, and reconciled by the palette', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.mapSpaces('OPS')
  const progress = page.getByRole('region', { name: 'Map progress' })
  await expect(progress).toContainText('About 2 calls, and 4 for each 250 pages')
  const before = await explorer.find('Operations handbook')

  await progress.getByRole('button', { name: 'Bring the map up to date' }).click()
  await expect(progress.getByRole('status')).toContainText(
    'Complete, 2 calls. No page has changed.',
  )
  await expect(progress.getByRole('status')).toContainText('found by Reconcile only')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command, node or page' }).fill('reconcile')
  await page.getByRole('option', { name: 'Reconcile the map with the site' }).click()
  await expect(progress.getByRole('status')).toHaveText(
    /^Complete, \d+ calls. No page has changed.$/,
  )
  // What was seen stays where it stood, and nothing was there to be compared.
  const after = await explorer.find('Operations handbook')
  expect([after.x, after.y]).toEqual([before.x, before.y])
  await expect(page.getByRole('region', { name: 'Comparison' })).toHaveCount(0)
})
