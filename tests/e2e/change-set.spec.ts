import { expect, type Locator } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { holdAnswers } from './held-answers'
import { startHost, test } from './host'
import { connect, startSite } from './site'

/** Pages of the demo site that everybody may see, and one that is not there. */
const [first, ...others] = ['1343489', '1409025', '1507329', '1572865', '1638401']
const table = [
  'relation,source,target,action',
  ...[...others, '999990'].map((key) => `set-of,content:${first},content:${key},create`),
].join('\n')

/** Presses retry until nothing is left to retry. */
async function retryAll(dialog: Locator): Promise<number> {
  const retry = dialog.getByRole('button', { name: /^Retry the failed/ })
  const stop = dialog.getByRole('button', { name: 'Stop' })
  for (let times = 0; ; times += 1) {
    await expect(stop).toBeHidden()
    if (!(await retry.isVisible())) return times
    await retry.click()
  }
}

test('a draft and an import are reviewed, applied in failures, and undone after a restart', async ({
  page,
  host,
  dataDir,
}) => {
  const { site, stop } = await startSite('write-500')
  try {
    const explorer = new ExplorerPage(page)
    const answers = await holdAnswers(page)
    await page.goto(host.address)
    await connect(page, site, site.token)
    await explorer.isOpen()
    const review = page.getByRole('dialog', { name: 'Review the draft' })

    await test.step('what is selected is connected, and drafted', async () => {
      await explorer.chooseStart('Ingest pipeline')
      await page.getByLabel('Node limit').fill('8')
      await explorer.crawl()
      expect(await explorer.nodeCount()).toBe(8)
      await page.getByRole('button', { name: 'Draft', exact: true }).click()
      await explorer.graph.focus()
      await page.keyboard.press('Control+a')
      await page.getByRole('button', { name: /^Connect \d+ nodes to…/ }).click()
      await page.getByRole('combobox', { name: 'Target' }).fill('Ingest pipeline')
      await page.getByRole('option', { name: 'Ingest pipeline' }).first().click()
      await page.getByRole('combobox', { name: 'Relation name' }).fill('fed-by')
      await page.getByRole('option', { name: 'New name “fed-by”' }).click()
      await expect(page.getByRole('region', { name: 'Draft' })).toContainText('7 changes')
      await page.keyboard.press('Escape')
    })

    await test.step('a file is imported, and each line says what it would do before it is sent', async () => {
      await page.getByRole('button', { name: 'Review…' }).click()
      await expect(review.getByRole('status').first()).toHaveText('7 changes: 7 new.')
      await review.getByLabel('Change set file').setInputFiles({
        ...{ name: 'set.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(table),
      })
      await expect(review.getByRole('status').first()).toHaveText(
        '12 changes: 11 new, 1 an end is unknown.',
      )
      await review.getByRole('checkbox').first().uncheck()
      await expect(review.getByRole('button', { name: 'Apply 10 changes' })).toBeVisible()
      await review.getByRole('checkbox').first().check()
    })

    await test.step('apply can be stopped, goes on after failures, and retries them', async () => {
      answers.hold()
      await review.getByRole('button', { name: 'Apply 11 changes' }).click()
      const results = page.getByRole('dialog', { name: /Applied 11 changes\.$/ })
      const stopping = results.getByRole('button', { name: 'Stop' })
      // What the program says comes one by one, so that this can be seen while it goes on.
      await expect
        .poll(() => {
          answers.letOne()
          return stopping.isVisible()
        })
        .toBe(true)
      await answers.letGo()
      expect(await retryAll(results)).toBeGreaterThan(0)
      await expect(results.getByRole('status').first()).toHaveText(/all 11 done\.$/)
      await results.getByRole('button', { name: 'Close' }).last().click()
    })

    await test.step('quit, start, undo all', async () => {
      await host.stop()
      const second = await startHost(dataDir)
      try {
        await page.goto('about:blank')
        await page.goto(second.address)
        // It is there as it was, but for the token, which had no keychain to stay in.
        await explorer.isOpen()
        await explorer.leave()
        await connect(page, site, site.token)
        await explorer.isOpen()
        await expect(explorer.status).toContainText(/nodes/)
        expect(await explorer.nodeCount()).toBeGreaterThan(8)
        await page.keyboard.press('Control+z')
        const ask = page.getByRole('dialog', { name: /^Undo a change of an earlier session/ })
        await expect(ask).toContainText('Applied 11 changes.')
        await ask.getByRole('button', { name: 'Undo', exact: true }).click()
        await expect(ask).toBeHidden()
        await expect(explorer.notices).toContainText('Undo did a part')
        await page.getByRole('button', { name: 'History' }).click()
        await page.getByRole('button', { name: 'Show changes' }).first().click()
        const undone = page.getByRole('dialog', { name: /Undone: Applied 11 changes\.$/ })
        await retryAll(undone)
        await expect(undone.getByRole('status').first()).toHaveText(/all 11 done\.$/)
      } finally {
        await second.stop()
      }
    })
  } finally {
    stop()
  }
})
