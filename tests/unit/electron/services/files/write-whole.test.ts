/** With real files: a name that a folder has cannot be replaced by a file. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeWhole, writeWholeSync } from '../../../../../electron/services/files'

const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'whole-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

type Write = (...all: Parameters<typeof writeWholeSync>) => Promise<void>

const writers: readonly (readonly [string, Write])[] = [
  ['later', writeWhole],
  [
    'at once',
    (...all) =>
      Promise.resolve().then(() => {
        writeWholeSync(...all)
      }),
  ],
]

describe.each(writers)('a file that is written whole, %s', (_, write) => {
  it('holds the new text and nothing beside it', async () => {
    const dir = folder()
    await write(join(dir, 'a.json'), 'one, which is longer')
    await write(join(dir, 'a.json'), 'two – ü')
    expect(readFileSync(join(dir, 'a.json'), 'utf8')).toBe('two – ü')
    expect(readdirSync(dir)).toEqual(['a.json'])
  })

  it.skipIf(process.platform === 'win32')('keeps the rights it is given', async () => {
    const dir = folder()
    await write(join(dir, 'a.json'), 'x', { mode: 0o600 })
    expect(statSync(join(dir, 'a.json')).mode & 0o777).toBe(0o600)
  })

  it('leaves nothing behind where it cannot be written, from the moment that is told', async () => {
    const dir = folder()
    const taken = join(dir, 'taken')
    mkdirSync(taken)
    for (let at = 0; at < 20; at += 1) {
      let left: string[] = []
      // Looked at in the same turn in which it is told.
      const failed = async () => {
        try {
          await write(taken, 'x'.repeat(100_000))
        } catch (error) {
          left = readdirSync(dir)
          throw error
        }
      }
      await expect(failed()).rejects.toThrow()
      expect(left).toEqual(['taken'])
    }
  })
})
