/** What other programs do to the file of a workspace while it is open here. */
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Entry, waiting } from '@shared/edit'
import { type Entity, relationOf } from '@shared/graph'
import { createWorkspaces, type Workspaces } from '../../../../../electron/services/workspace'

const site = 'https://example.atlassian.net'
const page = (key: string): Entity => ({
  id: `content:${key}`,
  type: 'content',
  key,
  title: `Page ${key} ${'x'.repeat(500)}`,
  status: 'current',
})
const pages = (...keys: string[]) => ({ batch: { entities: keys.map(page), relations: [] } })
const entry = Entry.parse({
  id: 'e',
  at: '2026-01-01T00:00:00.000Z',
  session: 's',
  person: 'A',
  kind: 'create',
  of: null,
  title: 'Created.',
  steps: [waiting({ kind: 'create', relation: relationOf('x', 'content:1', 'content:2') })],
  view: null,
})

describe('an open workspace', () => {
  let dir: string
  let open: Workspaces[]
  const start = () => {
    const made = createWorkspaces(dir, 's')
    open.push(made)
    return made
  }
  const folder = () => join(dir, 'workspaces')
  const pathOf = (id: string) => join(folder(), `${id}.relx`)
  const keysIn = (workspaces: Workspaces, id: string) =>
    workspaces.open(site, id).batch.entities.map(({ key }) => key)
  /** A whole file of the same site that holds page 9, as a copy from before. */
  const other = (): Buffer => {
    const elsewhere = createWorkspaces(join(dir, 'elsewhere'), 's')
    const { info } = elsewhere.open(site)
    elsewhere.save(info.id, pages('9'))
    elsewhere.close()
    return readFileSync(join(dir, 'elsewhere', 'workspaces', 'example.relx'))
  }
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'relx-'))
    open = []
  })
  afterEach(() => {
    for (const one of open) one.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const acts: readonly [string, 'replaced' | 'changed' | 'deleted', (bytes: Buffer) => void][] = [
    [
      'moved over, as cloud storage does',
      'replaced',
      (bytes) => {
        writeFileSync(join(folder(), '.sync'), bytes)
        renameSync(join(folder(), '.sync'), pathOf('example'))
      },
    ],
    ['written over in place, as cp does', 'changed', (b) => writeFileSync(pathOf('example'), b)],
    ['cut short in place', 'changed', () => truncateSync(pathOf('example'), 100)],
    ['deleted', 'deleted', () => rmSync(pathOf('example'))],
  ]
  it.each(acts)('that is %s goes on under another name with all of its work', (_, why, act) => {
    const bytes = other()
    const one = start()
    const { info } = one.open(site)
    // Some of it in the file itself, some in the log beside it.
    one.save(info.id, pages('1'))
    one.close()
    const again = start()
    again.open(site)
    again.save('example', pages('2'))
    const store = again.writable('example')
    store.begin(entry)
    act(bytes)
    const left = why === 'deleted' ? null : readFileSync(pathOf('example'))

    // Whoever sends an edit holds the store for as long as it takes.
    store.step('e', 0, { ...entry.steps[0], state: 'sent' } as (typeof entry.steps)[0])
    again.save('example', pages('3'))
    // The other program's file is as it left it, and nothing lies beside the two.
    if (left !== null) expect(readFileSync(pathOf('example')).equals(left)).toBe(true)
    expect(again.open(site).info.id).toBe('example recovered')
    expect(keysIn(again, 'example recovered')).toEqual(['1', '2', '3'])
    expect(again.open(site, 'example recovered').entries[0]?.steps[0]?.state).toBe('sent')
    again.close()
    const names = why === 'deleted' ? [] : ['example.relx']
    expect(readdirSync(folder()).sort()).toEqual(['example recovered.relx', ...names])
    expect(keysIn(start(), 'example recovered')).toEqual(['1', '2', '3'])
  })

  it('that is replaced is saved when the program ends, though nobody wrote to it again', () => {
    const bytes = other()
    const one = start()
    one.open(site)
    one.save('example', pages('1'))
    writeFileSync(pathOf('example'), bytes)
    one.close()
    const later = start()
    expect(keysIn(later, 'example')).toEqual(['9'])
    expect(keysIn(later, 'example recovered')).toEqual(['1'])
  })

  it('that is replaced can be opened again as the other program left it, beside the work', () => {
    const bytes = other()
    const one = start()
    one.open(site)
    one.save('example', pages('1'))
    writeFileSync(pathOf('example'), bytes)
    one.save('example', pages('2'))
    expect(keysIn(one, 'example')).toEqual(['9'])
    one.save('example', pages('8'))
    expect(keysIn(one, 'example')).toEqual(['9', '8'])
    expect(keysIn(one, 'example recovered')).toEqual(['1', '2'])
  })

  it('that was only touched, or written anew with what it held, stays where it is', () => {
    const one = start()
    one.open(site)
    one.save('example', pages('1'))
    one.close()
    const again = start()
    again.open(site)
    again.save('example', pages('2'))
    utimesSync(pathOf('example'), new Date(0), new Date(0))
    again.save('example', pages('3'))
    const bytes = readFileSync(pathOf('example'))
    writeFileSync(pathOf('example'), bytes)
    again.save('example', pages('4'))
    again.close()
    expect(readdirSync(folder())).toEqual(['example.relx'])
    expect(keysIn(start(), 'example')).toEqual(['1', '2', '3', '4'])
  })

  it('tells who works in it where the work goes on, without a save', async () => {
    const bytes = other()
    const one = start()
    one.open(site)
    one.save('example', pages('1'))
    const stop = new AbortController()
    const events = one.watch('example', stop.signal)
    const first = events.next()
    writeFileSync(pathOf('example'), bytes)
    expect((await first).value).toEqual({
      from: 'example',
      to: 'example recovered',
      why: 'changed',
    })
    // Once more, where it is now.
    const second = events.next()
    rmSync(pathOf('example recovered'))
    expect((await second).value).toEqual({
      from: 'example recovered',
      to: 'example recovered recovered',
      why: 'deleted',
    })
    const last = events.next()
    stop.abort()
    expect((await last).done).toBe(true)
    // What is looked at anew is told at once to who did not hear of it.
    const late = one.watch('example')
    expect((await late.next()).value?.to).toBe('example recovered recovered')
    const end = late.next()
    one.close()
    expect((await end).done).toBe(true)
  })

  it('that was deleted in another window is taken back where somebody still works in it', () => {
    const one = start()
    one.open(site)
    one.save('example', pages('1'))
    one.remove('example')
    one.save('example', pages('2'))
    expect(keysIn(one, 'example')).toEqual(['1', '2'])
    expect(one.trash()).toEqual([])
  })

  it('keeps its log small, and goes on being watched over', () => {
    const bytes = other()
    const one = start()
    one.open(site)
    for (let round = 0; round < 30; round += 1) {
      const keys = Array.from({ length: 1_000 }, (_, at) => String(1_000 + at))
      one.save('example', pages(...keys, String(round)))
      const log = readdirSync(folder()).includes('example.relx-wal')
        ? readFileSync(`${pathOf('example')}-wal`).length
        : 0
      expect(log).toBeLessThan(24_000_000)
    }
    writeFileSync(pathOf('example'), bytes)
    one.save('example', pages('last'))
    expect(keysIn(one, 'example recovered')).toHaveLength(1_031)
  })

  it('leaves no second file when it is closed, though it was killed before', async () => {
    const one = start()
    one.open(site)
    one.save('example', pages('1'))
    // As a killed program leaves it: the file, and its log beside it.
    const killed = mkdtempSync(join(tmpdir(), 'relx-'))
    for (const tail of ['', '-wal']) {
      copyFileSync(`${pathOf('example')}${tail}`, join(killed, `example.relx${tail}`))
    }
    one.close()
    for (const tail of ['', '-wal']) {
      copyFileSync(join(killed, `example.relx${tail}`), `${pathOf('example')}${tail}`)
    }
    rmSync(killed, { recursive: true })
    const later = start()
    await later.look()
    expect(keysIn(later, 'example')).toEqual(['1'])
    later.close()
    expect(readdirSync(folder())).toEqual(['example.relx'])
  })
})
