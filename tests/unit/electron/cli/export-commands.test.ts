import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formats } from '@shared/export'
import { GraphFile, type Unresolved } from '@shared/graph'
import { layoutNames } from '@shared/layout'
import { createWorkspaces } from '../../../../electron/services/workspace'
import { graphOf, site } from '../../src/shared/graph/two-graphs'
import { runCommand } from './run-command'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-export-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const runCli = (args: readonly string[], input = '') => runCommand(args, { dataDir: folder, input })

async function saved(): Promise<string> {
  const path = join(folder, 'graph.json')
  await writeFile(path, JSON.stringify(graphOf(['1 link 2', '2 needs 3'])))
  return path
}

/** A workspace with a page that has a place, and what is called how. */
function workspaceFile(unresolved?: readonly Unresolved[]): string {
  const workspaces = createWorkspaces(folder, 'session')
  const { info } = workspaces.create(site, 'kept')
  workspaces.save(info.id, {
    batch: {
      entities: [
        { id: 'content:7', type: 'content', key: '7', title: 'Kept page', status: 'current' },
      ],
      relations: [],
    },
    places: [['content:7', { x: 12, y: 34 }]],
    kept: { words: { put: [{ item: { name: 'link', colour: '#112233' } }] } },
    ...(unresolved !== undefined && { unresolved: { anew: true, list: [...unresolved] } }),
  })
  workspaces.close()
  return join(folder, 'workspaces', `${info.id}.relx`)
}

