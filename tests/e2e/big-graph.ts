import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** More nodes than the small canvas draws. */
const size = 1500

/** A graph file of the open site: a spiral of pages, each related to its neighbour and to a hub. */
function bigGraph(site: string) {
  const id = (at: number) => `content:9${at}`
  const nodes = Array.from({ length: size }, (_, at) => ({
    id: id(at),
    type: 'content',
    key: `9${at}`,
    title: at === 0 ? 'The hub' : `Made page ${at}`,
    status: 'current',
    completeness: 'complete',
    position: { x: 60 * Math.sqrt(at) * Math.cos(at), y: 60 * Math.sqrt(at) * Math.sin(at) },
  }))
  const edge = (relation: string, source: number, target: number) => ({
    id: `${relation}|${id(source)}|${id(target)}`,
    relation,
    source: id(source),
    target: id(target),
  })
  const edges = nodes
    .slice(1)
    .flatMap((_node, at) => [
      edge('follows', at + 1, at),
      ...(at % 3 === 0 && at > 0 ? [edge('serves', at + 1, 0)] : []),
    ])
  return {
    format: 'relation-explorer/graph@1',
    version: '0.0.0',
    site,
    exportedAt: '2026-01-01T00:00:00.000Z',
    nodes,
    edges,
    stats: { nodes: nodes.length, edges: edges.length, calls: 0 },
    failures: [],
    completeness: [],
  }
}

/** Opens it as an imported workspace. */
export async function openBig(page: Page, folder: string): Promise<void> {
  const site = (await page.locator('.status-bar__site').textContent()) ?? ''
  const file = join(folder, 'big.json')
  await writeFile(file, JSON.stringify(bigGraph(site)))
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByLabel('Workspace file').setInputFiles(file)
}
