import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { notesOf, unsignedWords } from '../../../release/changelog.mjs'
import { libraryIn, packageOf } from '../../../release/libraries.mjs'
import { joinLists, nameList } from '../../../release/update-lists.mjs'

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

describe('the list of the newest version for a Mac', () => {
  const listOf = (version: string, arch: string) =>
    `version: ${version}\nfiles:\n  - url: relation-explorer-${version}-mac-${arch}.zip\n    sha512: a\n    size: 1\npath: relation-explorer-${version}-mac-${arch}.zip\nsha512: a\n`
  const packedOn = (versions: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'lists-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    for (const [arch, version] of Object.entries(versions)) {
      writeFileSync(join(folder, 'latest-mac.yml'), listOf(version, arch))
      nameList(folder, arch)
    }
    return folder
  }

  it('names the files of both kinds, whichever packed last', () => {
    const folder = packedOn({ x64: '2.0.0', arm64: '2.0.0' })
    joinLists(folder)
    expect(readdirSync(folder)).toEqual(['latest-mac.yml'])
    const text = readFileSync(join(folder, 'latest-mac.yml'), 'utf8')
    expect(parse(text)).toMatchObject({
      version: '2.0.0',
      files: [
        { url: 'relation-explorer-2.0.0-mac-arm64.zip' },
        { url: 'relation-explorer-2.0.0-mac-x64.zip' },
      ],
      path: 'relation-explorer-2.0.0-mac-x64.zip',
    })
  })

  it('is not made of two versions, and not where nobody looks for one', () => {
    const two = packedOn({ x64: '1.9.0', arm64: '2.0.0' })
    expect(() => joinLists(two)).toThrow('several versions')
    const none = packedOn({})
    nameList(none, 'arm64')
    joinLists(none)
    expect(readdirSync(none)).toEqual([])
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
