import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('a filter counts truly, plays over time, is undone, and is kept as a view', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Operations handbook')
  await explorer.follow('depends-on', 'link')
  await explorer.crawl()
  await page.getByRole('tab', { name: 'Filter' }).click()
  const panel = page.getByRole('region', { name: 'Filter' })
  const status = panel.getByRole('status')
  const numbers = async () =>
    [...((await status.textContent()) ?? '').matchAll(/([\d,]+) of ([\d,]+)/g)].map((found) =>
      found.slice(1).map((text) => Number(text.replace(',', ''))),
    )
  const [nodes, edges] = await numbers()
  expect(nodes?.[0]).toBe(nodes?.[1])

  await test.step('the count at a name is what switching the others off leaves', async () => {
    const relations = panel.getByRole('group', { name: 'Relations', exact: true })
    const row = relations.locator('.facet__one', { hasText: 'depends-on' })
    const count = Number(await row.locator('.count').textContent())
    await relations.getByRole('checkbox', { name: /^link/ }).uncheck()
    expect((await numbers())[1]).toEqual([count, edges?.[1]])
    await expect(explorer.status).toContainText(`${count} relations match`)
  })

  await test.step('the legend is the same switch, for types too', async () => {
    const content = page.locator('.legend').getByRole('button', { name: /^Content/ })
    await content.click()
    await expect(content).toHaveAttribute('aria-pressed', 'false')
    await expect(panel.getByRole('checkbox', { name: /^Content/ })).not.toBeChecked()
    await content.click()
    const legend = page.locator('.legend').getByRole('button', { name: /^link/ })
    await expect(legend).toHaveAttribute('aria-pressed', 'false')
    await legend.click()
    expect((await numbers())[1]).toEqual(edges)
  })

  await test.step('only one name, and all again, each one act', async () => {
    const relations = panel.getByRole('group', { name: /^Relations( ·|$)/ })
    const only = relations.getByRole('button', { name: 'Only depends-on' })
    const others = relations.getByRole('checkbox').and(page.locator(':not(:checked)'))
    await relations.locator('.facet__one', { hasText: 'depends-on' }).hover()
    await only.click()
    await expect(only).toHaveAttribute('aria-pressed', 'true')
    await expect(relations.getByRole('checkbox', { name: /^depends-on/ })).toBeChecked()
    await expect(others).toHaveCount((await relations.getByRole('checkbox').count()) - 1)
    await explorer.graph.focus()
    await page.keyboard.press('Control+z')
    await expect(others).toHaveCount(0)
    await only.focus()
    await page.keyboard.press('Enter')
    await expect(only).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Enter')
    await expect(others).toHaveCount(0)
    expect((await numbers())[1]).toEqual(edges)
  })

  await test.step('days are played from first to last, and that is one act', async () => {
    const counts = panel.getByRole('group', { name: 'Types' }).locator('.count')
    const whole = await counts.allTextContents()
    await panel.getByRole('button', { name: 'Play' }).click()
    await expect.poll(async () => (await numbers())[1]?.[0] ?? 0).toBeLessThan(edges?.[0] ?? 0)
    // The lists stand still while the days go by, and count truly again afterwards.
    expect(await counts.allTextContents()).toEqual(whole)
    await panel.getByRole('button', { name: 'Pause' }).click()
    await expect.poll(() => counts.allTextContents()).not.toEqual(whole)
    await expect(panel.getByRole('button', { name: 'Play' })).toBeVisible()
    await explorer.graph.focus()
    await page.keyboard.press('Control+z')
    await expect.poll(numbers).toEqual([nodes, edges])
  })

  await test.step('the last day is moved by keyboard', async () => {
    const last = panel.getByRole('slider', { name: 'Last day' })
    await last.focus()
    await page.keyboard.press('Home')
    await expect.poll(async () => (await numbers())[1]?.[0] ?? 0).toBeLessThan(edges?.[0] ?? 0)
    await page.keyboard.press('End')
    await expect.poll(numbers).toEqual([nodes, edges])
  })

  let filtered: number[][] = []
  await test.step('words are looked for, the rest is hidden, and both are kept', async () => {
    await panel.getByRole('textbox', { name: 'Words in the title' }).fill('on-call')
    await page.keyboard.press('Tab')
    await panel.getByRole('button', { name: 'Hide the rest' }).click()
    filtered = await numbers()
    expect(filtered[0]?.[0]).toBeGreaterThan(0)
    expect(filtered[0]?.[0]).toBeLessThan(nodes?.[0] ?? 0)
    await panel.getByRole('textbox', { name: 'Name of the view' }).fill('On call')
    await panel.getByRole('button', { name: 'Keep' }).click()
    await panel.getByRole('button', { name: 'Reset' }).click()
    expect(await numbers()).toEqual([nodes, edges])
  })

  await test.step('the view comes back after a reload, from the palette', async () => {
    await page.reload()
    await explorer.isOpen()
    await explorer.graph.focus()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command, node or page' }).fill('View: On call')
    await page.getByRole('option', { name: 'View: On call' }).click()
    await page.getByRole('tab', { name: 'Filter' }).click()
    await expect.poll(numbers).toEqual(filtered)
  })
})
