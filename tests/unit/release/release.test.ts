import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { notesOf, unsignedWords } from '../../../release/changelog.mjs'
import { libraryIn, packageOf } from '../../../release/libraries.mjs'

const changelog = `# Changes

## Not yet released

- Something.

## 1.10.0 (2027-01-01)

- Ten.

### More

- Ten more.

## 1.1.0 (2026-12-01)
`

describe('the notes of a release', () => {
  it('are its own part of the changelog, whole', () => {
    expect(notesOf(changelog, '1.10.0')).toBe('- Ten.\n\n### More\n\n- Ten more.\n')
  })

  it('are missing where the part is missing or empty, and never those of another version', () => {
    expect(notesOf(changelog, '1.1.0')).toBeNull()
    expect(notesOf(changelog, '1.1')).toBeNull()
    expect(notesOf(changelog, '1')).toBeNull()
  })

  it('are there for the version of this program', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(notesOf(readFileSync('CHANGELOG.md', 'utf8'), version)).not.toBeNull()
  })

  it('say which downloads are not signed', () => {
    expect(unsignedWords({ MAC_SIGNED: 'true', WINDOWS_SIGNED: 'true' })).toBe('')
    expect(unsignedWords({ MAC_SIGNED: 'false', WINDOWS_SIGNED: 'true' })).toContain(
      'for macOS are',
    )
    expect(unsignedWords({})).toContain('for macOS and Windows are')
  })
})

describe('the checksums', () => {
  it('are those of every file, and of the list itself none, also the second time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sums-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'b.deb'), 'b')
    writeFileSync(join(folder, 'a.dmg'), 'a')
    const sum = (text: string) => createHash('sha256').update(text).digest('hex')
    for (let times = 0; times < 2; times += 1) {
      execFileSync(process.execPath, ['release/checksums.mjs', folder])
      expect(readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8')).toBe(
        `${sum('a')}  a.dmg\n${sum('b')}  b.deb\n`,
      )
    }
  })
})

describe('the libraries of a bundle', () => {
  it('are found by a module of theirs, past the small package files within', () => {
    const folder = packageOf(join(process.cwd(), 'node_modules/zod/v4/index.js'))
    expect(folder).toBe(join(process.cwd(), 'node_modules/zod'))
    expect(packageOf(join(process.cwd(), 'src/main.tsx'))).toBeNull()
  })

  it('come with their licence, and say where a package holds none', () => {
    expect(libraryIn('node_modules/zod')).toMatchObject({ name: 'zod', licence: 'MIT' })
    expect(libraryIn('node_modules/zod').text).toContain('MIT License')
    expect(libraryIn('node_modules/saxes')).toMatchObject({ licence: 'ISC', text: null })
  })
})
