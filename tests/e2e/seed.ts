import { expect, type Page } from '@playwright/test'

/** Pages by their titles, where they stand, and relations between them by their place in the list. */
export type Seed = {
  readonly titles: readonly string[]
  readonly place: (at: number) => { readonly x: number; readonly y: number }
  readonly relations: readonly (readonly [relation: string, source: number, target: number])[]
}

/** A graph file of a site. Its pages are nobody's: what they relate to is in the file alone. */
export function graphFile(site: string, { titles, place, relations }: Seed) {
  const key = (at: number) => `9${at}`
  const id = (at: number) => `content:${key(at)}`
  const nodes = titles.map((title, at) => ({
    ...{ id: id(at), type: 'content', key: key(at), title },
    ...{ status: 'current', completeness: 'complete', position: place(at) },
  }))
  const edges = relations.map(([relation, source, target]) => ({
    id: `${relation}|${id(source)}|${id(target)}`,
    ...{ relation, source: id(source), target: id(target) },
  }))
  return {
    ...{ format: 'relation-explorer/graph@1', version: '0.0.0', site, nodes, edges },
    ...{ exportedAt: '2026-01-01T00:00:00.000Z', failures: [], completeness: [] },
    stats: { nodes: nodes.length, edges: edges.length, calls: 0 },
  }
}

/** Opens it as an imported workspace: quicker than any crawl. */
export async function openGraph(page: Page, seed: Seed): Promise<void> {
  const site = (await page.locator('.status-bar__site').textContent()) ?? ''
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByLabel('Workspace file').setInputFiles({
    ...{ name: 'seed.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(graphFile(site, seed))),
  })
  const count = seed.titles.length.toLocaleString('en')
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText(`${count} nodes`)
}
