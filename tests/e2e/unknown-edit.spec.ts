import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { isRelation, realAnswers, startProxy } from '../proxy'
import { ExplorerPage } from './explorer-page'
import { startHost, test } from './host'
import { connect, type Site, startSite } from './site'

const name = 'zz-unknown'

/** Two pages, and a relation between them that was made without a window. */
async function related(site: Site): Promise<{ source: string; target: string }> {
  const env = { ...process.env, RELATION_EXPLORER_TOKEN: site.token }
  const on = ['--site', site.origin, '--email', site.email]
  const run = async (...args: string[]) =>
    JSON.parse(
      (await promisify(execFile)('node', ['out/main/cli.js', ...args, ...on], { env })).stdout,
    ) as { entities: { id: string; title: string; status: string }[] }
  const { entities } = await run('targets', 'link', 'content:1343489', 'content')
  const target = entities.find(({ id, status }) => status === 'current' && id !== 'content:1343489')
  const source = entities.find(({ id }) => id === 'content:1343489')
  if (target === undefined || source === undefined) throw new Error('The page links to none')
  await run('create', name, source.id, target.id)
  return { source: source.title, target: target.title }
}

test('a deletion answered 502 and then an HTML 404 is not known, says so, and is settled by hand', async ({
  page,
  host,
  dataDir,
}) => {
  test.setTimeout(120_000)
  const { site, stop } = await startSite()
  const proxy = await startProxy(site.origin)
  try {
    const { source, target } = await related(site)
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await connect(page, { ...site, origin: proxy.origin }, site.token)
    await explorer.chooseStart('content:1343489')
    await explorer.follow(name)
    await explorer.crawl()
    expect(await explorer.nodeCount()).toBe(2)
    const to = await explorer.find(target)
    const from = await explorer.find(source)
    await page.keyboard.press('Escape')

    // The gateway gives up, and from then on the site's own page answers for the relation.
    let refused = 0
    proxy.set(({ method, url }) => {
      if (!isRelation({ url })) return null
      if (method === 'DELETE') refused += 1
      if (method === 'DELETE') return { ...realAnswers.productPage, status: 502 }
      return refused > 0 ? realAnswers.productPage : null
    })
    await test.step('it is not said to be deleted', async () => {
      await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2, { button: 'right' })
      await page.getByRole('menuitem', { name: /^Delete relation/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Delete this relation?' })
      await dialog.getByRole('button', { name: 'Delete relation' }).click()
      await expect(explorer.notices).toContainText(
        `It is not known whether the relation “${name}” was deleted`,
      )
      await expect(explorer.notices).not.toContainText('Deleted:')
      expect(refused).toBe(1)
      await explorer.find(source)
      expect(await explorer.relationNames('Outgoing')).toContain(name)
    })

    await test.step('it cannot be undone while it is not known', async () => {
      await explorer.graph.focus()
      await page.keyboard.press('Control+z')
      await expect(explorer.notices).toContainText('It is not known whether all of this was done')
      expect(refused).toBe(1)
    })

    const second =
      await test.step('after a restart it is read back, and still not known', async () => {
        await host.stop()
        const started = await startHost(dataDir)
        await page.goto('about:blank')
        await page.goto(started.address)
        await connect(page, { ...site, origin: proxy.origin }, site.token)
        await explorer.isOpen()
        await expect(explorer.notices).toContainText('It is not known whether the relation')
        return started
      })
    try {
      await page.getByRole('button', { name: 'History' }).click()
      const act = page
        .getByRole('list', { name: 'Changes, newest first' })
        .getByRole('listitem')
        .first()
      await expect(act).toContainText('Not known: Deleted')
      await act.getByRole('button', { name: /^Check again/ }).click()
      await expect(act).toContainText('not known')
      proxy.clear()
      await act.getByRole('button', { name: /^Check again/ }).click()
      await expect(act).toContainText('Failed: Deleted')
      await expect(act).toContainText('Confluence still has it')
      await act.getByRole('button', { name: 'Retry' }).click()
      await expect(act).toContainText('done')
      await expect(act.getByRole('button', { name: /^Undo to here/ })).toBeEnabled()
    } finally {
      await second.stop()
    }
  } finally {
    await proxy.close()
    stop()
  }
})
