import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GraphDiffFile, type GraphFile } from '@shared/graph'
import { answer, graphOf } from '../../src/shared/graph/two-graphs'
import { runCommand } from './run-command'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-diff-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function save(name: string, content: GraphFile | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const runDiff = (...args: readonly string[]) => runCommand(['diff', ...args], { dataDir: folder })

const json = (text: string): unknown => JSON.parse(text)
const before = graphOf(['1 link 2', '3 noted 1'])
const after = graphOf(['1 link 3'], [answer('content:1', 'link', 'out', 'content')])
const pair = () => Promise.all([save('before.json', before), save('after.json', after)])

describe('diff', () => {
  it('ends with 0 where nothing differs', async () => {
    const [one] = await pair()
    expect(await runDiff(one, one)).toEqual({ code: 0, out: 'Nothing differs.\n', err: '' })
    const data = await runDiff(one, one, '--json')
    expect([data.code, json(data.out)]).toMatchObject([0, { isSame: true }])
  })

  it('ends with 1 where something does, and says what in groups', async () => {
    const { code, out, err } = await runDiff(...(await pair()))
    expect([code, err]).toEqual([1, ''])
    expect(out).toBe(
      [
        'Added (1):',
        '  “1” now has the relation “link” to “3”.',
        '',
        'Gone (1):',
        '  “1” no longer has the relation “link” to “2”.',
        '',
        'Unsure (1):',
        '  “3” had the relation “noted” to “1”; whether it still does is not known.',
        '',
      ].join('\n'),
    )
  })

  it.each([['--json'], ['--format', 'json']])('gives data with %s %s', async (...flags) => {
    const { code, out } = await runDiff(...(await pair()), ...flags)
    const file = GraphDiffFile.parse(json(out))
    expect([code, file.version, file.site]).toEqual([1, '1.2.3', before.site])
    expect(file.edges.added.map(({ target }) => target)).toEqual(['content:3'])
  })

  it('writes the data to a file, and still tells people', async () => {
    const path = join(folder, 'diff.json')
    const told = await runDiff(...(await pair()), '--out', path)
    expect([told.code, told.out]).toEqual([1, expect.stringContaining('Added (1):')])
    expect(GraphDiffFile.parse(json(await readFile(path, 'utf8'))).isSame).toBe(false)
    expect((await runDiff(...(await pair()), '--out', path, '--json')).out).toBe('')
  })

  it('tells nodes of one title apart, and gives a terminal nothing to obey', async () => {
    const titled = (file: GraphFile, title: string): GraphFile => ({
      ...file,
      nodes: file.nodes.map((node) => ({ ...node, title })),
    })
    const { out } = await runDiff(
      await save('one.json', titled(before, 'Evil\u001b[2J')),
      await save('two.json', titled(after, 'Evil\u001b[2J')),
    )
    expect(out).toContain('“Evil [2J (content:1)” now has the relation “link”')
    expect(out).not.toContain('\u001b')
  })

  it('reads what an editor put a byte order mark before', async () => {
    const path = await save('bom.json', `\uFEFF${JSON.stringify(before)}`)
    expect((await runDiff(path, path)).code).toBe(0)
  })
})

describe('diff ends with 2', () => {
  it.each([
    ['no JSON', 'hello', 'unfit-file', /holds no graph/],
    ['no graph', '{"format":"relation-explorer/graph@2"}', 'unfit-file', /holds no graph/],
    [
      'another site',
      JSON.stringify({ ...after, site: 'https://b.example' }),
      'arguments',
      /different sites/,
    ],
  ])('where a file holds %s', async (_, content, kind, sentence) => {
    const [one] = await pair()
    const other = await save('other.json', content)
    const plain = await runDiff(one, other)
    expect([plain.code, plain.out]).toEqual([2, ''])
    expect(plain.err).toMatch(sentence)
    const told = await runDiff(one, other, '--json')
    expect([told.code, told.out, json(told.err)]).toMatchObject([
      2,
      '',
      { error: { kind, sentence: expect.stringMatching(sentence) as string } },
    ])
  })

  it('where there is no file, and where none can be written', async () => {
    const [one, two] = await pair()
    const lacking = await runDiff(one, join(folder, 'no-such.json'))
    expect([lacking.code, lacking.err]).toEqual([2, expect.stringContaining('cannot be read')])
    expect((await runDiff(folder, one)).code).toBe(2)
    const unwritten = await runDiff(one, two, '--out', '/dev/null/diff.json')
    expect([unwritten.code, unwritten.err]).toEqual([
      2,
      expect.stringContaining('could not be saved'),
    ])
  })

  it('where it is used wrongly', async () => {
    expect((await runDiff('one.json')).code).toBe(2)
    expect((await runDiff('a', 'b', '--format', 'xml')).code).toBe(2)
    const help = await runDiff('--help')
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('0 nothing differs')])
  })
})
