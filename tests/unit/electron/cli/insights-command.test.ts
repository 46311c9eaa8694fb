import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AnswerFile } from '@shared/ask'
import { toGraphFile, type Unresolved } from '@shared/graph'
import { idOf, type Tie, wikiOf } from '../../src/shared/ask/small-wiki'
import { runCommand } from './run-command'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-insights-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function save(ties: readonly Tie[], unresolved?: readonly Unresolved[]): Promise<string> {
  const path = join(folder, 'map.json')
  const file = toGraphFile(wikiOf(ties), {
    ...{ version: '1.2.3', site: 'https://example.atlassian.net', calls: 0, failures: [] },
    exportedAt: '2026-06-01T00:00:00.000Z',
    unresolved,
  })
  await writeFile(path, JSON.stringify(file))
  return path
}

const insights = (...args: readonly string[]) =>
  runCommand(['insights', ...args], { dataDir: folder })

const chain: readonly Tie[] = [
  [1, 'link', 2],
  [3, 'includes', 2],
]

describe('insights', () => {
  it('ends with 1 where something is found, and lists it', async () => {
    const { code, out, err } = await insights(await save(chain), '--ask', 'unreached')
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('No link from the mapped spaces (1)')
    expect(out).toContain('  - Page 3 (DOC)')
  })

  it('ends with 0 where nothing is, and with 3 where that is not known', async () => {
    const known = await insights(await save(chain, []), '--ask', 'nowhere')
    expect([known.code, known.out]).toEqual([0, expect.stringContaining('Nothing was found.')])
    const unknown = await insights(await save(chain), '--ask', 'nowhere')
    expect([unknown.code, unknown.out]).toEqual([3, expect.stringContaining('cannot be answered')])
  })

  it.each(['2', 'content:2', 'page 2', 'https://example.atlassian.net/wiki/spaces/DOC/pages/2/X'])(
    'finds the page that %s names',
    async (page) => {
      const file = await save(chain)
      const { code, out } = await insights(
        file,
        '--ask',
        'change',
        '--page',
        page,
        '--format',
        'json',
      )
      const answer = AnswerFile.parse(JSON.parse(out))
      expect([code, answer.page, answer.found]).toEqual([1, idOf(2), 2])
      expect(answer.groups.map(({ kind }) => kind)).toEqual(['links', 'includes'])
    },
  )

  it('ends with 2 where a page or a file is not there, or no page is named', async () => {
    const file = await save(chain)
    const other = await insights(file, '--ask', 'change', '--page', 'No such page')
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('names nothing')])
    expect((await insights(file, '--ask', 'change')).code).toBe(2)
    expect((await insights(join(folder, 'none.json'), '--ask', 'shape')).code).toBe(2)
    expect((await insights(file)).code).toBe(2)
  })

  it('writes a table that a spreadsheet does not run', async () => {
    const names = { source: idOf(1), relation: 'link', state: 'not-seen' } as const
    const file = await save(chain, [{ ...names, names: 'DOC:Old' }])
    const out = join(folder, 'answer.csv')
    expect((await insights(file, '--ask', 'nowhere', '--out', out)).code).toBe(1)
    const [head, row] = (await readFile(out, 'utf8')).split('\r\n')
    expect(head).toBe('\uFEFF"question","kind","finding","title","space","why","url","id"')
    expect(row).toBe(
      '"nowhere","not-seen","Name nothing that you can see","Page 1","DOC","links to “Old” in DOC","","content:1"',
    )
  })

  it('takes a graph that was redacted', async () => {
    const { unresolved } = { unresolved: [] }
    const file = await save(chain, unresolved)
    const hidden = join(folder, 'hidden.json')
    await runCommand(['convert', file, '--format', 'json', '--redact', '--out', hidden], {
      dataDir: folder,
    })
    const { code, out } = await insights(hidden, '--ask', 'unreached')
    expect([code, out.includes('Page 3 (DOC)')]).toEqual([1, false])
  })
})
