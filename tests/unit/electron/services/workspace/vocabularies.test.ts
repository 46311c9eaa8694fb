import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createVocabularies } from '../../../../../electron/services/workspace'

async function open() {
  const dir = await mkdtemp(join(tmpdir(), 'words-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const lines: string[] = []
  return { dir, lines, vocabularies: createVocabularies(dir, (line) => lines.push(line)) }
}

describe('the dictionaries of relation names', () => {
  it('are kept apart by profile, and forgotten with it', async () => {
    const { dir, vocabularies } = await open()
    expect(await vocabularies.read('one')).toEqual([])
    await vocabularies.change('one', { put: [{ item: { name: 'blocks', note: 'x' } }] })
    await vocabularies.change('two', { put: [{ item: { name: 'uses' } }] })
    const again = createVocabularies(dir, () => undefined)
    expect(await again.read('one')).toEqual([{ name: 'blocks', note: 'x' }])
    await again.forget('one')
    expect([await again.read('one'), await again.read('two')]).toEqual([[], [{ name: 'uses' }]])
  })

  it('keep all of many changes at once, by two hosts that know the same files', async () => {
    const { dir, vocabularies } = await open()
    const second = createVocabularies(dir, () => undefined)
    const names = Array.from({ length: 10 }, (_, at) => `name-${at}`)
    const both = names.map((name, at) =>
      (at % 2 === 0 ? vocabularies : second).change('one', { put: [{ item: { name } }] }),
    )
    await Promise.all(both)
    const kept = await vocabularies.read('one')
    expect(kept.map(({ name }) => name).sort()).toEqual(names)
    expect((await readdir(join(dir, 'vocabularies'))).toSorted().join()).toBe(
      '.one.json.lock,one.json',
    )
  })

  it('change one thing of a word and leave what else was said of it', async () => {
    const { vocabularies } = await open()
    const word = { name: 'blocks', colour: '#112233', note: 'x' }
    await vocabularies.change('one', { put: [{ item: word }] })
    const inside = [
      { key: 'blocks', change: { note: { to: 'y' } } },
      { key: 'blocks', change: { colour: {} } },
    ]
    await vocabularies.change('one', { inside })
    // Learnt anew by a page that did not know it yet.
    await vocabularies.change('one', { put: [{ item: { name: 'blocks' } }] })
    expect(await vocabularies.read('one')).toEqual([{ name: 'blocks', note: 'y' }])
  })

  it('stay within what the file can hold', async () => {
    const { vocabularies } = await open()
    const put = Array.from({ length: 2_001 }, (_, at) => ({ item: { name: `name-${at}` } }))
    await vocabularies.change('one', { put })
    expect(await vocabularies.read('one')).toHaveLength(2_000)
  })

  it('lose one bad entry to nobody: it stays in the file, and the others are read', async () => {
    const { dir, lines, vocabularies } = await open()
    await vocabularies.change('one', {})
    const file = join(dir, 'vocabularies', 'one.json')
    const bad = [{ name: '' }, 7, { name: 'uses', colour: 'of a later version' }]
    const words = [{ name: 'blocks', note: 'x' }, ...bad, { name: 'explains' }]
    await writeFile(file, JSON.stringify({ format: 'relation-explorer/vocabulary@1', words }))
    await vocabularies.change('one', { put: [{ item: { name: 'new' } }] })
    const names = (await vocabularies.read('one')).map(({ name }) => name)
    expect(names).toEqual(['blocks', 'explains', 'new'])
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      words: [...names.map((name) => ({ name })), ...bad],
    })
    expect(lines).toEqual([])
  })

  it('put a file aside that cannot be read', async () => {
    const { dir, lines, vocabularies } = await open()
    await vocabularies.change('one', {})
    await writeFile(join(dir, 'vocabularies', 'one.json'), '{"format":')
    expect(await vocabularies.read('one')).toEqual([])
    expect((await readdir(join(dir, 'vocabularies'))).join()).toContain('one.json.bad-')
    expect(lines).toHaveLength(1)
  })

  it('take no profile that is a path', async () => {
    const { vocabularies } = await open()
    await expect(vocabularies.read('../secrets')).rejects.toMatchObject({
      failure: { kind: 'unknown-profile' },
    })
  })
})
