import { expect } from '@playwright/test'
import { allRefused, type Proxy, realAnswers, startProxy } from '../proxy'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { connect, startSite } from './site'

/** The second API is in trouble: titles, and whoever wrote what, cannot be had. */
const withoutTitles = (proxy: Proxy) =>
  proxy.set(({ url }) =>
    /^\/wiki\/api\/v2\/(?:users-bulk|pages)/.test(url) ? realAnswers.v2WrongType : null,
  )

test('what a crawl waits for, and what it could not look up, is told and mended in its place', async ({
  page,
  host,
}) => {
  const { site, stop } = await startSite('expand-none')
  const proxy = await startProxy(site.origin)
  try {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await connect(page, { ...site, origin: proxy.origin }, site.token)
    const progress = page.getByRole('region', { name: 'Crawl progress' })
    const start = page.getByRole('button', { name: 'Start crawl' })

    await test.step('a token that is revoked is asked for there; a wrong one is refused in words', async () => {
      await explorer.chooseStart('content:1343489')
      await page.getByRole('textbox', { name: 'Depth' }).fill('1')
      proxy.set(allRefused)
      await start.click()
      await expect(progress.getByRole('alert')).toContainText('did not accept')
      await progress.getByLabel(/^API token of /).fill('not-the-token')
      await page.keyboard.press('Enter')
      await expect(progress.getByRole('alert')).toHaveCount(2)
      withoutTitles(proxy)
      await progress.getByLabel(/^API token of /).fill(site.token)
      await page.keyboard.press('Enter')
      await explorer.crawlEnds()
    })

    await test.step('titles that could not be had are listed with the reason, and looked up again', async () => {
      await expect(progress.getByRole('status')).toContainText('Done, with gaps')
      const known = page.getByRole('region', { name: 'What is known' })
      const titles = known.getByText(/^Unknown: the titles? of \d+ nodes?$/)
      await titles.click()
      await expect(known).toContainText('Confluence refused the request: Provided value')
      proxy.clear()
      await known.getByRole('button', { name: /^Look up \d+ nodes? again$/ }).click()
      await expect(known.getByText(/^Unknown:/)).toHaveCount(0)
      await expect(known.getByRole('button', { name: /^Look up/ })).toHaveCount(0)
    })

    await test.step('a site that is gone is waited for, and can be tried at once', async () => {
      await explorer.startEmpty()
      await explorer.chooseStart('content:1343489')
      await page.getByRole('textbox', { name: 'Depth' }).fill('1')
      await proxy.leave()
      await start.click()
      await expect(progress.getByRole('alert')).toContainText('goes on by itself when it answers')
      await proxy.back()
      await progress.getByRole('button', { name: 'Try now' }).click()
      await explorer.crawlEnds()
      await expect(progress.getByRole('status')).toContainText(/^Complete: /)
    })
  } finally {
    await proxy.close()
    stop()
  }
})
