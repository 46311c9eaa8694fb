/** Opening a workspace in the built program: from the file to the first picture of it. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import type { NodeId } from '@shared/graph'
import { createWorkspaces } from '../../electron/services/workspace'
import { startHost } from '../../tests/e2e/host'
import { windowSize } from '../browser/open-page'
import type { Context } from '../context'
import { placesFor, scaleFree } from '../graphs/lay-out'
import { asTime, type Section } from '../report/section'
import { median } from '../report/statistics'

type Opened = { readonly ms: number; readonly gap: number }

/** A workspace's file about a site, made as the program makes its own. */
function fileFor(folder: string, site: string, nodes: number): Buffer {
  const { nodes: entities, edges } = scaleFree(nodes)
  const flat = placesFor(nodes)
  const workspaces = createWorkspaces(folder, 'bench')
  try {
    const { id } = workspaces.create(site, 'Bench').info
    workspaces.save(id, {
      batch: { entities: [...entities.values()], relations: [...edges.values()] },
      places: [...entities.keys()].map((node, at): [NodeId, { x: number; y: number }] => [
        node,
        { x: flat[at * 2] ?? 0, y: flat[at * 2 + 1] ?? 0 },
      ]),
    })
    const { download, size } = workspaces.downloads.begin(id)
    const parts: Buffer[] = []
    for (let at = 0; at < size; at += parts.at(-1)?.length ?? size) {
      parts.push(Buffer.from(workspaces.downloads.part(download, at), 'base64'))
    }
    return Buffer.concat(parts)
  } finally {
    workspaces.close()
  }
}

/** Resolves when the picture has ink; counts from when the file is handed over. */
const watchPicture = (page: Page): Promise<Opened> =>
  page.evaluate(
    () =>
      new Promise<Opened>((resolve) => {
        let [began, last, longest] = [Number.NaN, Number.NaN, 0]
        const begin = () => {
          began = last = performance.now()
        }
        document.addEventListener('change', begin, { capture: true, once: true })
        let looked = 0
        const hasInk = (): boolean => {
          const canvas = document.querySelector<HTMLCanvasElement>('canvas.canvas-picture')
          if (canvas === null || canvas.width === 0 || canvas.height === 0) return false
          const plane = canvas.getContext('2d')
          const data = plane?.getImageData(0, 0, canvas.width, canvas.height).data
          return data?.some((value, at) => at % 4 === 3 && value > 0) === true
        }
        const tick = () => {
          const now = performance.now()
          if (!Number.isNaN(last)) longest = Math.max(longest, now - last)
          // Looking takes time of its own, which is nobody's gap.
          if (now - looked > 40 && !Number.isNaN(began)) {
            if (hasInk()) {
              resolve({ ms: now - began, gap: longest })
              return
            }
            looked = performance.now()
          }
          if (!Number.isNaN(began)) last = performance.now()
          setTimeout(tick)
        }
        tick()
      }),
  )

async function openOnce(context: Context, nodes: number): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'relation-explorer-bench-'))
  const host = await startHost(join(folder, 'host'))
  const browser = await context.browser()
  const tab = await browser.newContext({ viewport: windowSize, colorScheme: 'light' })
  try {
    const page = await tab.newPage()
    await page.goto(host.address)
    await page.getByRole('button', { name: 'Explore the demo site' }).click()
    const site = (await page.locator('.status-bar__site').textContent()) ?? ''
    const path = join(folder, 'bench.relx')
    await writeFile(path, fileFor(join(folder, 'made'), site, nodes))
    await page.getByRole('button', { name: 'Workspace', exact: true }).click()
    const input = page.getByLabel('Workspace file')
    await input.waitFor({ state: 'attached' })
    const seen = watchPicture(page)
    await input.setInputFiles(path)
    return await seen
  } finally {
    await tab.close()
    await host.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export async function workspace(context: Context): Promise<Section> {
  await promisify(execFile)('npm', ['run', 'build'], { cwd: context.root })
  const rows: string[][] = []
  // Smaller graphs are drawn by another canvas, and at once.
  for (const nodes of context.sizes.filter((size) => size > 500)) {
    const all: Opened[] = []
    for (let run = 0; run < context.runs; run += 1) all.push(await openOnce(context, nodes))
    rows.push([
      nodes.toLocaleString('en'),
      asTime(median(all.map(({ ms }) => ms))),
      asTime(median(all.map(({ gap }) => gap))),
    ])
    context.say(rows.at(-1)?.join(', ') ?? '')
  }
  return {
    title: 'Workspace',
    notes: [
      'A workspace’s file is chosen in the built program, served on loopback: until pixels of its picture are there, and the longest time that the page did not answer meanwhile. Uploading, checking, reading and placing are all in it.',
    ],
    tables: [{ head: ['nodes', 'first picture', 'longest gap'], rows }],
  }
}
