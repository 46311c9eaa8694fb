import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('a workspace comes back as it was, and is kept, copied and compared', async ({
  page,
  host,
}, info) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await page.getByLabel('Node limit').fill('25')
  await explorer.crawl()
  const before = await explorer.find('Ingest pipeline')

  await test.step('kept as a snapshot, changed, compared', async () => {
    await page.getByRole('button', { name: 'Keep as a snapshot…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Snapshots' })
    await dialog.getByLabel('Name of the snapshot').fill('First')
    await dialog.getByRole('button', { name: 'Keep a snapshot' }).click()
    await expect(dialog.getByRole('list', { name: 'Snapshots' })).toContainText('First')
    await page.keyboard.press('Escape')
    await explorer.graph.focus()
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: 'Target' }).fill('Release')
    await page.getByRole('option').first().click()
    await page.getByRole('combobox', { name: 'Relation name' }).fill('compared-by')
    await page.getByRole('option', { name: 'New name “compared-by”' }).click()
    await expect(explorer.notices).toContainText('Created:')
    await page.getByRole('button', { name: 'Keep as a snapshot…' }).click()
    await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
    await expect(dialog.getByRole('region', { name: 'List of differences' })).toContainText(
      'compared-by',
    )
    await dialog.getByRole('button', { name: 'Show on the graph' }).click()
    const bar = page.getByRole('region', { name: 'Comparison' })
    await expect(bar).toContainText('new (glowing)')
    await bar.getByRole('button', { name: 'List…' }).click()
    await expect(page.getByRole('region', { name: 'List of differences' })).toContainText(
      'compared-by',
    )
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'End the comparison' }).click()
  })

  await test.step('a reload loses nothing: places, acts, undo', async () => {
    const count = await explorer.nodeCount()
    const at = await explorer.find('Ingest pipeline')
    await page.keyboard.press('Escape')
    await explorer.graph.focus()
    await page.keyboard.press('h')
    await expect(explorer.status).toContainText('1 node hidden')
    await page.reload()
    await explorer.isOpen()
    expect(await explorer.nodeCount()).toBe(count)
    await expect(explorer.status).toContainText('1 node hidden')
    await page.keyboard.press('Control+z')
    await expect(explorer.status).not.toContainText('hidden')
    const again = await explorer.find('Ingest pipeline')
    // The view is fitted anew; what stands where in the picture is the same.
    expect(Math.hypot(again.x - at.x, again.y - at.y)).toBeLessThan(400)
    await explorer.graph.focus()
    await page.keyboard.press('Control+z')
    await expect(explorer.notices).toContainText('compared-by')
    await page.keyboard.press('Control+Shift+z')
    await page.getByRole('button', { name: 'History' }).click()
    const acts = page.getByRole('list', { name: 'Changes, newest first' })
    await expect(acts.getByRole('listitem').first()).toContainText('Done again')
    await page.getByRole('button', { name: /^Undo to here: Created/ }).click()
    await expect(acts.getByRole('listitem').first()).toContainText('Undone')
    await page.keyboard.press('Escape')
    expect(before.radius).toBeGreaterThan(0)
  })

  await test.step('copied, started empty, opened again, deleted', async () => {
    const dialog = page.getByRole('dialog', { name: 'Workspace' })
    const count = await explorer.nodeCount()
    await page.getByRole('button', { name: 'Workspace' }).click()
    await dialog.getByRole('button', { name: 'Save a copy' }).click()
    await expect(dialog.getByRole('status')).toHaveText('Saved as “Demo site copy”.')
    const waiting = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download the file' }).click()
    const file = await (await waiting).path()
    await dialog.getByRole('button', { name: 'Start empty' }).click()
    await expect(explorer.status).toContainText('0 nodes')
    await page.getByRole('button', { name: 'Workspace' }).click()
    await dialog.getByRole('button', { name: 'Open Demo site copy' }).click()
    await expect(explorer.status).toContainText(`${count} nodes`)
    await page.getByRole('button', { name: 'Workspace' }).click()
    await dialog.getByLabel('Workspace file').setInputFiles(file)
    await expect(dialog).toBeHidden()
    await expect(explorer.status).toContainText(`${count} nodes`)
    await page.getByRole('button', { name: 'Workspace' }).click()
  })

  await test.step('a double click deletes one, and destroys nothing', async () => {
    const dialog = page.getByRole('dialog', { name: 'Workspace' })
    const others = dialog.getByRole('region', { name: 'Other workspaces of this site' })
    const trash = dialog.getByRole('list', { name: 'Deleted' })
    // The list is read from the folder when the dialog opens: it is counted once it is there.
    await expect(
      dialog.getByRole('button', { name: 'Delete Demo site copy', exact: true }),
    ).toBeVisible()
    const before = await others.getByRole('button', { name: /^Delete/ }).count()
    await dialog.getByRole('button', { name: 'Delete Demo site copy', exact: true }).dblclick()
    await expect(dialog.getByRole('status')).toHaveText('Moved “Demo site copy” to the trash.')
    await expect(trash.getByRole('listitem')).toHaveCount(1)
    await expect(others.getByRole('button', { name: /^Delete/ })).toHaveCount(before)
    await dialog.getByRole('button', { name: 'Undo' }).click()
    await expect(dialog.getByRole('status')).toHaveText('Restored “Demo site copy”.')
    await expect(dialog.getByRole('button', { name: 'Open Demo site copy' })).toBeVisible()
    await expect(trash.getByRole('listitem')).toHaveCount(0)
  })

  await test.step('deleted for good only where that is answered', async () => {
    const dialog = page.getByRole('dialog', { name: 'Workspace' })
    const trash = dialog.getByRole('list', { name: 'Deleted' })
    await dialog.getByRole('button', { name: 'Delete Demo site copy', exact: true }).click()
    await trash.getByRole('button', { name: 'Delete Demo site copy for good…' }).dblclick()
    await expect(trash.getByRole('listitem')).toHaveCount(1)
    const keep = trash.getByRole('button', { name: 'Keep' })
    await keep.click()
    await trash.getByRole('button', { name: 'Delete Demo site copy for good…' }).press('Enter')
    // The keyboard is on the answer that changes nothing.
    await expect(keep).toBeFocused()
    await page.screenshot({ path: info.outputPath('trash.png') })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: info.outputPath('trash-dark.png') })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.keyboard.press('Enter')
    await expect(keep).toHaveCount(0)
    await trash.getByRole('button', { name: 'Delete Demo site copy for good…' }).click()
    await trash.getByRole('button', { name: 'Delete for good', exact: true }).click()
    await expect(dialog.getByRole('status')).toHaveText('Deleted for good.')
    await expect(trash.getByRole('listitem')).toHaveCount(0)
    await expect(dialog.getByRole('heading', { name: 'Trash' })).toBeFocused()
    await page.keyboard.press('Escape')
  })

  await test.step('a snapshot is taken back after its removal, and by the trash later', async () => {
    const openSnapshots = async () => {
      await page.getByRole('button', { name: 'Workspace' }).click()
      await page.getByRole('button', { name: 'Snapshots…' }).click()
    }
    await openSnapshots()
    const dialog = page.getByRole('dialog', { name: 'Snapshots' })
    const trash = dialog.getByRole('list', { name: 'Deleted' })
    await dialog.getByRole('button', { name: 'Delete snapshot First' }).dblclick()
    await expect(dialog.getByRole('status')).toHaveText('Moved “First” to the trash.')
    await dialog.getByRole('button', { name: 'Undo' }).click()
    await expect(dialog.getByRole('status')).toHaveText('Restored “First”.')
    await dialog.getByRole('button', { name: 'Delete snapshot First' }).click()
    await expect(trash).toContainText('First')
    await page.keyboard.press('Escape')
    await openSnapshots()
    await expect(dialog.getByRole('list', { name: 'Snapshots' }).getByRole('listitem')).toHaveCount(
      0,
    )
    await trash.getByRole('button', { name: 'Restore First' }).click()
    await expect(dialog.getByRole('list', { name: 'Snapshots' })).toContainText('First')
  })
})
