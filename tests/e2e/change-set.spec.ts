import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Locator } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { startHost, test } from './host'
import { connect, type Site, startSite } from './site'

type Ended = { readonly code: number; readonly out: string; readonly err: string }

/** The program without a window, against the same site. */
async function cli(site: Site, ...args: string[]): Promise<Ended> {
  const on = ['--site', site.origin, '--email', site.email]
  const env = { ...process.env, RELATION_EXPLORER_TOKEN: site.token }
  try {
    const run = promisify(execFile)
    const { stdout, stderr } = await run('node', ['out/main/cli.js', ...args, ...on], {
      env,
      maxBuffer: 1 << 26,
    })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

type Row = readonly [relation: string, source: string, target: string]
const table = (rows: readonly Row[]) =>
  ['relation,source,target,action', ...rows.map((row) => [...row, 'create'].join(','))].join('\n')

/** Pairs of pages that everybody may see, each once. */
async function pairsOf(site: Site, count: number): Promise<[string, string][]> {
  const start = ['--start', 'content:1343489', '--relation', 'link', '--depth', '3']
  const { out } = await cli(site, 'crawl', ...start)
  const { nodes } = JSON.parse(out) as { nodes: { id: string; state: string; status: string }[] }
  const open = nodes.filter(({ id, status }) => id.startsWith('content:') && status === 'current')
  const pairs: [string, string][] = []
  for (const { id: source } of open) {
    for (const { id: target } of open.slice(0, 40)) {
      if (source !== target && pairs.length < count) pairs.push([source, target])
    }
  }
  return pairs
}

/** Presses retry until nothing is left to retry. */
async function retryAll(dialog: Locator): Promise<number> {
  const retry = dialog.getByRole('button', { name: /^Retry the failed/ })
  const stop = dialog.getByRole('button', { name: 'Stop' })
  for (let times = 0; ; times += 1) {
    await expect(stop).toBeHidden({ timeout: 90_000 })
    if (!(await retry.isVisible())) return times
    await retry.click()
  }
}

test('a draft of 30 and an import of 140 are reviewed, applied in failures, and undone after a restart', async ({
  page,
  host,
  dataDir,
}) => {
  test.setTimeout(240_000)
  const { site, stop } = await startSite('write-500')
  try {
    const explorer = new ExplorerPage(page)
    const folder = await mkdtemp(join(tmpdir(), 'relx-sets-'))
    const pairs = await pairsOf(site, 135)
    const there: Row[] = pairs.slice(0, 15).map(([source, target]) => ['set-of', source, target])
    const fresh: Row[] = pairs.slice(15).map(([source, target]) => ['set-of', source, target])
    const unknown: Row[] = pairs
      .slice(0, 5)
      .map(([source], at) => ['set-of', source, `content:99999${at}`])
    const file = join(folder, 'the-140.csv')
    await writeFile(file, table([...there, ...fresh, ...unknown]))

    await test.step('fifteen are made on the command line, and applying again changes nothing', async () => {
      const first = join(folder, 'first.csv')
      await writeFile(first, table(there))
      for (let times = 0; times < 12; times += 1) {
        if ((await cli(site, 'apply', first)).code === 0) break
      }
      const again = await cli(site, 'apply', first)
      expect(again.code).toBe(0)
      expect(again.err).toContain('0 changes made, 15 not needed, 0 not done.')
      const dry = await cli(site, 'apply', file, '--dry-run')
      expect(dry.code).toBe(3)
      expect(dry.err).toContain('140 lines: ')
      for (const told of ['120 new', '15 there-already', '5 unknown-end'])
        expect(dry.err).toContain(told)
    })

    await page.goto(host.address)
    await connect(page, site, site.token)
    await explorer.isOpen()

    const review = page.getByRole('dialog', { name: 'Review the draft' })
    await test.step('draft thirty', async () => {
      await explorer.chooseStart('Ingest pipeline')
      await page.getByLabel('Node limit').fill('31')
      await explorer.crawl()
      expect(await explorer.nodeCount()).toBe(31)
      await page.getByRole('button', { name: 'Draft', exact: true }).click()
      await explorer.graph.focus()
      await page.keyboard.press('Control+a')
      await page.getByRole('button', { name: /^Connect \d+ nodes to…/ }).click()
      await page.getByRole('combobox', { name: 'Target' }).fill('Ingest pipeline')
      await page.getByRole('option', { name: 'Ingest pipeline' }).first().click()
      await page.getByRole('combobox', { name: 'Relation name' }).fill('fed-by')
      await page.getByRole('option', { name: 'New name “fed-by”' }).click()
      await expect(page.getByRole('region', { name: 'Draft' })).toContainText('30 changes')
      await page.keyboard.press('Escape')
    })

    await test.step('import 140, and see what each would do before anything is sent', async () => {
      await page.getByRole('button', { name: 'Review…' }).click()
      await expect(review.getByRole('status').first()).toHaveText('30 changes: 30 new.')
      await review.getByLabel('Change set file').setInputFiles(file)
      await expect(review.getByRole('status').first()).toHaveText(
        '170 changes: 150 new, 15 there already, 5 an end is unknown.',
        { timeout: 60_000 },
      )
      await review.getByRole('checkbox').first().uncheck()
      await expect(review.getByRole('button', { name: 'Apply 149 changes' })).toBeVisible()
      await review.getByRole('checkbox').first().check()
    })

    await test.step('apply goes on after failures, and retries them', async () => {
      await review.getByRole('button', { name: 'Apply 150 changes' }).click()
      const results = page.getByRole('dialog', { name: 'Applied 150 changes.' })
      await expect(results.getByRole('button', { name: 'Stop' })).toBeVisible()
      const times = await retryAll(results)
      expect(times).toBeGreaterThan(0)
      await expect(results.getByRole('status').first()).toHaveText(/all 150 done\.$/)
      await results.getByRole('button', { name: 'Close' }).last().click()
    })

    await test.step('quit, start, undo all', async () => {
      await host.stop()
      const second = await startHost(dataDir)
      try {
        await page.goto('about:blank')
        await page.goto(second.address)
        await connect(page, site, site.token)
        await explorer.isOpen()
        await expect(explorer.status).toContainText(/nodes/)
        expect(await explorer.nodeCount()).toBeGreaterThan(31)
        await page.keyboard.press('Control+z')
        const ask = page.getByRole('dialog', { name: /^Undo a change of an earlier session/ })
        await expect(ask).toContainText('Applied 150 changes.')
        await ask.getByRole('button', { name: 'Undo', exact: true }).click()
        await expect(ask).toBeHidden()
        await expect(explorer.notices).toContainText(
          /Undo did a part|Undo did not go through|Undone/,
          {
            timeout: 90_000,
          },
        )
        await page.getByRole('button', { name: 'History' }).click()
        await page.getByRole('button', { name: 'Show changes' }).first().click()
        await retryAll(page.getByRole('dialog', { name: 'Undone: Applied 150 changes.' }))
        await page.getByRole('button', { name: 'Close' }).last().click()
      } finally {
        await second.stop()
      }
      const dry = await cli(site, 'apply', file, '--dry-run')
      expect(dry.err).toContain('120 new')
      expect(dry.err).toContain('15 there-already')
    })
  } finally {
    stop()
  }
})
