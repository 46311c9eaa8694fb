/** Files of workspaces from outside: large ones, damaged ones, and those that another program takes. */
import { copyFile, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import Database from 'libsql'
import { ExplorerPage } from './explorer-page'
import { holdAnswers } from './held-answers'
import { startHost, test } from './host'
import { connect, startSite } from './site'

/** A graph of the demo site, and its workspace as a file. */
async function drawnAndDownloaded(page: Page, address: string) {
  const explorer = new ExplorerPage(page)
  await page.goto(address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await page.getByLabel('Node limit').fill('20')
  await explorer.crawl()
  const count = await explorer.nodeCount()
  await page.getByRole('button', { name: 'Workspace' }).click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the file' }).click()
  return { explorer, count, file: await (await waiting).path() }
}

test('a file that is named at the start opens as soon as its site is open', async ({
  page,
  host,
}, info) => {
  const { site, stop } = await startSite()
  const file = info.outputPath('Handed over.relx')
  const signIn = async (address: string) => {
    await page.goto(address)
    await page.getByRole('button', { name: 'With an API token' }).click()
    await connect(page, site, site.token)
  }
  try {
    await signIn(host.address)
    const explorer = new ExplorerPage(page)
    await explorer.isOpen()
    await explorer.crawlOneStep('Ingest pipeline')
    const count = await explorer.nodeCount()
    await page.getByRole('button', { name: 'Workspace' }).click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download the file' }).click()
    await copyFile(await (await waiting).path(), file)
    const gone = info.outputPath('Gone.relx')
    const other = await startHost(info.outputPath('other'), { args: ['--no-open', gone, file] })
    try {
      await page.goto(other.address)
      await expect(explorer.notices).toContainText('“Gone.relx” could not be read.')
      await expect(explorer.notices).toContainText('“Handed over.relx” opens as soon as')
      await page.getByRole('button', { name: 'With an API token' }).click()
      await connect(page, site, site.token)
      await expect(explorer.status).toContainText(`${count} nodes`)
      await expect(page).toHaveTitle(/^Handed over – 127\.0\.0\.1/)
      // The file itself is as it was: a copy of it is worked in.
      await page.getByRole('button', { name: 'Workspace' }).click()
      await expect(page.getByRole('heading', { name: 'Handed over', exact: true })).toBeVisible()
    } finally {
      await other.stop()
    }
  } finally {
    stop()
  }
})

/** More than one message may carry, in MB; at the size that exports can have in the long tests. */
const size = process.env['LONG_TESTS'] === '1' ? 104 : 26

test('a workspace larger than a message comes in, and is seen to', async ({ page, host }, info) => {
  // Every byte goes through the test, too, which shares its cores with others.
  test.slow()
  const answers = await holdAnswers(page)
  const { explorer, count, file } = await drawnAndDownloaded(page, host.address)
  const large = info.outputPath('large.relx')
  await copyFile(file, large)
  const db = new Database(large)
  db.exec(
    `insert into snapshots values ('big', 'Big', '2026-01-01T00:00:00.000Z', 1, 1, hex(zeroblob(${size * 500_000})))`,
  )
  db.close()
  const dialog = page.getByRole('dialog', { name: 'Workspace' })
  // Held on its way, or a quick machine would be done before anybody looked.
  answers.hold()
  await dialog.getByLabel('Workspace file').setInputFiles(large)
  await expect(dialog.getByRole('progressbar', { name: 'Taking in large.relx' })).toBeVisible()
  await expect(dialog).toContainText(`of ${size} MB`)
  await answers.letGo()
  await expect(dialog).toBeHidden({ timeout: 180_000 })
  await expect(explorer.status).toContainText(`${count} nodes`)
  await page.getByRole('button', { name: 'Workspace' }).click()
  await expect(page.getByRole('heading', { name: 'large' })).toBeVisible()

  await test.step('or is stopped on its way, and leaves nothing', async () => {
    answers.hold()
    await dialog.getByLabel('Workspace file').setInputFiles(large)
    await dialog.getByRole('button', { name: 'Stop' }).click()
    await answers.letGo()
    await expect(dialog.getByRole('alert')).toContainText('This was stopped.')
    await expect(dialog.getByRole('button', { name: 'Open large 2' })).toHaveCount(0)
  })
  await rm(large)
})

test('a folder with a damaged file shows it, saves what can be read, and opens the others', async ({
  page,
  host,
  dataDir,
}, info) => {
  const { explorer, count, file } = await drawnAndDownloaded(page, host.address)
  await page.keyboard.press('Escape')
  const folder = join(dataDir, 'workspaces')
  await copyFile(file, join(folder, 'Whole.relx'))
  await copyFile(file, join(folder, 'Broken (1).relx'))
  await spoilIndex(join(folder, 'Broken (1).relx'))
  await page.getByRole('button', { name: 'Workspace' }).click()
  const dialog = page.getByRole('dialog', { name: 'Workspace' })
  await expect(dialog).toContainText('The workspace “Broken (1)” is damaged.')
  await page.screenshot({ path: info.outputPath('damaged.png') })
  await dialog.getByRole('button', { name: 'Save what can be read of Broken (1)' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Saved all of it as “Broken 1 rescued”.')
  for (const name of ['Broken 1 rescued', 'Whole']) {
    await dialog.getByRole('button', { name: `Open ${name}` }).click()
    await expect(dialog).toBeHidden()
    await expect(explorer.status).toContainText(`${count} nodes`)
    await page.getByRole('button', { name: 'Workspace' }).click()
    await expect(dialog.getByRole('heading', { name, exact: true })).toBeVisible()
  }
  await expect(dialog).toContainText('The workspace “Broken (1)” is damaged.')
})

/** Overwrites the page that the index of nodes begins at, as a bad disk would. */
async function spoilIndex(path: string): Promise<void> {
  const db = new Database(path)
  const found: unknown = db
    .prepare("select rootpage from sqlite_schema where name = 'sqlite_autoindex_nodes_1'")
    .get()
  db.close()
  const { rootpage } = found as { rootpage: number }
  const handle = await open(path, 'r+')
  await handle.write(Buffer.alloc(4096, 0x5a), 0, 4096, (rootpage - 1) * 4096)
  await handle.close()
}

test('a workspace that another program replaces goes on under another name, which is said', async ({
  page,
  host,
  dataDir,
}, info) => {
  const { explorer, count, file } = await drawnAndDownloaded(page, host.address)
  await page.keyboard.press('Escape')
  await copyFile(file, join(dataDir, 'workspaces', 'Demo site.relx'))
  await expect(explorer.notices).toContainText('“Demo site” was changed by another program')
  await expect(explorer.notices).toContainText('your work goes on in “Demo site recovered”')
  await page.screenshot({ path: info.outputPath('moved.png') })
  expect(await explorer.nodeCount()).toBe(count)
  await page.getByRole('button', { name: 'Workspace' }).click()
  const dialog = page.getByRole('dialog', { name: 'Workspace' })
  await expect(dialog.getByRole('heading', { name: 'Demo site recovered' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Open Demo site', exact: true })).toBeVisible()
})
