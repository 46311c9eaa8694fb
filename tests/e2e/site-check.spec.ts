import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('a site is checked from its menu, with the price first, and the report is saved', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  const dialog = page.getByRole('dialog', { name: 'Check this site' })

  await test.step('by mouse it says what it costs, asks, and shows what it found', async () => {
    await page.getByRole('button', { name: /^Site:/ }).click()
    await page.getByRole('menuitem', { name: 'Check this site…' }).click()
    await expect(dialog.getByRole('status')).toContainText('At most 80 calls')
    await expect(dialog.getByRole('checkbox')).toBeDisabled()
    await dialog.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(dialog.getByRole('status')).toHaveText(
      /^\d+ calls: \d+ as assumed, \d+ different, \d+ unknown\.$/,
    )
    await expect(
      dialog.getByRole('row', { name: /Favourites cannot be listed.*As assumed/ }),
    ).toBeVisible()
  })

  await test.step('the report names nothing of the site', async () => {
    const waiting = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save the report…' }).click()
    const text = await readFile(await (await waiting).path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ format: 'relation-explorer/site-check@1' })
    expect(text).not.toMatch(/127\.0\.0\.1|tern-and-tide|Okafor/)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('by keyboard, with two pages selected, it also tries a new name', async () => {
    await explorer.chooseStart('Ingest pipeline')
    await page.getByLabel('Node limit').fill('2')
    await explorer.crawl()
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Check this site')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeVisible()
    const tries = dialog.getByRole('checkbox', { name: /^Also create one relation between “/ })
    await tries.focus()
    await page.keyboard.press('Space')
    await expect(dialog.getByRole('status')).toContainText('deletes it again')
    await dialog.getByRole('button', { name: 'Check', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(
      dialog.getByRole('row', { name: /Relations of a name of one’s own.*As assumed/ }),
    ).toBeVisible()
  })
})
