import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
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
    await vocabularies.write('one', [{ name: 'blocks', note: 'x' }])
    await vocabularies.write('two', [{ name: 'uses' }])
    const again = createVocabularies(dir, () => undefined)
    expect(await again.read('one')).toEqual([{ name: 'blocks', note: 'x' }])
    await again.forget('one')
    expect([await again.read('one'), await again.read('two')]).toEqual([[], [{ name: 'uses' }]])
  })

  it('keep the last of many writes at once', async () => {
    const { vocabularies } = await open()
    const names = Array.from({ length: 10 }, (_, at) => `name-${at}`)
    await Promise.all(names.map((name) => vocabularies.write('one', [{ name }])))
    expect(await vocabularies.read('one')).toEqual([{ name: 'name-9' }])
  })

  it('put a file aside that cannot be read', async () => {
    const { dir, lines, vocabularies } = await open()
    await vocabularies.write('one', [])
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
