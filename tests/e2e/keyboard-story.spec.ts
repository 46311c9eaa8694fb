import { readFile, writeFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { Ears } from './ears'
import { test } from './host'
import { KeyboardPerson } from './keyboard'

const start = 'Ingest pipeline'
const hub = 'Architecture overview'
/** Nothing relates the two by this name. */
const [source, target, name] = ['Ingest pipeline sketch', 'Activation metric', 'contradicts']

/** All that is heard in the story, in its order; `--update-snapshots` writes it anew, to be read. */
const script = 'tests/e2e/keyboard-story.heard.txt'

/** Which of two things in a part is said first is for the quicker answer to decide. */
const asSaid = (text: string): string =>
  text
    .split(/^(?=#)/m)
    .map((part) => part.split('\n').sort().join('\n'))
    .join('')

test('the whole story runs by keyboard alone, and is heard', async ({ page, host }, { config }) => {
  const person = new KeyboardPerson(page)
  const ears = new Ears(page)
  const { here } = person
  let heard = ''
  /** A part of the story; what was heard in it is written down at its end. */
  const part = (name: string, act: () => Promise<void>) =>
    test.step(name, async () => {
      await act()
      await expect(page.locator('body')).not.toBeFocused()
      heard += await ears.writeDown(name)
    })
  await person.putMouseAway()
  await ears.listen()
  await page.goto(host.address)

  await part('opens the demo site', async () => {
    await person.tabTo('button', 'Explore the demo site')
    await person.press('Enter')
    await person.isOnGraph()
    await person.hears('The demo site is open.')
  })

  await part('asks for the keys, and is back where it was', async () => {
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

  await part('crawls', async () => {
    await person.command('crawl panel', 'Crawl panel')
    await expect(here).toHaveRole('tab')
    await person.tabTo('combobox', 'Start from')
    await person.choose(start)
    await person.hears(/About \d+ calls? for the first step/)
    await person.tabTo('button', 'Start crawl')
    await person.press('Enter')
    await person.hears('The crawl has started.')
    await person.hears(/The crawl has ended\. \w+.*: \d+ nodes/)
  })

  await part('finds a node and hears what it is', async () => {
    await person.find(hub)
    await person.hears(/Selected: Architecture overview, page, complete\. .*\d+ in: link \d+/)
  })

  await part('walks by direction and along relations, and goes to the other end', async () => {
    await person.find(start)
    await person.press('Shift+ArrowRight')
    await person.hears(`Selected: Relation link, from ${start} to`)
    const ring = page.locator('.focus-ring')
    const from = await ring.getAttribute('data-node')
    await person.press('Enter')
    await expect(ring).not.toHaveAttribute('data-node', from ?? '')
    await person.isOnGraph()
    const now = page.locator('#graph-focus')
    for (const arrow of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) {
      const before = await now.textContent()
      await person.press(arrow)
      const after = (await now.textContent()) ?? ''
      // No node may stand that way.
      if (after !== before) await expect(person.heard.locator('p').last()).toHaveText(after)
    }
    await expect(now).toContainText(/, (page|whiteboard|blog post), /)
  })

  await part('hears how much a list offers', async () => {
    await person.press('Control+f')
    await person.type('pipeline')
    await person.hears(/\d+ results\./)
    await person.press('Escape')
    await person.press('Escape')
    await person.isOnGraph()
  })

  await part('expands', async () => {
    await person.find(source)
    await person.press('e')
    await person.hears(new RegExp(`Expanded “${source}”: \\d+ neighbours? loaded`))
    await person.isOnGraph()
  })

  await part('connects', async () => {
    await person.press('c')
    await expect(page.getByRole('dialog', { name: `Connect “${source}” to…` })).toBeVisible()
    await person.choose(target)
    await expect(page.getByRole('dialog', { name: 'New relation' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Relation name' })).toBeFocused()
    await person.choose(name)
    await person.hears(`Created: “${source}” ${name} “${target}”.`)
    await person.isOnGraph()
  })

  await part('deletes it', async () => {
    await person.command(`select relations ${name}`, `Select relations “${name}”`)
    await person.hears(`Selected: Relation ${name}, from ${source} to ${target}`)
    await person.isOnGraph()
    await person.press('Delete')
    await expect(page.getByRole('dialog', { name: 'Delete this relation?' })).toBeVisible()
    await expect(here).toHaveText('Delete relation')
    await person.press('Enter')
    await person.hears(`Deleted: “${source}” ${name} “${target}”.`)
    await person.isOnGraph()
    // The relation that was selected is gone, so the keyboard is on its node again.
    const node = (await page.locator('#graph-focus').textContent()) ?? ''
    // Told when the relation has left the graph, which may be a moment before the act itself is told.
    await person.hears(node)
  })

  await part('takes it back', async () => {
    await person.press('Control+z')
    await person.hears(`Created again: “${source}” ${name} “${target}”.`)
  })

  await part('filters', async () => {
    await person.command('filter panel', 'Filter panel')
    await person.tabTo('textbox', 'Words in the title')
    await person.type('pipeline')
    await person.hears(/\d+ of [\d,]+ nodes and \d+ of [\d,]+ relations match\./)
    await person.press('Escape')
    await person.isOnGraph()
    await person.command('clear the filter', 'Clear the filter')
    await person.hears(/No filter: all [\d,]+ nodes match\./)
  })

  await part('reads the same in the outline, and leaves it', async () => {
    await person.press('o')
    await expect(here).toHaveRole('treeitem')
    await person.press('Home', 'ArrowDown', 'Shift+F10')
    await expect(page.getByRole('menuitem', { name: /^Expand E?/ }).first()).toBeVisible()
    await person.press('Escape')
    await expect(here).toHaveRole('treeitem')
    await person.press('o')
    await person.isOnGraph()
  })

  await part('looks for a path', async () => {
    await person.find(source)
    await person.press('p')
    await person.hears(`Path from “${source}”.`)
    await person.find(hub)
    await person.press('Shift+P')
    await person.hears(/\d+ shortest paths? of \d steps?/)
    await person.press('F6')
    await expect(page.getByRole('complementary', { name: 'Details' }).locator(here)).toHaveCount(1)
    await person.press('Escape')
    await person.isOnGraph()
  })

  await part('keeps a snapshot, and compares with it', async () => {
    await person.command('snapshots', 'Snapshots…')
    const dialog = page.getByRole('dialog', { name: 'Snapshots' })
    await person.tabTo('textbox', 'Name of the snapshot')
    await person.type('before')
    await person.press('Enter')
    await expect(dialog.getByRole('status')).toHaveText('Kept “before”.')
    await person.tabTo('button', 'Compare')
    await person.press('Enter')
    await person.hears(/Nothing differs between “before” and the graph of .+\./)
    await person.press('Escape')
    await person.isOnGraph()
  })

  await part('exports', async () => {
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
    await person.hears(/“relations-.+\.json” is ready to be saved\./)
  })

  await person.neverPointed()
  if (config.updateSnapshots === 'all') await writeFile(script, heard)
  expect(asSaid(heard)).toBe(asSaid(await readFile(script, 'utf8')))
})
