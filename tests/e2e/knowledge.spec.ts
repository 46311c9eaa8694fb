import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('what is known, and what is not, is shown, filtered and asked for where it is told', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Architecture overview')
  await explorer.follow('depends-on', 'favourite', 'link')
  await page.getByRole('textbox', { name: 'Depth' }).fill('1')
  await page.getByRole('textbox', { name: 'Call limit' }).fill('2')
  await explorer.crawl()
  const known = page.getByRole('region', { name: 'What is known' })

  await test.step('a limit cut it, and the rest can be asked for', async () => {
    await expect(explorer.status).toContainText('at least')
    await expect(known.getByRole('button', { name: /^cut \d+/ })).toBeVisible()
    await known.getByText(/questions cut$/).click()
    await expect(known).toContainText('Cut by the limit of calls.')
    const nodes = await explorer.nodeCount()
    await page.getByRole('textbox', { name: 'Call limit' }).fill('600')
    await known.getByRole('button', { name: /^Continue [\d,]+ unfinished$/ }).click()
    await expect(known.getByRole('button', { name: /^cut \d+/ })).toHaveCount(0)
    await explorer.crawlEnds()
    expect(await explorer.nodeCount()).toBeGreaterThan(nodes)
    await expect(known.getByRole('button', { name: /^Go on/ })).toHaveCount(0)
  })

  await test.step('each node says what was asked there', async () => {
    await explorer.find('Architecture overview')
    const asked = explorer.details.getByRole('region', { name: 'What was asked here' })
    await expect(asked).toContainText('depends-on, outgoing to content')
    await expect(asked).toContainText('not supported')
  })

  await test.step('only nodes of one kind are drawn in full while that is chosen', async () => {
    const filter = known.getByRole('button', { name: /^not asked/ })
    await filter.click()
    await expect(filter).toHaveAttribute('aria-pressed', 'true')
    await filter.click()
    await expect(filter).toHaveAttribute('aria-pressed', 'false')
  })
})
