import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { openGraph, type Seed } from './seed'

/** Three pages that lead round, a hub at the first with its own pages, and one that stands alone. */
const leaves = Array.from({ length: 12 }, (_, at) => `Leaf ${at + 1}`)
const ringWithHub: Seed = {
  titles: ['First', 'Second', 'Third', 'Hub', 'Alone', ...leaves],
  place: (at) => ({ x: 150 * (at % 5), y: 150 * Math.floor(at / 5) }),
  relations: [
    ['leads-to', 0, 1],
    ['leads-to', 1, 2],
    ['leads-to', 2, 0],
    ['leads-to', 0, 3],
    ...leaves.map((_, at) => ['leads-to', 3, 5 + at] as const),
  ],
}

test('insights say what stands out in a graph, and select it', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  const insights = page.getByRole('region', { name: 'Insights' })
  const status = insights.getByRole('status')
  const show = (tab: string) => page.getByRole('tab', { name: tab }).click()
  await show('Insights')
  await expect(status).toContainText('Nothing is drawn yet')

  await test.step('they are found in what is drawn, each kind with what it means', async () => {
    await openGraph(page, ringWithHub)
    await show('Insights')
    await expect(status).toHaveText(/\d+ findings in all that is drawn/)
    for (const kind of ['Hubs', 'Orphans', 'One-way pairs', 'Separate parts', 'Communities']) {
      await expect(insights.getByText(kind, { exact: true })).toBeVisible()
    }
    await expect(insights).toContainText('leads back to where it began')
    await expect(insights.getByRole('list', { name: 'Hubs' })).toContainText('related to')
  })

  await test.step('a cycle is selected by keyboard, with its relations', async () => {
    const ring = insights.getByRole('list', { name: 'Cycles' }).getByRole('button').first()
    await ring.press('Enter')
    await expect(explorer.details).toContainText('3 nodes and 3 relations selected')
    await expect(ring).toHaveAttribute('aria-current', 'true')
  })

  await test.step('a joint is selected by a click, and brought into view', async () => {
    await page.getByRole('button', { name: 'Zoom in' }).click({ clickCount: 3 })
    const joint = insights.getByRole('list', { name: 'Joints' }).getByRole('button').last()
    const title = (await joint.locator('span').first().textContent()) ?? ''
    await joint.click()
    await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText(title)
    await expect(page.locator('.focus-ring')).toBeInViewport()
  })

  await test.step('a kind closes and opens by keyboard', async () => {
    const list = insights.getByRole('list', { name: 'Joints' })
    await insights.getByText('Joints', { exact: true }).click()
    await expect(list).toBeHidden()
    await page.keyboard.press('Enter')
    await expect(list).toBeVisible()
  })
})
