import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { type RunningHost, startHost } from './host'
import { connect, type Site, startSite } from './site'

/** Told at each stop, while the screen is as its name says. */
export type Look = (name: string) => Promise<void>

export type Program = { readonly host: RunningHost; readonly dataDir: string }

type Stop = { readonly explorer: ExplorerPage; readonly page: Page; readonly look: Look }

/** Opens every screen, dialog, menu and notice, one after the other, on a demo site. */
export async function seeEveryScreen(page: Page, program: Program, look: Look): Promise<void> {
  const { site, stop } = await startSite()
  try {
    const explorer = new ExplorerPage(page)
    const lookAtRest: Look = async (name) => {
      await explorer.animationsEnd()
      await look(name)
    }
    await seeAll({ explorer, page, look: lookAtRest }, program, site)
  } finally {
    stop()
  }
}

async function seeAll(stop: Stop, { host, dataDir }: Program, site: Site): Promise<void> {
  const { explorer, page, look } = stop
  await page.goto(host.address)
  await seeSignIn(stop)
  await page.getByRole('button', { name: 'With an API token' }).click()
  await connect(page, site, site.token)
  await seeEmpty(stop)
  await explorer.chooseStart('Ingest pipeline')
  await page.getByLabel('Node limit').fill('40')
  await explorer.crawl()
  await look('a graph')
  await seePanels(stop)
  await seeOutline(stop)
  await seeMenus(stop)
  await seeNodeDialogs(stop)
  await keepSnapshot(stop)
  await seeEdits(stop)
  await seeDraft(stop)
  await seeWorkDialogs(stop)
  await host.stop()
  await page.getByText('The program behind this page has stopped.').waitFor()
  await look('the program has ended')
  await seeSecondStart(stop, dataDir, site)
}

async function seeSignIn({ page, look }: Stop): Promise<void> {
  await page.getByRole('button', { name: 'Explore the demo site' }).waitFor()
  await look('welcome')
  await page.getByText('Scopes your token needs').click()
  await look('sign in with a token, its scopes open')
  await page.getByLabel('Site address').fill('https://127.0.0.1:9')
  await page.getByLabel('Email').fill('me@example.com')
  await page.getByLabel('API token').fill('no token')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await page.getByRole('alert').first().waitFor()
  await look('sign in, refused')
  await page.getByRole('button', { name: 'With an app (OAuth)' }).click()
  await look('sign in with an app')
}

async function seeEmpty({ explorer, page, look }: Stop): Promise<void> {
  await explorer.isOpen()
  await look('an empty graph')
  await explorer.start.fill('Ingest')
  await page.getByRole('option').first().waitFor()
  await look('a list of starts')
  await explorer.start.fill('')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Relations to follow' }).click()
  await page.getByRole('option').first().waitFor()
  await look('a list of relation names')
  await page.keyboard.press('Escape')
}

async function seePanels({ explorer, page, look }: Stop): Promise<void> {
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await look(`the tab ${await tab.textContent()}`)
  }
  await page.getByRole('tab').first().click()
  await explorer.find('Ingest pipeline')
  await look('details of a node')
  await explorer.graph.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await explorer.details.getByText('source').first().waitFor()
  await look('details of a relation')
  await page.keyboard.press('Control+a')
  await look('everything is selected')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Find in the graph' }).fill('pipe')
  await page.getByRole('option').first().waitFor()
  await look('found in the graph')
  await page.getByRole('combobox', { name: 'Find in the graph' }).fill('')
  await page.keyboard.press('Escape')
}

/** Opens the menu of a node by its title. */
async function openMenu({ explorer, page }: Stop, title: string): Promise<void> {
  await explorer.find(title)
  await explorer.graph.focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menu').waitFor()
}

/** Where something is drawn the menu is of that, so the next spot is tried. */
async function openMenuOfBackground(stop: Stop): Promise<void> {
  const { explorer, page } = stop
  const box = await explorer.graph.boundingBox()
  if (box === null) throw new Error('no graph')
  for (const part of [0.5, 0.4, 0.3, 0.2, 0.6, 0.7, 0.8, 0.9]) {
    await page.mouse.click(box.x + box.width * part, box.y + 4, { button: 'right' })
    await page.getByRole('menu').waitFor()
    if ((await page.getByRole('menu', { name: 'Graph' }).count()) > 0) return
    await closeAll(stop)
  }
  throw new Error('No spot without anything was found.')
}

