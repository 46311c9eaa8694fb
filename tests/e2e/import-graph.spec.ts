import { readFile, writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

type Position = { x: number; y: number }
type File = {
  redacted?: boolean
  nodes: { id: string; position?: Position }[]
  edges: object[]
  stats: { edges: number }
}

/** How near the two nearest nodes stand, in px. */
function closest(nodes: File['nodes']): number {
  const places = nodes.flatMap(({ position }) => position ?? [])
  const apart = places.flatMap((a, at) =>
    places.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
  )
  return places.length < nodes.length ? 0 : Math.min(...apart)
}

async function saveJson(page: Page, redacted = false, part = 'Whole graph'): Promise<File> {
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('dialog').getByRole('combobox').first().selectOption(part)
  await page.getByRole('radio', { name: 'JSON' }).check()
  await page.getByRole('checkbox', { name: 'Redact', exact: true }).setChecked(redacted)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save JSON' }).click()
  return JSON.parse(await readFile(await (await waiting).path(), 'utf8')) as File
}

test('a graph that was exported comes back, as a workspace and as changes for the draft', async ({
  page,
  host,
}, info) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await page.getByLabel('Node limit').fill('20')
  await explorer.crawl()
  const file = await saveJson(page)
  const hidden = await saveJson(page, true)
  const write = async (name: string, value: object) => {
    const path = info.outputPath(name)
    await writeFile(path, JSON.stringify(value))
    return path
  }

  await test.step('a redacted one, or one of another site, is refused with a sentence', async () => {
    await page.getByRole('button', { name: 'Workspace' }).click()
    const input = page.getByLabel('Workspace file')
    const alert = page.getByRole('alert')
    await input.setInputFiles(await write('redacted.json', hidden))
    await expect(alert).toContainText('is redacted')
    await input.setInputFiles(await write('other.json', { ...file, site: 'https://x.example' }))
    await expect(alert).toContainText('is about https://x.example')
    await input.setInputFiles(await write('torn.json', { format: 'relation-explorer/graph@1' }))
    await expect(alert).toContainText('has a mistake')
  })

  await test.step('as a workspace it stands where it stood', async () => {
    await page.getByLabel('Workspace file').setInputFiles(await write('my graph.json', file))
    await expect(page.getByRole('dialog', { name: 'Workspace' })).toBeHidden()
    await expect(explorer.status).toContainText(`${file.nodes.length} nodes`)
    const again = await saveJson(page)
    expect(again.nodes.map(({ id, position }) => [id, position])).toEqual(
      file.nodes.map(({ id, position }) => [id, position]),
    )
    await page.getByRole('button', { name: 'Workspace' }).click()
    await expect(page.getByRole('heading', { name: 'my graph' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('without places it is arranged and fitted, as after a first crawl', async () => {
    // A position of undefined is not written.
    const bare = { ...file, nodes: file.nodes.map((node) => ({ ...node, position: undefined })) }
    await page.getByRole('button', { name: 'Workspace' }).click()
    await page.getByLabel('Workspace file').setInputFiles(await write('bare.json', bare))
    await expect(page.getByRole('dialog', { name: 'Workspace' })).toBeHidden()
    await expect(explorer.status).toContainText(`${file.nodes.length} nodes`)
    await expect(page.getByRole('button', { name: /^Arranging/ })).toBeHidden()
    const seen = await saveJson(page, false, 'What is in view')
    expect(seen.nodes).toHaveLength(file.nodes.length)
    expect(closest(seen.nodes)).toBeGreaterThan(20)
    await page.screenshot({ path: info.outputPath('arranged.png') })
  })

  await test.step('as changes it is what is not there', async () => {
    const [source, target] = file.nodes.map(({ id }) => id)
    const relation = 'imported-by-test'
    const more = { id: `${relation}|${source}|${target}`, relation, source, target }
    const longer = { ...file, edges: [...file.edges, more] }
    await page.getByRole('button', { name: 'Draft', exact: true }).click()
    await page.keyboard.press('Control+k')
    const commands = page.getByRole('dialog', { name: 'Commands' })
    await commands.getByRole('combobox').fill('Review the draft')
    await page.getByRole('option', { name: 'Review the draft…' }).click()
    await page.getByLabel('Change set file').setInputFiles(await write('longer.json', longer))
    const dialog = page.getByRole('dialog', { name: 'Review the draft' })
    await expect(dialog.getByRole('note')).toContainText('1 of its relations are not in this one')
    await expect(dialog).toContainText(`Create “${relation}”`)
  })
})