describe('export and convert', () => {
  it.each([
    ['graphml', '<graphml'],
    ['gexf', '<gexf'],
    ['cyjs', '"elements"'],
    ['dot', 'digraph'],
    ['mermaid', 'flowchart LR'],
    ['csv-nodes', '"id","title"'],
    ['csv-relations', '"relation","source"'],
    ['cypher', 'MERGE (n:Entity {id: row.id})'],
    ['json', 'relation-explorer/graph@1'],
  ])('writes %s to standard output', async (format, mark) => {
    const told = await runCli(['convert', await saved(), '--format', format])
    expect([told.code, told.err]).toEqual([0, ''])
    expect(told.out).toContain(mark)
  })

  it.each(formats.filter(({ isPair }) => !isPair).map(({ name }) => name))(
    'passes no address on that leads away from the site, as %s',
    async (format) => {
      const graph = graphOf(['1 link 2', '2 link 3'])
      const urls = ['javascript:alert(1)', `${site}.evil.example/wiki`, `${site}/wiki/100%`]
      const nodes = graph.nodes.map((node, at) => ({ ...node, url: urls[at] }))
      const { code, out } = await runCli(
        ['convert', '-', '--format', format],
        JSON.stringify({ ...graph, nodes }),
      )
      expect(code).toBe(0)
      expect(out).not.toMatch(/javascript:|evil/)
    },
  )

  it.each(layoutNames)('gives each node a place of its own by the layout %s', async (layout) => {
    const args = ['--format', 'json', '--layout', layout]
    const told = await runCli(['convert', await saved(), ...args])
    expect([told.code, told.err]).toEqual([0, ''])
    const { nodes } = GraphFile.parse(JSON.parse(told.out))
    const places = nodes.map(({ position }) => `${position?.x},${position?.y}`)
    expect(new Set(places).size).toBe(3)
    expect(places.join()).not.toMatch(/undefined|NaN/)
    const again = await runCli(['convert', await saved(), ...args])
    if (layout !== 'force') expect(again.out).toBe(told.out)
  })

  it('leaves the places of a workspace alone, unless a layout is asked for', async () => {
    const path = workspaceFile()
    const stood = await runCli(['export', path, '--format', 'json'])
    const laid = await runCli(['export', path, '--format', 'json', '--layout', 'grid'])
    const placeIn = ({ out }: { out: string }) =>
      GraphFile.parse(JSON.parse(out)).nodes[0]?.position
    expect(placeIn(stood)).toEqual({ x: 12, y: 34 })
    expect(placeIn(laid)).not.toEqual({ x: 12, y: 34 })
  })

  it('says which layouts there are where one is asked for that is none', async () => {
    const { code, err } = await runCli([
      'convert',
      await saved(),
      '--format',
      'dot',
      '--layout',
      'x',
    ])
    expect(code).toBe(2)
    expect(err).toContain('force, layered, concentric, grid')
  })

  it('takes the format from the ending of the file, and reads standard input', async () => {
    const out = join(folder, 'out.gexf')
    const told = await runCli(['convert', '-', '--out', out], await readFile(await saved(), 'utf8'))
    expect([told.code, told.out]).toEqual([0, ''])
    expect(await readFile(out, 'utf8')).toContain('<gexf')
  })

  it('reads a graph as PowerShell redirects it, and knows a node for every end', async () => {
    const path = await saved()
    const file = GraphFile.parse(JSON.parse(await readFile(path, 'utf8')))
    const torn = JSON.stringify({ ...file, nodes: file.nodes.slice(0, 1) })
    await writeFile(path, Buffer.from(`\uFEFF${torn}`, 'utf16le'))
    const told = await runCli(['convert', path, '--format', 'graphml'])
    expect([told.code, told.err]).toEqual([0, ''])
    expect(told.out.match(/<node /g)).toHaveLength(file.nodes.length)
    expect(told.out).not.toMatch(/(source|target)="n?"/)
  })

  it('refuses a graph with a mistake by its place', async () => {
    const path = await saved()
    const file = GraphFile.parse(JSON.parse(await readFile(path, 'utf8')))
    const nodes = file.nodes.map((node) => ({ ...node, position: { x: 1e21, y: 0 } }))
    await writeFile(path, JSON.stringify({ ...file, nodes }))
    const told = await runCli(['convert', path, '--format', 'dot'])
    expect([told.code, told.out]).toEqual([2, ''])
    expect(told.err).toContain('“nodes.0.position.x”')
  })

  it('warns where Mermaid would not draw what was written', async () => {
    const path = join(folder, 'large.json')
    const lines = Array.from({ length: 501 }, (_, at) => `${at} link ${at + 1}`)
    await writeFile(path, JSON.stringify(graphOf(lines)))
    const told = await runCli(['convert', path, '--format', 'mermaid'])
    expect(told.code).toBe(0)
    expect(told.err).toContain('at most 500 relations')
  })

  it('writes CSV as two files, and refuses to mix them on standard output', async () => {
    const path = await saved()
    expect((await runCli(['convert', path, '--out', join(folder, 'two.csv')])).code).toBe(0)
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['two-nodes.csv', 'two-relations.csv']),
    )
    const refused = await runCli(['convert', path, '--format', 'csv'])
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain('csv-nodes')
  })

  it('exports a workspace with its places, and leaves the file as it was', async () => {
    const path = workspaceFile()
    const before = await readFile(path)
    const told = await runCli(['export', path, '--format', 'json'])
    const file = GraphFile.parse(JSON.parse(told.out))
    expect([told.code, file.site, file.version]).toEqual([0, site, '1.2.3'])
    expect(file.nodes).toEqual([
      expect.objectContaining({ title: 'Kept page', position: { x: 12, y: 34 } }),
    ])
    expect(Buffer.compare(await readFile(path), before)).toBe(0)
  })

  it('exports what the pages of a workspace name in vain, and asks it where links go nowhere', async () => {
    const open: Unresolved = {
      ...{ source: 'content:7', relation: 'link', names: 'KEPT:Gone', state: 'not-seen' },
      words: 'the old page',
    }
    const path = workspaceFile([open])
    const told = await runCli(['export', path, '--format', 'json'])
    expect(GraphFile.parse(JSON.parse(told.out)).unresolved).toEqual([open])
    const asked = await runCli(['insights', path, '--ask', 'nowhere'])
    expect([asked.code, asked.out]).toEqual([1, expect.stringContaining('“Gone” in KEPT')])
    const unread = await runCli(['export', workspaceFile(), '--format', 'json'])
    expect(GraphFile.parse(JSON.parse(unread.out))).not.toHaveProperty('unresolved')
  })

  it('says that a workspace is open elsewhere', async () => {
    const path = workspaceFile()
    const held = createWorkspaces(folder, 'other')
    held.open(site, path.replace(/^.*\/|\.relx$/g, ''))
    const told = await runCli(['export', path, '--format', 'dot'])
    held.close()
    expect([told.code, told.out]).toEqual([2, ''])
    expect(told.err).toContain('is open in another window or program')
  })

  it('redacts what is told to, in every format', async () => {
    const path = workspaceFile()
    for (const format of ['json', 'dot', 'gexf', 'mermaid']) {
      const { out } = await runCli(['export', path, '--format', format, '--redact'])
      expect(out).toContain('Content 1')
      expect(out).not.toMatch(/Kept|example\.atlassian|content:7/)
    }
    const { out } = await runCli([
      'convert',
      await saved(),
      '--format',
      'dot',
      '--redact-relations',
    ])
    expect(out).toContain('relation-1')
    expect(out).not.toContain('needs')
  })

  it.each([
    ['no format', ['convert', 'x.json'], 2, '--format is missing'],
    ['a format that is none', ['convert', 'x.json', '--format', 'docx'], 2, 'docx'],
    ['no such file', ['convert', 'nowhere.json', '--format', 'dot'], 2, 'cannot be read'],
    ['no such workspace', ['export', 'nowhere.relx', '--format', 'dot'], 2, 'cannot be read'],
  ])('ends with a sentence at %s', async (_, args, code, said) => {
    const told = await runCli(args)
    expect([told.code, told.out]).toEqual([code, ''])
    expect(told.err).toContain(said)
  })

  it('refuses a file that is no graph, and one that only begins like a workspace', async () => {
    const [text, torn] = [join(folder, 'text.json'), join(folder, 'torn.relx')]
    await writeFile(text, '{"nodes": []}')
    await writeFile(torn, 'SQLite format 3\0and then nothing')
    expect(await runCli(['export', text, '--format', 'dot'])).toMatchObject({ code: 2, out: '' })
    const told = await runCli(['export', torn, '--format', 'dot'])
    expect([told.code, told.out]).toEqual([2, ''])
    expect(told.err).toContain('is no workspace of this program, or it is damaged')
  })
})
