import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** What the program needs to open the demo site and its workspace, and no more. */
const spare = 60

test.skip(spawnSync('prlimit', ['--version']).status !== 0, 'Only Linux limits a running program.')

test('running out of descriptors costs neither the program nor the demo site', async ({
  page,
  host,
}) => {
  await page.goto(host.address)
  const demo = page.getByRole('button', { name: 'Explore the demo site' })
  await expect(demo).toBeVisible()
  const { origin, port } = new URL(host.address)
  const held = readdirSync(`/proc/${host.pid}/fd`).length
  execFileSync('prlimit', ['--pid', String(host.pid), `--nofile=${held + spare}:${held + 500}`])

  const strangers: Socket[] = Array.from({ length: 300 }, () =>
    connect(Number(port), '127.0.0.1').on('error', () => undefined),
  )
  await expect.poll(() => readdirSync(`/proc/${host.pid}/fd`).length).toBe(held + spare)
  await demo.click()
  await expect(page.locator('.explorer').or(page.getByRole('alert')).first()).toBeVisible()

  for (const stranger of strangers) stranger.destroy()
  await expect
    .poll(() =>
      fetch(origin).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
  await page.reload()
  const explorer = new ExplorerPage(page)
  // Had it come to be open before, it opens again by itself.
  await expect(demo.or(explorer.start)).toBeVisible()
  if (await demo.isVisible()) await demo.click()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  expect(await explorer.nodeCount()).toBeGreaterThan(1)
})
