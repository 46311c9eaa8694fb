import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { startHost, test } from './host'

test('commands, focus, paths and tidying work from the keyboard', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  const { keyboard } = page
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const all = await explorer.nodeCount()

  await test.step('the sheet of keys', async () => {
    await explorer.graph.focus()
    await keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Walk from node to node')
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  })

  await test.step('the palette does acts, goes to nodes and brings pages', async () => {
    const box = page.getByRole('combobox', { name: 'Command, node or page' })
    await keyboard.press('Control+k')
    await expect(box).toBeFocused()
    await keyboard.type('layout grid')
    await expect(page.getByRole('option', { name: 'Layout: Grid' })).toBeVisible()
    await keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Layout: Grid' })).toBeVisible()
    await keyboard.press('Control+k')
    await expect(box).toBeFocused()
    await keyboard.type('Ingest pipeline sketch')
    await page.getByRole('option', { name: /^Ingest pipeline sketch/ }).waitFor()
    await keyboard.press('Enter')
    await expect(explorer.details.getByRole('heading', { level: 2 })).toContainText(
      'Ingest pipeline sketch',
    )
  })

  await test.step('digits draw only so many steps, and nought all', async () => {
    await explorer.find('Ingest pipeline sketch')
    await keyboard.press('Escape')
    await explorer.graph.focus()
    await keyboard.press('1')
    const bar = page.getByRole('region', { name: 'Focus' })
    await expect(bar).toContainText('Only 1 step from “Ingest pipeline sketch”')
    await keyboard.press('Control+a')
    await expect(explorer.status).toContainText('2 selected')
    await keyboard.press('0')
    await expect(bar).toBeHidden()
    await keyboard.press('Control+a')
    await expect(page.getByRole('heading', { name: `${all} nodes selected` })).toBeVisible()
  })

  await test.step('paths are listed and light up', async () => {
    await explorer.find('Ingest pipeline sketch')
    await keyboard.press('Escape')
    await explorer.graph.focus()
    await keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Path from here' }).click()
    await explorer.find('Architecture overview')
    await keyboard.press('Escape')
    await explorer.graph.focus()
    await keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Path to here' }).click()
    const paths = page.getByRole('region', { name: 'Paths' })
    await expect(paths.getByRole('status')).toHaveText(/^\d+ shortest paths? of \d steps?/)
    await paths.getByRole('listitem').first().getByRole('button').click()
    await expect(explorer.status).toContainText(/\d selected/)
    await paths.getByRole('checkbox', { name: 'Follow the arrows only' }).check()
    await expect(paths.getByRole('status')).toHaveText(/shortest|No path/)
    await paths.getByRole('button', { name: 'Close paths' }).click()
    await expect(paths).toBeHidden()
  })

  await test.step('tidying a selection leaves the others where they are', async () => {
    const still = await explorer.find('Ingest pipeline')
    await explorer.graph.focus()
    await keyboard.press('Escape')
    await explorer.find('Architecture overview')
    await keyboard.press('Escape')
    await explorer.graph.focus()
    await keyboard.press('Enter')
    for (const arrow of ['ArrowRight', 'ArrowRight']) {
      await keyboard.press(arrow)
      await keyboard.press('Shift+Enter')
    }
    await keyboard.press('t')
    await expect(page.getByRole('button', { name: /^Arranging/ })).toHaveCount(0)
    const after = await explorer.find('Ingest pipeline')
    expect(Math.round(after.radius)).toBe(Math.round(still.radius))
    await page.getByRole('button', { name: 'History' }).click()
    await expect(
      page.getByRole('list', { name: 'Changes, newest first' }).getByRole('listitem').first(),
    ).toContainText('Tidied the selection.')
  })
})

test('a letter does nothing where a button has the keyboard, and can be switched off', async ({
  page,
  host,
  dataDir,
}) => {
  const explorer = new ExplorerPage(page)
  const { keyboard } = page
  const outline = page.getByRole('region', { name: 'Outline' })
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()

  await page.getByRole('button', { name: 'History' }).focus()
  await keyboard.press('o')
  await keyboard.press('?')
  // What opens by a key with Ctrl comes after the letters, so they have done nothing.
  await keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(outline).toBeHidden()

  await explorer.graph.focus()
  await keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Single letters' }).uncheck()
  await keyboard.press('Escape')
  await explorer.graph.focus()
  await keyboard.press('o')
  await keyboard.press('1')
  await keyboard.press('Control+k')
  await page.getByRole('option', { name: 'Keys…' }).waitFor()
  await expect(outline).toBeHidden()
  await expect(page.getByRole('region', { name: 'Focus' })).toBeHidden()
  await keyboard.type('keys…')
  await keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Single letters' }).check()
  await keyboard.press('Escape')
  await explorer.graph.focus()
  await keyboard.press('o')
  await expect(outline).toBeVisible()

  await keyboard.press('Control+k')
  await keyboard.type('single')
  await page.getByRole('option', { name: 'Switch single-letter keys off' }).waitFor()
  await keyboard.press('Enter')
  await expect
    .poll(() => readFile(join(dataDir, 'settings.json'), 'utf8'))
    .toMatch(/"singleKeys": ?false/)
  await host.stop()
  // The next start has another address, so that the browser has forgotten all it kept for this one.
  const next = await startHost(dataDir)
  await page.goto(next.address)
  await page.getByRole('button', { name: 'Help' }).click()
  await expect(page.getByRole('checkbox', { name: 'Single letters' })).not.toBeChecked()
  await next.stop()
})
