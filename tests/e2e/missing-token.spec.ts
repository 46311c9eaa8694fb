import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { startHost, test } from './host'
import { connect, startSite } from './site'

/** No keychain: no bus leads to one, so a token ends with the program. */
const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }

test('after a restart without a keychain there is a field wherever the token is asked for', async ({
  page,
  dataDir,
}) => {
  const { site, stop } = await startSite()
  try {
    const first = await startHost(dataDir, { env, args: ['--no-open'] })
    await page.goto(first.address)
    await expect(page.getByText('No system keychain can be reached here.')).toBeVisible()
    await connect(page, site, site.token)
    const explorer = new ExplorerPage(page)
    await explorer.isOpen()
    await explorer.chooseStart('Ingest pipeline')
    await page.getByLabel('Node limit').fill('5')
    await explorer.crawl()
    await first.stop()

    const second = await startHost(dataDir, { env, args: ['--no-open'] })
    try {
      await page.goto(second.address)
      // What was open is there again without it.
      await explorer.isOpen()
      await expect(explorer.status).toContainText('5 nodes')

      await test.step('in a notice', async () => {
        await explorer.find('Ingest pipeline')
        await page.keyboard.press('e')
        const field = explorer.notices.getByLabel(/^API token of/)
        await expect(explorer.notices).toContainText('There is no stored token')
        await field.fill('wrong')
        await field.press('Enter')
        await expect(explorer.notices).toContainText('did not accept this email and API token')
        await page.getByRole('button', { name: 'Dismiss' }).first().click()
      })

      await test.step('under the box where the start is looked for', async () => {
        await page.getByRole('button', { name: 'Choose another start' }).click()
        await explorer.start.fill('Operations')
        const note = page.getByRole('alert').filter({ hasText: 'There is no stored token' })
        await expect(note).toContainText('Enter the API token again')
        const field = page.getByLabel(/^API token of/)
        await field.fill(site.token)
        await field.press('Enter')
        await expect(page.getByText('The token works.')).toBeVisible()
        await explorer.chooseStart('Operations handbook')
        await explorer.crawl()
      })
    } finally {
      await second.stop()
    }
  } finally {
    stop()
  }
})
