import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('Escape while a node is dragged puts it back, and the drag is over', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const from = await explorer.find('Ingest pipeline sketch')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 90, from.y + 60, { steps: 6 })
  await page.keyboard.press('Escape')
  // What the hand still does before it lets go takes nothing along.
  await page.mouse.move(from.x + 160, from.y + 120, { steps: 4 })
  await page.mouse.up()
  const after = await explorer.find('Ingest pipeline sketch')
  expect(Math.round(after.x)).toBe(Math.round(from.x))
  expect(Math.round(after.y)).toBe(Math.round(from.y))
  await page.getByRole('button', { name: 'History' }).click()
  await expect(page.getByRole('dialog', { name: 'History' })).not.toContainText('Moved')
  await page.keyboard.press('Escape')

  // The next drag takes it along again.
  await page.mouse.move(after.x, after.y)
  await page.mouse.down()
  await page.mouse.move(after.x + 90, after.y + 60, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'History' }).click()
  await expect(page.getByRole('dialog', { name: 'History' })).toContainText('Moved a node.')
})
