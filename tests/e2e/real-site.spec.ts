import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { connect, startSite } from './site'

test.describe('a site of one’s own', () => {
  test('that asks to slow down is waited for, in sight, and the wait can be given up', async ({
    page,
    host,
  }) => {
    const { site, stop } = await startSite('rate-limit-long')
    try {
      const explorer = new ExplorerPage(page)
      await page.goto(host.address)
      await connect(page, site, site.token)
      await expect(explorer.start).toBeVisible({ timeout: 60_000 })
      await explorer.chooseStart('content:1343489')
      await page.getByRole('button', { name: 'Start crawl' }).click()
      const note = page.getByText(/^Paused by Confluence, goes on in \d+ s$/)
      await expect(note).toBeVisible({ timeout: 60_000 })
      await page.getByRole('button', { name: 'Give up waiting' }).click()
      await explorer.crawlEnds()
      const known = page.getByRole('region', { name: 'What is known' })
      await expect(known.getByRole('button', { name: /unfinished$/ })).toBeVisible()
      await page.getByRole('button', { name: /calls? made$/ }).click()
      const log = page.getByRole('dialog', { name: 'Calls to Confluence' })
      await log.getByLabel('Only those that failed').check()
      await expect(log.getByRole('cell', { name: '429 rate-limited' }).first()).toBeVisible()
      expect(await page.content()).not.toContain(site.token)
    } finally {
      stop()
    }
  })

  test('that forbids a part is drawn, listed and retried by what is known', async ({
    page,
    host,
  }) => {
    const { site, stop } = await startSite('forbidden-find')
    try {
      const explorer = new ExplorerPage(page)
      await page.goto(host.address)
      await connect(page, site, site.token)
      await explorer.chooseStart('content:1343489')
      await page.getByRole('textbox', { name: 'Depth' }).fill('2')
      await page.getByLabel('Node limit').fill('30')
      await explorer.crawl()
      const known = page.getByRole('region', { name: 'What is known' })
      await known.getByRole('button', { name: /^forbidden \d+/ }).click()
      await known.getByText(/questions forbidden$/).click()
      await expect(known).toContainText('Not permitted to view the relations of this content')
    } finally {
      stop()
    }
  })

  test('is signed in to with an app, in the browser', async ({ page, host }) => {
    const { site, stop } = await startSite()
    try {
      const explorer = new ExplorerPage(page)
      await page.goto(host.address)
      await page.getByRole('button', { name: 'With an app (OAuth)' }).click()
      await page.getByLabel('Site address').fill(site.origin)
      await page.getByLabel('Client id').fill(site.oauthClient.id)
      await page.getByLabel('Client secret').fill(site.oauthClient.secret)
      await page.getByLabel('Also create and delete relations').uncheck()
      await page.getByRole('button', { name: 'Sign in' }).click()
      const opened = page.context().waitForEvent('page')
      await page.getByRole('link', { name: /^Continue in your browser/ }).click()
      const browser = await opened
      await browser.getByRole('link', { name: 'Accept' }).click()
      await expect(browser.getByText('Your answer has arrived.')).toBeVisible()
      await expect(explorer.start).toBeVisible()
      await page.getByRole('button', { name: /^Read-only: .* can only read/ }).click()
      await expect(explorer.notices).toContainText('can only read')
      await explorer.notices.locator('[aria-label="Dismiss"]').click()
      await expect(explorer.notices).not.toContainText('can only read')
      await explorer.chooseStart('content:1343489')
      await page.getByRole('textbox', { name: 'Depth' }).fill('1')
      await explorer.crawl()
      await explorer.find('Architecture overview')
      await explorer.graph.focus()
      await page.keyboard.press('c')
      await expect(explorer.notices).toContainText('can only read')
    } finally {
      stop()
    }
  })
})
