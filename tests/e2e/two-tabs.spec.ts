import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('two tabs of one workspace lose nothing of each other and show the same', async ({
  page,
  context,
  host,
}) => {
  test.setTimeout(180_000)
  const first = new ExplorerPage(page)
  const second = new ExplorerPage(await context.newPage())
  const draftOn = ({ page: tab }: ExplorerPage) => tab.getByRole('region', { name: 'Draft' })
  await page.goto(host.address)
  await first.openDemo()
  await first.startEmpty()
  await second.page.goto(await host.nextAddress())
  await second.openDemo()

  await test.step('what one crawls is drawn in the other, at the same places', async () => {
    await first.chooseStart('Ingest pipeline')
    await page.getByLabel('Node limit').fill('20')
    await first.crawl()
    await expect(second.status).toContainText('20 nodes')
    // The form came along.
    await expect(second.page.getByLabel('Node limit')).toHaveValue('20')
    await second.find('Ingest pipeline')
  })

  await test.step('a draft of 19 lines in one, a key press in the other', async () => {
    await page.getByRole('button', { name: 'Draft', exact: true }).click()
    await first.graph.focus()
    await page.keyboard.press('Control+a')
    await page.getByRole('button', { name: /^Connect \d+ nodes to…/ }).click()
    await page.getByRole('combobox', { name: 'Target' }).fill('Ingest pipeline')
    await page.getByRole('option', { name: 'Ingest pipeline' }).first().click()
    await page.getByRole('combobox', { name: 'Relation name' }).fill('fed-by')
    await page.getByRole('option', { name: 'New name “fed-by”' }).click()
    await expect(draftOn(first)).toContainText('19 changes')
    await expect(draftOn(second)).toContainText('Draft, paused: 19 changes')

    await second.page.keyboard.press('Escape')
    await second.graph.focus()
    await second.page.keyboard.press('h')
    await expect(second.status).toContainText('1 node hidden')
    await expect(first.status).toContainText('1 node hidden')
    await expect(draftOn(first)).toContainText('19 changes')
    await expect(draftOn(second)).toContainText('19 changes')
  })

  await test.step('undo in each takes back its own act', async () => {
    await page.keyboard.press('Escape')
    await first.graph.focus()
    await page.keyboard.press('Control+z')
    await expect(draftOn(first)).toContainText('no changes yet')
    await expect(draftOn(second)).toHaveCount(0)
    await expect(second.status).toContainText('1 node hidden')
    await page.keyboard.press('Control+Shift+z')
    await expect(draftOn(second)).toContainText('19 changes')
    await second.graph.focus()
    await second.page.keyboard.press('Control+z')
    await expect(first.status).not.toContainText('hidden')
    await expect(draftOn(first)).toContainText('19 changes')
  })

  await test.step('a relation made in one is in the other, and in its journal', async () => {
    await second.page.keyboard.press('Escape')
    await second.find('Ingest pipeline')
    await second.page.keyboard.press('Escape')
    await second.graph.focus()
    await second.page.keyboard.press('c')
    await second.page.getByRole('combobox', { name: 'Target' }).fill('Release')
    await second.page.getByRole('option').first().click()
    await second.page.getByRole('combobox', { name: 'Relation name' }).fill('seen-by-both')
    await second.page.getByRole('option', { name: 'New name “seen-by-both”' }).click()
    await expect(second.notices).toContainText('Created:')
    const edges = await second.status.getByText(/relations?$/).textContent()
    await expect(first.status).toContainText(edges ?? 'no number of relations')
    await page.getByRole('button', { name: 'History' }).click()
    const history = page.getByRole('dialog', { name: 'History' })
    await expect(history.getByRole('listitem').first()).toContainText('seen-by-both')
    await expect(history.getByRole('listitem').first()).toContainText('done')
    await page.keyboard.press('Escape')
  })

  await test.step('all of it is there for a third', async () => {
    await second.page.close()
    await page.reload()
    await first.isOpen()
    await expect(draftOn(first)).toContainText('19 changes')
    await expect(first.status).not.toContainText('hidden')
  })
})
