import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** What the program needs to open the demo site and its workspace, and no more. */
const spare = 60

/** More than there is room for. */
const crowd = spare + 20

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

  const sendAway = crowdAt(Number(port))
  await expect
    .poll(() => readdirSync(`/proc/${host.pid}/fd`).length)
    .toBeGreaterThanOrEqual(held + spare)
  await demo.click()
  await expect(page.locator('.explorer').or(page.getByRole('alert')).first()).toBeVisible()

  sendAway()
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

/**
 * Connections that come back when they are turned away, as they are when no descriptor is left, and
 * after a while without a word. So each that the program gives back is taken again. Returns how to
 * end it.
 */
function crowdAt(port: number): () => void {
  const strangers = new Set<Socket>()
  let isOver = false
  const knock = () => {
    if (isOver) return
    const stranger = connect(port, '127.0.0.1')
    strangers.add(stranger)
    stranger.on('error', () => undefined)
    // What is not read keeps the end from being heard.
    stranger.resume()
    stranger.on('close', () => {
      strangers.delete(stranger)
      setTimeout(knock, 100)
    })
  }
  for (let at = 0; at < crowd; at += 1) knock()
  return () => {
    isOver = true
    for (const stranger of strangers) stranger.destroy()
  }
}
