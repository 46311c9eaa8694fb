import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

type Made = { readonly nodes: readonly unknown[]; readonly edges: readonly unknown[] }

/** Opens a graph that was made for a test as an imported workspace of the open site. */
export async function openGraph(page: Page, folder: string, { nodes, edges }: Made): Promise<void> {
  const graph = {
    format: 'relation-explorer/graph@1',
    version: '0.0.0',
    site: (await page.locator('.status-bar__site').textContent()) ?? '',
    exportedAt: '2026-01-01T00:00:00.000Z',
    ...{ nodes, edges },
    stats: { nodes: nodes.length, edges: edges.length, calls: 0 },
    failures: [],
    completeness: [],
  }
  const file = join(folder, 'made.json')
  await writeFile(file, JSON.stringify(graph))
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByLabel('Workspace file').setInputFiles(file)
}
