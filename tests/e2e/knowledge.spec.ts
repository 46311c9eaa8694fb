import { expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test.describe('what is known, and what is not', () => {
  test('is shown after a crawl that a limit cut, and the rest can be asked for', async ({
    page,
    host,
  }) => {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await explorer.openDemo()
    await explorer.chooseStart('Architecture overview')
    await page.getByRole('textbox', { name: 'Call limit' }).fill('10')
    await explorer.crawl()
    const known = page.getByRole('region', { name: 'What is known' })
    await expect(explorer.status).toContainText('at least')
    await expect(known.getByRole('button', { name: /^cut \d+/ })).toBeVisible()
    await known.getByText(/questions cut$/).click()
    await expect(known).toContainText('Cut by the limit of calls.')
    const nodes = await explorer.nodeCount()

    await page.getByRole('textbox', { name: 'Call limit' }).fill('600')
    await known.getByRole('button', { name: /^Go on with the [\d,]+ left open$/ }).click()
    await explorer.crawlEnds()
    await expect(known.getByRole('button', { name: /^cut \d+/ })).toHaveCount(0)
    expect(await explorer.nodeCount()).toBeGreaterThan(nodes)
    await expect(known.getByRole('button', { name: /^Go on/ })).toHaveCount(0)
  })

  test('is said at each node, counted as at least, and exported', async ({ page, host }) => {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await explorer.openDemo()
    await explorer.chooseStart('Architecture overview')
    await explorer.follow('depends-on', 'favourite')
    await page.getByRole('textbox', { name: 'Depth' }).fill('1')
    await explorer.crawl()
    await explorer.find('Architecture overview')
    const asked = explorer.details.getByRole('region', { name: 'What was asked here' })
    await expect(asked).toContainText('depends-on, outgoing to content')
    await expect(asked).toContainText('not supported')
    const known = page.getByRole('region', { name: 'What is known' })
    const filter = known.getByRole('button', { name: /^not asked/ })
    await filter.click()
    await expect(filter).toHaveAttribute('aria-pressed', 'true')
    await filter.click()

    await page.getByRole('button', { name: 'Export…' }).click()
    await page.getByRole('radio', { name: 'JSON' }).check()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save JSON' }).click()
    const file: unknown = JSON.parse(await readFile(await (await saved).path(), 'utf8'))
    expect(file).toMatchObject({
      completeness: expect.arrayContaining([
        expect.objectContaining({ relation: 'favourite', state: 'not-supported' }),
        expect.objectContaining({ relation: 'depends-on', state: 'complete' }),
      ]),
      nodes: expect.arrayContaining([expect.objectContaining({ completeness: 'not-asked' })]),
    })
  })
})
