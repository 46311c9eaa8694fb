import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Mermaid } from 'mermaid'

const titles = [
  '"quoted" & <b onmouseover="x">bold</b>',
  ']]> <script>window.ran = true</script>',
  'first\nsecond',
  '😀 Привет 你好',
  '`code` **bold** _x_ [link](y)',
  '%%{init: {"theme": "dark"}}%%',
  '1. list',
  '- list',
  'end',
  'a;b,c|d #quot; #35;',
  'click here "x"',
]

const graph = {
  format: 'relation-explorer/graph@1',
  version: '1.2.3',
  site: 'https://example.atlassian.net',
  exportedAt: '2026-11-24T10:00:00.000Z',
  nodes: titles.map((title, at) => ({
    id: `${['content', 'user', 'space'][at % 3]}:${at}`,
    type: ['content', 'user', 'space'][at % 3],
    key: String(at),
    title,
    status: 'current',
    completeness: 'complete',
  })),
  edges: titles.slice(1).map((title, at) => {
    const [source, target] = [at, at + 1].map((n) => `${['content', 'user', 'space'][n % 3]}:${n}`)
    return { id: `r${at}|${source}|${target}`, relation: title, source, target }
  }),
  stats: { nodes: titles.length, edges: titles.length - 1, calls: 0 },
  failures: [],
  completeness: [],
}

test('Mermaid draws what is exported for it, and every title is there as it was', async ({
  page,
}, info) => {
  const path = info.outputPath('graph.json')
  await writeFile(path, JSON.stringify(graph))
  const cli = join('out', 'main', 'cli.js')
  const chart = execFileSync(process.execPath, [cli, 'convert', path, '--format', 'mermaid'], {
    encoding: 'utf8',
  })
  await page.setContent('<div id="chart"></div>')
  const mermaid = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js')
  await page.addScriptTag({ path: mermaid })
  const shown = await page.evaluate(async (text) => {
    // The script above has put it there.
    const drawer = (window as unknown as { mermaid: Mermaid }).mermaid
    drawer.initialize({ startOnLoad: false })
    const { svg } = await drawer.render('drawn', text)
    const holder = document.createElement('div')
    holder.innerHTML = svg
    document.body.append(holder)
    const texts = (selector: string) =>
      [...holder.querySelectorAll(selector)].map((one) => one.textContent.trim())
    return {
      nodes: texts('.nodes .nodeLabel'),
      edges: texts('.edgeLabels .edgeLabel').filter((text) => text !== ''),
      ran: 'ran' in window,
    }
  }, chart)
  const lines = titles.map((title) => title.replace(/\s+/g, ' '))
  expect(shown.nodes).toEqual(lines)
  expect(new Set(shown.edges)).toEqual(new Set(lines.slice(1)))
  expect(shown.ran).toBe(false)
})