async function closeAll({ explorer, page }: Stop): Promise<void> {
  const over = page.getByRole('dialog').or(page.getByRole('menu'))
  for (let times = 0; times < 5 && (await over.count()) > 0; times += 1) {
    await page.keyboard.press('Escape')
    await explorer.animationsEnd()
  }
  await expect(over).toHaveCount(0)
}

/** Takes away what would lie over the next screens for a while. */
async function dismissNotices({ explorer }: Stop): Promise<void> {
  const dismiss = explorer.notices.getByRole('button', { name: 'Dismiss' })
  // At once, since a notice may go by itself before a pointer is there.
  await dismiss.evaluateAll((buttons: HTMLElement[]) => {
    for (const button of buttons) button.click()
  })
  await expect(dismiss).toHaveCount(0)
}

async function seeOutline({ explorer, page, look }: Stop): Promise<void> {
  const outline = page.getByRole('region', { name: 'Outline' })
  const opener = explorer.status.getByRole('button', { name: 'Outline' })
  await opener.click()
  await outline.getByRole('tree').waitFor()
  await look('the outline as a tree')
  for (const table of ['Nodes', 'Relations']) {
    await outline.getByRole('button', { name: table }).click()
    await outline.getByRole('grid', { name: table }).waitFor()
    await look(`the outline as a table of ${table.toLowerCase()}`)
  }
  await outline.getByRole('button', { name: 'Matrix' }).click()
  await outline.getByRole('grid', { name: 'Relations between' }).waitFor()
  await look('the outline as a matrix')
  await opener.click()
  await outline.waitFor({ state: 'detached' })
}

async function seeMenus(stop: Stop): Promise<void> {
  const { explorer, page, look } = stop
  for (const name of [/^Site:/, /^Layout:/]) {
    await page.getByRole('button', { name }).click()
    await page.getByRole('menu').waitFor()
    await look(`the menu ${String(name)}`)
    await closeAll(stop)
  }
  await openMenu(stop, 'Ingest pipeline')
  await look('the menu of a node')
  await closeAll(stop)
  await explorer.graph.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: /^Delete relation/ }).waitFor()
  await look('the menu of a relation')
  await closeAll(stop)
  await openMenuOfBackground(stop)
  await look('the menu of the background')
  await closeAll(stop)
}

async function seeNodeDialogs(stop: Stop): Promise<void> {
  const { explorer, page, look } = stop
  for (const entry of ['Expand by…', 'Probe relation names…']) {
    await openMenu(stop, 'Ingest pipeline')
    await page.getByRole('menuitem', { name: entry }).click()
    await page.getByRole('dialog').waitFor()
    await look(`the dialog ${entry}`)
    await closeAll(stop)
  }
  await openMenu(stop, 'Ingest pipeline')
  await page.getByRole('menuitem', { name: 'Path from here' }).click()
  await openMenu(stop, 'Architecture overview')
  await page.getByRole('menuitem', { name: 'Path to here' }).click()
  await page.getByRole('region', { name: 'Paths' }).getByRole('status').waitFor()
  await look('paths')
  await page.getByRole('button', { name: 'Close paths' }).click()
  await explorer.graph.focus()
  await page.keyboard.press('1')
  await look('focus on a neighbourhood')
  await page.keyboard.press('0')
  await page.keyboard.press('h')
  await look('something is hidden')
  await page.keyboard.press('Control+z')
  await dismissNotices(stop)
  const names = page.getByRole('button', { name: 'Relation names…' })
  if (!(await names.isVisible())) await page.getByText('Legend', { exact: true }).click()
  await names.click()
  await page.getByRole('dialog', { name: 'Relation names' }).waitFor()
  await look('relation names')
  await page
    .getByRole('button', { name: /^Change / })
    .first()
    .click()
  await look('the form of a relation name')
  await closeAll(stop)
}

/** Chooses the other end and a name for a new relation from the focused node. */
async function connectTo({ explorer, page, look }: Stop, title: string, name: string) {
  await explorer.graph.focus()
  await page.keyboard.press('c')
  const target = page.getByRole('combobox', { name: 'Target' })
  await target.fill(title)
  await page.getByRole('option', { name: title }).first().waitFor()
  await look(`connect to ${title}`)
  await page.getByRole('option', { name: title }).first().click()
  const box = page.getByRole('combobox', { name: 'Relation name' })
  await box.fill(name)
  await page.getByRole('option', { name: `New name “${name}”` }).waitFor()
  await look('the name of a new relation')
  await page.getByRole('option', { name: `New name “${name}”` }).click()
}

