import { expect, type Page } from '@playwright/test'
import { allRefused, isRelation, type Proxy, startProxy } from '../proxy'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { connect, type Site, startSite } from './site'

/** Signs in through a proxy and begins a crawl that takes a while. */
async function crawling(page: Page, site: Site, proxy: Proxy): Promise<ExplorerPage> {
  const explorer = new ExplorerPage(page)
  await connect(page, { ...site, origin: proxy.origin }, site.token)
  await explorer.chooseStart('content:1343489')
  await page.getByRole('textbox', { name: 'Depth' }).fill('3')
  await page.getByRole('button', { name: 'Start crawl' }).click()
  return explorer
}

test('a crawl whose token is revoked pauses, takes a new one there, and ends complete', async ({
  page,
  host,
}) => {
  const { site, stop } = await startSite()
  const proxy = await startProxy(site.origin)
  try {
    await page.goto(host.address)
    // The first answers come; then the token is no longer good.
    let finds = 0
    proxy.set((request) => {
      if (isRelation(request)) finds += 1
      return finds > 6 ? allRefused(request) : null
    })
    const explorer = await crawling(page, site, proxy)
    const progress = page.getByRole('region', { name: 'Crawl progress' })
    await expect(progress.getByRole('alert')).toContainText('did not accept')
    const asked = proxy.seen.filter(isRelation).length
    // Those on the wire at that moment, and none that follows.
    expect(asked).toBeLessThanOrEqual(6 + 10)

    await test.step('a wrong token is refused in words, and nothing is lost', async () => {
      await progress.getByLabel(/^API token of /).fill('not-the-token')
      await page.keyboard.press('Enter')
      await expect(progress.getByRole('alert')).toHaveCount(2)
      expect(proxy.seen.filter(isRelation).length).toBe(asked)
    })
    proxy.clear()
    await progress.getByLabel(/^API token of /).fill(site.token)
    await page.keyboard.press('Enter')
    await explorer.crawlEnds()
    await expect(progress.getByRole('status')).toContainText(/^Complete: /)
    const urls = proxy.seen.filter(isRelation).map(({ url }) => url)
    const answeredTwice = urls.slice(asked).filter((url) => urls.slice(0, 6).includes(url))
    expect(answeredTwice).toEqual([])
  } finally {
    await proxy.close()
    stop()
  }
})

test('a crawl whose site is gone waits, says so, and goes on by itself', async ({ page, host }) => {
  const { site, stop } = await startSite()
  const proxy = await startProxy(site.origin)
  try {
    await page.goto(host.address)
    let finds = 0
    proxy.set((request) => {
      if (isRelation(request)) finds += 1
      return finds > 6 ? 'reset' : null
    })
    const explorer = await crawling(page, site, proxy)
    const progress = page.getByRole('region', { name: 'Crawl progress' })
    await expect(progress.getByRole('alert')).toContainText('goes on by itself when it answers')
    await proxy.leave()
    proxy.clear()
    await proxy.back()
    await explorer.crawlEnds()
    await expect(progress.getByRole('status')).toContainText(/^Complete: /)
  } finally {
    await proxy.close()
    stop()
  }
})
