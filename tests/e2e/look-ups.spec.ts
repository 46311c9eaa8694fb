import { expect } from '@playwright/test'
import { type Proxy, realAnswers, startProxy } from '../proxy'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { connect, startSite } from './site'

/** The second API is in trouble: titles, and whoever wrote what, cannot be had. */
const withoutTitles = (proxy: Proxy) =>
  proxy.set(({ url }) =>
    /^\/wiki\/api\/v2\/(?:users-bulk|pages)/.test(url) ? realAnswers.v2WrongType : null,
  )

test('titles that could not be looked up are told with the reason, and looked up again', async ({
  page,
  host,
}) => {
  const { site, stop } = await startSite('expand-none')
  const proxy = await startProxy(site.origin)
  try {
    await page.goto(host.address)
    const explorer = new ExplorerPage(page)
    await connect(page, { ...site, origin: proxy.origin }, site.token)
    await explorer.chooseStart('content:1343489')
    withoutTitles(proxy)
    await page.getByRole('textbox', { name: 'Depth' }).fill('1')
    await page.getByRole('button', { name: 'Start crawl' }).click()
    await explorer.crawlEnds()
    const progress = page.getByRole('region', { name: 'Crawl progress' })
    await expect(progress.getByRole('status')).toContainText('Done, with gaps')
    const known = page.getByRole('region', { name: 'What is known' })
    const titles = known.getByText(/^Unknown: the titles? of \d+ nodes?$/)
    await titles.click()
    await expect(known).toContainText('Confluence refused the request: Provided value')

    proxy.clear()
    await known.getByRole('button', { name: /^Look up \d+ nodes? again$/ }).click()
    await expect(titles).toHaveCount(0)
    await expect(known.getByText(/^Unknown:/)).toHaveCount(0)
    await expect(known.getByRole('button', { name: /^Look up/ })).toHaveCount(0)
  } finally {
    await proxy.close()
    stop()
  }
})
