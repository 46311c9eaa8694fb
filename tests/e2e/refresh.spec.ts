import { expect, type Locator } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { connect, startSite } from './site'

test('a map is brought up to date by mouse, and reconciled by the palette', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.mapSpaces('OPS')
  const progress = page.getByRole('region', { name: 'Map progress' })
  await expect(progress).toContainText('About 2 calls, and 4 for each 250 pages')
  const before = await explorer.find('Operations handbook')

  await progress.getByRole('button', { name: 'Bring the map up to date' }).click()
  await expect(progress.getByRole('status')).toContainText(
    'Complete, 2 calls. No page has changed.',
  )
  await expect(progress.getByRole('status')).toContainText('found by Reconcile only')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command, node or page' }).fill('reconcile')
  await page.getByRole('option', { name: 'Reconcile the map with the site' }).click()
  await expect(progress.getByRole('status')).toHaveText(
    /^Complete, \d+ calls. No page has changed.$/,
  )
  // What was seen stays where it stood, and nothing was there to be compared.
  const after = await explorer.find('Operations handbook')
  expect([after.x, after.y]).toEqual([before.x, before.y])
  await expect(page.getByRole('region', { name: 'Comparison' })).toHaveCount(0)
})

test('what was changed on the site is drawn, marked and compared with what was before', async ({
  page,
  host,
}) => {
  const { site, stop } = await startSite()
  try {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await page.getByRole('button', { name: 'With an API token' }).click()
    await connect(page, site, site.token)
    await explorer.mapSpaces('ENG', 'OPS')
    const progress = page.getByRole('region', { name: 'Map progress' })
    const comparison = page.getByRole('region', { name: 'Comparison' })

    /** As its author would: in another tab, on the site itself. */
    const changeOnSite = async (title: string, change: (form: Locator) => Promise<void>) => {
      await explorer.find(title)
      const opened = page.waitForEvent('popup')
      await explorer.details.getByRole('link', { name: 'Open in Confluence' }).click()
      const tab = await opened
      await expect(tab.getByRole('heading', { level: 1 })).toHaveText(title)
      await change(tab.locator('form'))
      await tab.close()
    }

    await test.step('a new title comes at the next look at what has changed', async () => {
      await changeOnSite('Incident roles', async (form) => {
        await form.getByLabel('Title').fill('Who does what in an incident')
        await form.getByRole('button', { name: 'Rename' }).click()
        await expect(form.getByLabel('Title')).toHaveValue('Who does what in an incident')
      })
      await progress.getByRole('button', { name: 'Bring the map up to date' }).click()
      await expect(progress.getByRole('status')).toContainText(
        '1 page changed: 1 edited, 1 renamed',
      )
      await explorer.find('Who does what in an incident')
      await expect(comparison).toBeVisible()
    })

    await test.step('the comparison lists it, and the page that was called so before', async () => {
      await comparison.getByRole('button', { name: 'List…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Differences' })
      await expect(dialog).toContainText('Incident roles')
      await expect(dialog).toContainText('Who does what in an incident')
      await page.keyboard.press('Escape')
    })

    await test.step('what is in the trash is found by Reconcile', async () => {
      await changeOnSite('Runbook: storage nearly full', async (form) => {
        await form.getByRole('button', { name: 'Move to the trash' }).click()
      })
      await progress.getByRole('button', { name: 'Reconcile the map with the site' }).click()
      await expect(progress.getByRole('status')).toContainText('1 now in the trash')
    })
  } finally {
    stop()
  }
})
