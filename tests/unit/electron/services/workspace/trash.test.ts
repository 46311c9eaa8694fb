import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '@shared/failure'
import { emptyGraph, toGraphFile } from '@shared/graph'
import { Trashed } from '@shared/workspace'
import { createWorkspaces, type Workspaces } from '../../../../../electron/services/workspace'

const site = 'https://example.atlassian.net'
const graph = toGraphFile(emptyGraph, {
  version: '1',
  site,
  exportedAt: '2026-01-01T00:00:00.000Z',
  calls: 0,
  failures: [],
})
const page = {
  id: 'content:1',
  type: 'content',
  key: '1',
  title: 'Page',
  status: 'current',
} as const

describe('what is deleted', () => {
  let dir: string
  let open: Workspaces[]
  const start = () => {
    const made = createWorkspaces(dir, 's')
    open.push(made)
    return made
  }
  const folder = () => join(dir, 'workspaces')
  const failureOf = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      if (error instanceof FailureError) return error.failure
      throw error
    }
    return null
  }
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'relx-'))
    open = []
  })
  afterEach(() => {
    for (const one of open) one.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('is kept in the trash as it was, over a restart, and taken back byte for byte', () => {
    const first = start()
    const { info } = first.open(site)
    first.save(info.id, { batch: { entities: [page], relations: [] } })
    const trashed = Trashed.parse(first.remove(info.id))
    expect(trashed).toMatchObject({ name: 'example', site, nodes: 1, edges: 0 })
    expect(first.list(site)).toEqual([])
    expect(readdirSync(folder())).toEqual(['.trash'])
    const kept = readFileSync(join(folder(), '.trash', trashed.id, 'example.relx'))
    expect(trashed.bytes).toBe(kept.length)
    first.close()

    const later = start()
    expect(later.trash()).toEqual([trashed])
    expect(later.restore(trashed.id)).toBe('example')
    expect(later.trash()).toEqual([])
    expect(readFileSync(join(folder(), 'example.relx')).equals(kept)).toBe(true)
    expect(later.open(site).batch.entities).toEqual([page])
  })

  it('comes back under another name where its own is taken, and is never written over', () => {
    const one = start()
    one.create(site, 'Work')
    const first = one.remove('Work')
    one.create(site, 'Work')
    const second = one.remove('Work')
    expect(one.trash().map(({ name }) => name)).toEqual(['Work', 'Work'])
    expect([one.restore(second.id), one.restore(first.id)]).toEqual(['Work', 'Work 2'])
    expect(failureOf(() => one.restore(first.id))).toMatchObject({
      kind: 'gone',
      sentence: 'This is no longer in the trash.',
    })
  })

  it('is deleted for good by its own, and nothing beside it', () => {
    const one = start()
    for (const name of ['A', 'B', 'C']) one.create(site, name)
    const [a, b] = ['A', 'B'].map((name) => one.remove(name))
    one.discard([a?.id ?? ''])
    one.discard([a?.id ?? ''])
    expect(one.trash().map(({ id }) => id)).toEqual([b?.id])
    expect(one.list(site).map(({ id }) => id)).toEqual(['C'])
    for (const id of ['..', '../..', '', a?.id.slice(1) ?? '']) {
      expect(
        failureOf(() => one.discard([id])),
        id,
      ).toMatchObject({ kind: 'gone' })
      expect(
        failureOf(() => one.restore(id)),
        id,
      ).toMatchObject({ kind: 'gone' })
    }
    expect(existsSync(join(folder(), 'C.relx'))).toBe(true)
  })

  it('may be a damaged file or a link, and what is known of it may be lost', () => {
    const one = start()
    one.list(site)
    writeFileSync(join(folder(), '~$lock (1).relx'), 'no workspace')
    symlinkSync(join(dir, 'nowhere'), join(folder(), 'link.relx'))
    const stray = one.remove('~$lock (1)')
    const link = one.remove('link')
    writeFileSync(join(folder(), '.trash', stray.id, 'about.json'), '{"site":')
    writeFileSync(join(folder(), '.trash', 'a note of somebody'), 'x')
    expect(one.trash().map(({ name, site: its }) => [name, its])).toEqual(
      expect.arrayContaining([
        ['~$lock (1)', ''],
        ['link', ''],
      ]),
    )
    expect(one.restore(stray.id)).toBe('~$lock (1)')
    expect(readFileSync(join(folder(), '~$lock (1).relx'), 'utf8')).toBe('no workspace')
    one.discard([link.id])
    expect(existsSync(join(dir, 'nowhere'))).toBe(false)
  })

  it('is not taken from a program that has it open', () => {
    const one = start()
    one.create(site, 'Work')
    expect(failureOf(() => start().remove('Work'))).toMatchObject({
      kind: 'workspace-in-use',
      what: 'The workspace “Work”',
    })
    expect(existsSync(join(folder(), 'Work.relx'))).toBe(true)
  })

  it('is never emptied by the program, nor taken for the demo site of an earlier start', () => {
    const one = start()
    one.create(site, 'Demo site')
    one.create(site, 'Old')
    one.remove('Old')
    expect(one.openPassing('http://127.0.0.1:1', 'Demo site').info.id).toBe('Demo site 2')
    expect(one.trash()).toHaveLength(1)
    expect(one.list(site).map(({ id }) => id)).toEqual(['Demo site'])
  })

  it('may be a snapshot, which stays in the file until it is deleted for good', () => {
    const one = start()
    const { info } = one.open(site)
    const kept = one.keepSnapshot(info.id, 'Then', graph)
    expect(kept).toMatchObject({ name: 'Then', deletedAt: null })
    expect(kept.bytes).toBeGreaterThan(50)
    const gone = one.removeSnapshot(info.id, kept.id)
    expect(gone).toEqual({ ...kept, deletedAt: gone.deletedAt })
    one.close()

    const later = start()
    expect(later.open(site).snapshots).toEqual([gone])
    expect(later.readSnapshot(info.id, kept.id).site).toBe(site)
    expect(later.restoreSnapshot(info.id, kept.id)).toEqual(kept)
    expect(later.open(site).snapshots).toEqual([kept])
    later.removeSnapshot(info.id, kept.id)
    later.discardSnapshot(info.id, kept.id)
    expect(later.open(site).snapshots).toEqual([])
    expect(failureOf(() => later.restoreSnapshot(info.id, kept.id))).toMatchObject({ kind: 'gone' })
  })

  it('is a snapshot that is there again where its mark cannot be read', () => {
    const one = start()
    const { info } = one.open(site)
    const kept = one.keepSnapshot(info.id, 'Then', graph)
    one.removeSnapshot(info.id, kept.id)
    one.close()
    const db = new Database(join(folder(), `${info.id}.relx`))
    db.exec("update meta set value = cast(x'ff80' as text) where name like 'deleted%'")
    db.close()
    expect(start().open(site).snapshots).toEqual([kept])
  })
})
