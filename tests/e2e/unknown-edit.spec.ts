import { expect } from '@playwright/test'
import { isRelation, realAnswers, startProxy } from '../proxy'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { connect, startSite } from './site'

test('a deletion answered 502 and then an HTML 404 is not known, says so, and is settled by hand', async ({
  page,
  host,
}) => {
  const { site, stop } = await startSite()
  const proxy = await startProxy(site.origin)
  try {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await connect(page, { ...site, origin: proxy.origin }, site.token)
    await explorer.chooseStart('content:1343489')
    await explorer.follow('depends-on')
    await page.getByRole('textbox', { name: 'Depth' }).fill('1')
    await explorer.crawl()
    const heading = explorer.details.getByRole('heading', { level: 2 })

    // The gateway gives up, and from then on the site's own page answers for the relation.
    let refused = 0
    proxy.set(({ method, url }) => {
      if (!isRelation({ url })) return null
      if (method === 'DELETE') refused += 1
      if (method === 'DELETE') return { ...realAnswers.productPage, status: 502 }
      return refused > 0 ? realAnswers.productPage : null
    })
    await test.step('it is not said to be deleted', async () => {
      await explorer.find('Architecture overview')
      await explorer.graph.focus()
      await page.keyboard.press('Shift+ArrowRight')
      await expect(heading).toContainText('depends-on')
      await page.keyboard.press('Delete')
      const dialog = page.getByRole('dialog', { name: 'Delete this relation?' })
      await dialog.getByRole('button', { name: 'Delete relation' }).click()
      await expect(explorer.notices).toContainText(
        'It is not known whether the relation “depends-on” was deleted',
      )
      await expect(explorer.notices).not.toContainText('Deleted:')
      expect(refused).toBe(1)
      await expect(heading).toContainText('depends-on')
    })

    await test.step('it cannot be undone while it is not known', async () => {
      await explorer.graph.focus()
      await page.keyboard.press('Control+z')
      await expect(explorer.notices).toContainText('It is not known whether all of this was done')
      expect(refused).toBe(1)
    })

    await test.step('History checks it again, and sends it once it is known not to be done', async () => {
      await page.getByRole('button', { name: 'History' }).click()
      const act = page
        .getByRole('list', { name: 'Changes, newest first' })
        .getByRole('listitem')
        .first()
      await expect(act).toContainText('Not known: Deleted')
      const told = explorer.notices.getByText(/^It is not known whether the relation/)
      const before = await told.count()
      await act.getByRole('button', { name: /^Check again/ }).click()
      // Only an answered check is over: what the site says next must not answer this one.
      await expect(told).toHaveCount(before + 1)
      await expect(act).toContainText('not known')
      proxy.clear()
      await act.getByRole('button', { name: /^Check again/ }).click()
      await expect(act).toContainText('Failed: Deleted')
      await expect(act).toContainText('Confluence still has it')
      await act.getByRole('button', { name: 'Retry' }).click()
      await expect(act).toContainText('done')
      await expect(act.getByRole('button', { name: /^Undo to here/ })).toBeEnabled()
    })
  } finally {
    await proxy.close()
    stop()
  }
})
