import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from './host'
import { KeyboardPerson } from './keyboard'

const start = 'Ingest pipeline'
const hub = 'Architecture overview'
/** Nothing relates the two by this name. */
const [source, target, name] = ['Ingest pipeline sketch', 'Activation metric', 'contradicts']

test('the whole story runs by keyboard alone, and is heard', async ({ page, host }) => {
  const person = new KeyboardPerson(page)
  const { here } = person
  await person.putMouseAway()
  await page.goto(host.address)

  await test.step('opens the demo site', async () => {
    await person.tabTo('button', 'Explore the demo site')
    await person.press('Enter')
    await expect(page.getByRole('application')).toBeVisible()
  })

  await test.step('asks for the keys, and is back where it was', async () => {
    await person.press('F6')
    const before = await here.elementHandle()
    await person.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys).toContainText('Walk from node to node')
    await expect(keys.locator(here)).toHaveCount(1)
    await person.press('Escape')
    await expect(keys).toBeHidden()
    expect(await page.evaluate((one) => one === document.activeElement, before)).toBe(true)
  })

  await test.step('crawls', async () => {
    await person.command('crawl panel', 'Crawl panel')
    await expect(here).toHaveRole('tab')
    await person.tabTo('combobox', 'Start from')
    await person.choose(start)
    await person.tabTo('button', 'Start crawl')
    await person.press('Enter')
    await person.hears('The crawl has started.')
    await person.hears(/The crawl has ended\. \w+.*: \d+ nodes/)
  })

  await test.step('finds a node and hears what it is', async () => {
    await person.find(hub)
    await person.hears(/Selected: Architecture overview, page, complete\. .*\d+ in: link \d+/)
  })

  await test.step('walks by direction and along relations, and goes to the other end', async () => {
    await person.find(start)
    await person.press('Shift+ArrowRight')
    await person.hears(`Selected: Relation link, from ${start} to`)
    const ring = page.locator('.focus-ring')
    const from = await ring.getAttribute('data-node')
    await person.press('Enter')
    await expect(ring).not.toHaveAttribute('data-node', from ?? '')
    await person.isOnGraph()
    for (const arrow of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) {
      await person.press(arrow)
    }
    await expect(page.locator('#graph-focus')).toContainText(/, (page|whiteboard|blog post), /)
  })

  await test.step('expands', async () => {
    await person.find(source)
    await person.press('e')
    await person.hears(new RegExp(`Expanded “${source}”: \\d+ neighbours? loaded`))
    await person.isOnGraph()
  })

  await test.step('connects', async () => {
    await person.press('c')
    await expect(page.getByRole('dialog', { name: `Connect “${source}” to…` })).toBeVisible()
    await person.choose(target)
    await expect(page.getByRole('dialog', { name: 'New relation' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Relation name' })).toBeFocused()
    await person.choose(name)
    await person.hears(`Created: “${source}” ${name} “${target}”.`)
    await person.isOnGraph()
  })

  await test.step('deletes it', async () => {
    await person.command(`select relations ${name}`, `Select relations “${name}”`)
    await person.hears(`Selected: Relation ${name}, from ${source} to ${target}`)
    await person.isOnGraph()
    await person.press('Delete')
    await expect(page.getByRole('dialog', { name: 'Delete this relation?' })).toBeVisible()
    await expect(here).toHaveText('Delete relation')
    await person.press('Enter')
    await person.hears(`Deleted: “${source}” ${name} “${target}”.`)
    await person.isOnGraph()
  })

  await test.step('takes it back', async () => {
    await person.press('Control+z')
    await person.hears(`Created again: “${source}” ${name} “${target}”.`)
  })

  await test.step('filters', async () => {
    await person.command('filter panel', 'Filter panel')
    await person.tabTo('textbox', 'Words in the title')
    await person.type('pipeline')
    await person.hears(/\d+ of [\d,]+ nodes and \d+ of [\d,]+ relations match\./)
    await person.press('Escape')
    await person.isOnGraph()
    await person.command('clear the filter', 'Clear the filter')
    await person.hears(/No filter: all [\d,]+ nodes match\./)
  })

  await test.step('reads the same in the outline, and leaves it', async () => {
    await person.press('o')
    await expect(here).toHaveRole('treeitem')
    await person.press('Home', 'ArrowDown', 'Shift+F10')
    await expect(page.getByRole('menuitem', { name: /^Expand E?/ }).first()).toBeVisible()
    await person.press('Escape')
    await expect(here).toHaveRole('treeitem')
    await person.press('o')
    await person.isOnGraph()
  })

  await test.step('looks for a path', async () => {
    await person.find(source)
    await person.press('p')
    await person.hears(`Path from “${source}”.`)
    await person.find(hub)
    await person.press('Shift+P')
    await person.hears(/\d+ shortest of \d steps?/)
    await person.press('F6')
    await expect(page.getByRole('complementary', { name: 'Details' }).locator(here)).toHaveCount(1)
    await person.press('Escape')
    await person.isOnGraph()
  })

  await test.step('exports', async () => {
    await person.command('export', 'Export…')
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
    // The formats are one group: Tab leads into it, arrows through it.
    await person.tabTo('radio', /./)
    const save = page.getByRole('button', { name: 'Save JSON' })
    for (let step = 0; step < 12 && (await save.count()) === 0; step += 1) {
      await person.press('ArrowDown')
    }
    await person.tabTo('button', 'Save JSON')
    const waiting = page.waitForEvent('download')
    await person.press('Enter')
    const file = await (await waiting).path()
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      format: 'relation-explorer/graph@1',
    })
  })

  await person.neverPointed()
})
