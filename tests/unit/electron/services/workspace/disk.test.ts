/** A disk that is full, and files and folders that may only be read: real ones, where root can mount them. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { FailureError } from '@shared/failure'
import type { Entity } from '@shared/graph'
import { wordsChanging } from '@shared/workspace'
import { createVocabularies, createWorkspaces } from '../../../../../electron/services/workspace'
import { wholeFile } from './whole-file'

const site = 'https://example.atlassian.net'
const page = (at: number): Entity => ({
  id: `content:${at}`,
  type: 'content',
  key: String(at),
  title: `Page ${at} ${'x'.repeat(200)}`,
  status: 'current',
})
const pages = (count: number) => ({
  batch: { entities: Array.from({ length: count }, (_, at) => page(at + 1)), relations: [] },
})

/** Of the system, where there are any. */
const tools = { mount: 'mount', unmount: 'umount' }

function mount(path: string, ...options: string[]): boolean {
  try {
    execFileSync(tools.mount, [...options, path], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Whether a file system can be mounted here, which takes root on Linux. */
const canMount = ((): boolean => {
  const at = mkdtempSync(join(tmpdir(), 'mount-'))
  const can = mount(at, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs')
  if (can) execFileSync(tools.unmount, [at])
  rmSync(at, { recursive: true, force: true })
  if (!can)
    console.log('\n*** SKIPPED: full and read-only disks: nothing can be mounted here. ***\n')
  return can
})()

const failureOf = async (work: () => unknown) => {
  try {
    await work()
  } catch (error) {
    if (error instanceof FailureError) return error.failure
    throw error
  }
  return null
}

describe.skipIf(!canMount)('a disk', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'disk-'))
    mount(dir, '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs')
  })
  afterEach(() => {
    execFileSync(tools.unmount, ['-l', dir])
    rmSync(dir, { recursive: true, force: true })
  })
  const start = (at = dir) => {
    const made = createWorkspaces(at, 's')
    onTestFinished(() => made.close())
    return made
  }
  const files = () =>
    readdirSync(join(dir, 'workspaces'), { recursive: true, encoding: 'utf8' }).map((name) => ({
      name,
      size: statSync(join(dir, 'workspaces', name)).size,
    }))
  /** Leaves so many bytes free. */
  const fill = (left: number) => {
    const ballast = join(dir, 'ballast')
    for (let size = 1024 * 1024; size >= 4096; size -= 4096) {
      try {
        writeFileSync(ballast, Buffer.alloc(size))
        break
      } catch {
        rmSync(ballast, { force: true })
      }
    }
    writeFileSync(ballast, Buffer.alloc(Math.max(0, statSync(ballast).size - left)))
  }

  it.each([0, 4_096, 20_480, 61_440])(
    'that is full but for %i bytes leaves no empty file and no half of one, and says so',
    async (room) => {
      const one = start()
      const { info } = one.open(site)
      one.save(info.id, pages(200))
      const data = wholeFile(one, info.id).toString('base64')
      fill(room)
      const before = files()
      const works = {
        create: () => one.create(site, 'New'),
        copy: () => one.copy(info.id, 'Copy'),
        upload: () => {
          const id = one.uploads.begin()
          // More than there is room for.
          for (let at = 0; at < 1_000_000;) at = one.uploads.add(id, at, data)
          return one.upload(site, 'up.relx', id)
        },
        save: () => one.save(info.id, pages(5_000)),
      }
      for (const [name, work] of Object.entries(works)) {
        expect([name, await failureOf(work)]).toMatchObject([name, { kind: 'storage' }])
      }
      const words = Array.from({ length: 2_000 }, (_, at) => ({ name: `${at} ${'x'.repeat(200)}` }))
      const change = wordsChanging.between([], words)
      if (change === undefined) throw new Error('nothing to change')
      const vocabularies = createVocabularies(dir, () => undefined)
      expect(await failureOf(() => vocabularies.change('p', change))).toMatchObject({
        kind: 'storage',
      })
      const names = (list: ReturnType<typeof files>) => list.map(({ name }) => name).sort()
      expect(names(files())).toEqual(names(before))
      const beside = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      // A lock stays, and takes no room.
      const left = beside.filter((name) => /\.(tmp|lock)/.test(name))
      expect(left).toEqual([join('vocabularies', '.p.json.lock')])
      expect(statSync(join(dir, 'vocabularies', '.p.json.lock')).size).toBe(0)
      // What was kept before is whole, and there is room again.
      rmSync(join(dir, 'ballast'))
      one.save(info.id, pages(201))
      expect(one.open(site).batch.entities).toHaveLength(201)
      one.close()
      expect(files().map(({ name }) => name)).toEqual(['example.relx'])
    },
  )

  it('that is full opens what is on it for reading, and says that it is full', () => {
    const one = start()
    one.open(site)
    one.save('example', pages(200))
    one.close()
    fill(0)
    const later = start()
    const state = later.open(site)
    expect(state.batch.entities).toHaveLength(200)
    expect(state.readOnly).toEqual({ kind: 'shown-only', why: 'full' })
    later.close()
    expect(files().map(({ name }) => name)).toEqual(['example.relx'])
  })

  it.each(['closed', 'copied while it was open', 'left by a killed program'])(
    'that may only be read shows a workspace that was %s, and changes nothing',
    async (how) => {
      const one = start()
      one.open(site)
      one.save('example', pages(20))
      const path = join(dir, 'workspaces', 'example.relx')
      const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
      one.close()
      if (how !== 'closed') writeFileSync(path, file)
      if (how === 'left by a killed program') writeFileSync(`${path}-wal`, log)
      const shown = mkdtempSync(join(tmpdir(), 'disk-'))
      mount(shown, '--bind', dir)
      mount(shown, '-o', 'remount,bind,ro')
      onTestFinished(() => {
        execFileSync(tools.unmount, ['-l', shown])
        rmSync(shown, { recursive: true, force: true })
      })
      const later = start(shown)
      await later.look()
      const state = later.open(site)
      expect(state.readOnly).toMatchObject({
        kind: 'shown-only',
        why: 'unwritable',
      })
      // Before the log is folded in there are no pages in the file itself.
      expect(state.batch.entities).toHaveLength(how === 'copied while it was open' ? 0 : 20)
      expect(await failureOf(() => later.save('example', pages(1)))).toEqual(state.readOnly)
      expect(await failureOf(() => later.removeSnapshot('example', 'x'))).toEqual(state.readOnly)
      expect(await failureOf(() => later.copy('example', 'Copy'))).toMatchObject({
        kind: 'storage',
      })
      expect(await failureOf(() => later.remove('example'))).toMatchObject({ kind: 'storage' })
      // The whole of it can still be taken elsewhere.
      expect(wholeFile(later, 'example').length).toBeGreaterThan(4_096)
      later.close()
    },
  )
})

