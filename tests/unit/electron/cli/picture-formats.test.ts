import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphOf } from '../../src/shared/graph/two-graphs'
import { type Given, runCommand } from './run-command'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-picture-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Free fonts that a reader of PDF brings along for its own use; of Latin, Greek and Cyrillic. */
const someFonts = join(import.meta.dirname, '../../../../node_modules/pdfjs-dist/standard_fonts')

/** A graph whose pages have these titles. */
function titled(...titles: string[]): string {
  const graph = graphOf(['1 link 2', '2 needs 3'])
  return JSON.stringify({
    ...graph,
    nodes: graph.nodes.map((node, at) => ({ ...node, title: titles[at] ?? node.title })),
  })
}

const convert = (graph: string, args: readonly string[], given: Given = {}) =>
  runCommand(['convert', '-', ...args], { dataDir: folder, input: graph, ...given })

/** The words of an SVG, and the colour of its paper; throws where it is no XML. */
function readSvg(text: string) {
  const words: string[] = []
  const fills: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (part) => words.push(part))
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'rect') fills.push(String(attributes['fill']?.value))
  })
  parser.write(text).close()
  return { text: words.join(' '), paper: fills[0] }
}

async function readPdf(data: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  const page = await pdf.getPage(1)
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join(' ')
}

describe('a picture without a window', () => {
  it('is an SVG with each title as it is, in every script', async () => {
    const titles = ['A <b> & “c”', 'Привет, мир', '東京タワー']
    const { code, out, err } = await convert(titled(...titles), ['--format', 'svg'])
    expect([code, err]).toEqual([0, ''])
    const { text } = readSvg(out)
    for (const title of titles) expect(text).toContain(title)
    expect(text).toContain('3 nodes, 2 relations.')
  })

  it('has dark paper where that is asked for', async () => {
    const papers: unknown[] = []
    for (const theme of ['light', 'dark']) {
      const { out } = await convert(titled('A'), ['--format', 'svg', '--theme', theme])
      papers.push(readSvg(out).paper)
    }
    expect(new Set(papers).size).toBe(2)
    const { out } = await convert(titled('A'), ['--format', 'svg'])
    expect(readSvg(out).paper).toBe(papers[0])
  })

  it.each(['svg', 'pdf'])('holds no name that is to be replaced, as %s', async (format) => {
    const out = join(folder, `hidden.${format}`)
    const args = ['--redact', '--redact-relations', '--out', out]
    const { code } = await convert(titled('Secret plan'), args)
    expect(code).toBe(0)
    const data = await readFile(out)
    const text =
      format === 'svg' ? readSvg(data.toString('utf8')).text : await readPdf(new Uint8Array(data))
    expect(text).not.toMatch(/Secret|needs/)
    expect(text).toContain('Content 1')
  })

  it('is a PDF whose letters can be searched, also those that not every reader has', async () => {
    const out = join(folder, 'letters.pdf')
    const titles = ['Plain “words”…', 'Привет, мир', 'Ωμέγα']
    const { code, err } = await convert(titled(...titles), ['--out', out], {
      fontFolders: [someFonts],
    })
    expect([code, err]).toEqual([0, ''])
    const text = await readPdf(new Uint8Array(await readFile(out)))
    for (const title of titles) expect(text).toContain(title)
  })

  it('says which letters no font of the machine has, and is there all the same', async () => {
    const out = join(folder, 'lacking.pdf')
    const { code, err } = await convert(titled('東京タワー', 'Known'), ['--out', out])
    expect(code).toBe(3)
    expect(err).toMatch(/^One text has letters that are in no font of this machine/)
    const text = await readPdf(new Uint8Array(await readFile(out)))
    expect(text).toContain('Known')
    // What is a box to the eye is still what it is to a search.
    expect(text).toContain('東京タワー')
  })

  it('takes a layout, and the same graph gives the same picture', async () => {
    const draw = () => convert(titled('A', 'B', 'C'), ['--format', 'svg', '--layout', 'grid'])
    expect((await draw()).out).toBe((await draw()).out)
  })

  it.each([
    [['--format', 'png'], 'export it in the window'],
    [['--out', 'picture.png'], 'export it in the window'],
    [['--format', 'gexf', '--theme', 'dark'], '--theme is the paper of a picture'],
    [['--format', 'svg', '--theme', 'blue'], 'light, dark'],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, out, err } = await convert(titled('A'), args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(words)
  })
})
