import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, test as base } from '@playwright/test'
import { ExplorerPage } from './explorer-page'

/** The built program in an Electron window, over a folder of its own. */
const test = base.extend<{ program: ElectronApplication }>({
  // Playwright wants the pattern, even where nothing is taken from it.
  program: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'relation-explorer-'))
    const program = await _electron.launch({
      args: [
        '.',
        `--user-data-dir=${folder}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    })
    await use(program)
    await program.close()
    await rm(folder, { recursive: true, force: true })
  },
})

test('the window opens on the page and breaks none of its rules', async ({ program }) => {
  const page = await program.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.reload()
  expect(page.url()).toBe('app://relation-explorer/')
  await expect(page).toHaveTitle('Relation Explorer for Confluence')
  const explorer = new ExplorerPage(page)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  await expect.poll(() => explorer.nodeCount()).toBeGreaterThan(1)
  expect(complaints).toEqual([])
})

test('the page sees nothing of Node or Electron', async ({ program }) => {
  const page = await program.firstWindow()
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    ours: JSON.stringify((window as { relationExplorer?: unknown }).relationExplorer),
  }))
  expect(seen).toEqual({ node: [], ours: '{"shell":"electron"}' })
})

test('the page cannot leave and opens no window', async ({ program }) => {
  const page = await program.firstWindow()
  await expect(page.getByRole('button', { name: 'Explore the demo site' })).toBeVisible()
  await page.evaluate(() => {
    window.open('https://evil.example/')
    window.location.href = 'https://evil.example/'
  })
  // A page that was left could not open the demo site any more.
  await page.getByRole('button', { name: 'Explore the demo site' }).click()
  await expect(page.getByRole('combobox', { name: 'Start from' })).toBeVisible()
  expect(page.url()).toBe('app://relation-explorer/')
  expect(program.windows()).toHaveLength(1)
})
