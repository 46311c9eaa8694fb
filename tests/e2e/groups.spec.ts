import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('nodes are grouped, and a group is folded into one node and opened again', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Operations handbook')
  await explorer.follow('depends-on', 'link', 'explains')
  await page.getByLabel('Node limit').fill('120')
  await explorer.crawl()
  await page.getByRole('tab', { name: 'Groups' }).click()
  const panel = page.getByRole('region', { name: 'Group by' })
  const list = panel.getByRole('list', { name: 'Groups' })
  const all = await explorer.nodeCount()

  await test.step('by space, with true counts', async () => {
    await panel.getByRole('button', { name: 'Space', exact: true }).click()
    await expect(list.getByRole('listitem').first()).toBeVisible()
    const counts = (await list.locator('.count').allTextContents()).map(Number)
    const sum = counts.reduce((total, count) => total + count, 0)
    expect(sum).toBeLessThanOrEqual(all)
    await expect(panel.getByRole('status')).toContainText(`${counts.length} groups, ${sum} nodes`)
  })

  const first = list.getByRole('listitem').first()
  const name = (await first.locator('.groups__name').textContent()) ?? ''
  const count = Number(await first.locator('.count').textContent())
  await test.step('the members are selected from the list', async () => {
    await first.locator('.groups__name').click()
    await expect(explorer.details).toContainText(`${count} nodes selected`)
  })

  await test.step('folded from the list: one node stands for all', async () => {
    await first.getByRole('button', { name: `Fold ${name}` }).click()
    await expect(explorer.status).toContainText(`${count - 1} nodes folded`)
    expect(await explorer.nodeCount()).toBe(all)
  })

  await test.step('it lasts over a reload, and opens by key', async () => {
    await page.reload()
    await explorer.isOpen()
    await expect(explorer.status).toContainText(`${count - 1} nodes folded`)
    await page.getByRole('tab', { name: 'Groups' }).click()
    await list.getByRole('listitem').first().locator('.groups__name').click()
    await explorer.graph.focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: `Unfold the ${count} nodes` }).press('Enter')
    await expect(explorer.status).not.toContainText('folded')
  })

  await test.step('by community, from the palette; by nothing, with a key', async () => {
    await explorer.graph.focus()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command, node or page' }).fill('group by comm')
    await page.getByRole('option', { name: 'Group by community' }).click()
    await expect(panel.getByRole('status')).toContainText('more connected inside than outside')
    await panel.getByRole('button', { name: 'Fold all', exact: true }).click()
    await expect(explorer.status).toContainText('nodes folded')
    await panel.getByRole('button', { name: 'Unfold all' }).click()
    await expect(explorer.status).not.toContainText('folded')
    await explorer.graph.focus()
    await page.keyboard.press('g')
    await expect(list).toHaveCount(0)
  })
})