/** Root may write anything, so it is somebody else for as long as a test lasts. */
function asSomebodyElse(dir: string): void {
  if (process.getuid?.() !== 0) return
  for (const name of ['.', ...readdirSync(dir, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(dir, name), nobody, nobody)
  }
  process.seteuid?.(nobody)
  onTestFinished(() => process.seteuid?.(0))
}
const nobody = 65_534

it.skipIf(process.platform === 'win32').each([
  ['file', ['example.relx']],
  ['folder', ['.']],
  ['file and folder', ['example.relx', '.']],
])('a %s without the right to write is shown', async (_, closed) => {
  const dir = mkdtempSync(join(tmpdir(), 'disk-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const one = createWorkspaces(dir, 's')
  one.open(site)
  one.save('example', pages(20))
  one.close()
  const folder = join(dir, 'workspaces')
  for (const name of closed) chmodSync(join(folder, name), name === '.' ? 0o500 : 0o400)
  onTestFinished(() => chmodSync(folder, 0o700))
  asSomebodyElse(dir)
  const later = createWorkspaces(dir, 's')
  onTestFinished(() => later.close())
  await later.look()
  const state = later.open(site)
  expect(state.readOnly).toEqual({ kind: 'shown-only', why: 'unwritable' })
  expect(state.batch.entities).toHaveLength(20)
  expect(await failureOf(() => later.save('example', pages(1)))).toEqual(state.readOnly)
  later.close()
  expect(readdirSync(folder)).toEqual(['example.relx'])
})

it.skipIf(process.platform === 'win32')('a file without the right to read is unknown', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'disk-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const one = createWorkspaces(dir, 's')
  one.open(site)
  one.close()
  const path = join(dir, 'workspaces', 'example.relx')
  chmodSync(path, 0o000)
  asSomebodyElse(dir)
  const later = createWorkspaces(dir, 's')
  onTestFinished(() => later.close())
  await later.look()
  const [listed] = later.list(site)
  expect(listed).toMatchObject({
    damaged: false,
    closed: { kind: 'not-looked-at' },
  })
  chmodSync(path, 0o600)
  await later.look()
  expect(later.list(site)[0]?.closed).toBeNull()
})