async function seeEdits(stop: Stop): Promise<void> {
  const { explorer, page, look } = stop
  await explorer.find('Ingest pipeline')
  await connectTo(stop, 'Company values', 'seen-by')
  await expect(explorer.notices).toContainText('Created:')
  await look('a notice')
  await dismissNotices(stop)
  await explorer.graph.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete this relation?' })
  await expect(dialog).toContainText('Created by')
  await look('delete a relation')
  await closeAll(stop)
  await explorer.find('Ingest pipeline')
  await explorer.graph.focus()
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'Target' }).fill('Company values')
  await page.getByRole('option', { name: 'Company values' }).first().click()
  await page.getByRole('combobox', { name: 'Relation name' }).fill('favorite')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').first().waitFor()
  // The list of names goes once one is picked from it.
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
  await look('a relation name that is refused')
  await closeAll(stop)
}

async function seeDraft(stop: Stop): Promise<void> {
  const { explorer, page, look } = stop
  await page.getByRole('button', { name: 'Draft', exact: true }).click()
  await explorer.find('Ingest pipeline')
  await connectTo(stop, 'Laptop setup', 'drafted-by')
  await expect(page.getByRole('region', { name: 'Draft' })).toContainText('one change')
  await look('draft mode')
  await page.getByRole('button', { name: 'Review…' }).click()
  const review = page.getByRole('dialog', { name: 'Review the draft' })
  await expect(review.getByRole('status').first()).toContainText('1 new')
  await look('the draft under review')
  await review.getByRole('button', { name: 'Apply 1 change' }).click()
  await page.getByRole('dialog', { name: 'Applied one change.' }).waitFor()
  await look('how the changes came out')
  await closeAll(stop)
  await page.getByRole('button', { name: 'Draft', exact: true }).click()
}

async function seeWorkDialogs(stop: Stop): Promise<void> {
  const { explorer, page, look } = stop
  for (const name of ['Workspace', 'History', 'Export…', 'Ask many nodes for relations…']) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await look(`the dialog ${name}`)
    await closeAll(stop)
  }
  await explorer.graph.focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('option').first().waitFor()
  await look('the palette')
  await closeAll(stop)
  await explorer.graph.focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await look('the keys')
  await closeAll(stop)
  await page.getByRole('button', { name: /calls? made$/ }).click()
  await page.getByRole('dialog').waitFor()
  await look('the calls')
  await closeAll(stop)
  await seeDifferences(stop)
}

async function keepSnapshot(stop: Stop): Promise<void> {
  const { page, look } = stop
  await page.getByRole('button', { name: 'Keep as a snapshot…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Snapshots' })
  await dialog.getByLabel('Name of the snapshot').fill('First')
  await dialog.getByRole('button', { name: 'Keep a snapshot' }).click()
  await expect(dialog.getByRole('list', { name: 'Snapshots' })).toContainText('First')
  await look('snapshots')
  await closeAll(stop)
}

async function seeDifferences({ page, look }: Stop): Promise<void> {
  await page.getByRole('button', { name: 'Keep as a snapshot…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Snapshots' })
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
  await dialog.getByRole('region', { name: 'List of differences' }).waitFor()
  await look('snapshots compared')
  await dialog.getByRole('button', { name: 'Show on the graph' }).click()
  await page.getByRole('region', { name: 'Comparison' }).waitFor()
  await look('a comparison on the graph')
  await page.getByRole('button', { name: 'End the comparison' }).click()
}

/** What is only there when the program was used before. */
async function seeSecondStart(stop: Stop, dataDir: string, site: Site): Promise<void> {
  const { explorer, page, look } = stop
  const host = await startHost(dataDir)
  try {
    await page.goto('about:blank')
    await page.goto(host.address)
    // What was open is there again at once.
    await explorer.isOpen()
    await explorer.leave()
    await page.getByRole('heading', { name: 'Your sites' }).waitFor()
    await look('welcome, with a site that is known')
    await connect(page, site, site.token)
    await explorer.isOpen()
    await expect(explorer.status).toContainText(/[1-9]\d* nodes/)
    await page.keyboard.press('Control+z')
    await page.getByRole('dialog', { name: /^Undo a change of an earlier session/ }).waitFor()
    await look('undo of an earlier session')
  } finally {
    await host.stop()
  }
}
