import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDataFolder } from '../../../../electron/host'
import { createProfiles, type StoredProfile } from '../../../../electron/services/credentials'
import { createVocabularies, createWorkspaces } from '../../../../electron/services/workspace'

const site = 'https://example.atlassian.net'
const silent = () => undefined

const profile = (id: string): StoredProfile => ({
  id,
  kind: 'site',
  site,
  email: 'me@example.com',
  signIn: 'token',
  access: 'read-write',
  concurrency: 4,
  account: { key: id, name: 'Me' },
  relations: [],
  apiBase: site,
})

/** Where the window and the command line kept their things, and where all of it belongs. */
function folders(above = tmpdir()) {
  const root = mkdtempSync(join(tmpdir(), 'data-'))
  const other = mkdtempSync(join(above, 'data-'))
  onTestFinished(() => {
    for (const folder of [root, other]) rmSync(folder, { recursive: true, force: true })
  })
  const [window, home, to] = [join(root, 'window'), join(root, 'home'), join(other, 'new')]
  const log: string[] = []
  const open = () => openDataFolder({ to, from: [window, home], log: (line) => log.push(line) })
  return { window, home, to, log, open }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
const read = (path: string): string => readFileSync(path, 'utf8')
const listed = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith('.lock'))
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()

/** What a program with some work done in it leaves. */
async function used(folder: string, ids: readonly string[], names: readonly string[]) {
  const profiles = await createProfiles(folder, silent)
  const vocabularies = createVocabularies(folder, silent)
  for (const id of ids) {
    await profiles.put(profile(id))
    await vocabularies.change(id, { put: [{ item: { name: `of-${folder.slice(-4)}` } }] })
  }
  const workspaces = createWorkspaces(folder, 'test')
  for (const name of names) workspaces.create(site, name)
  workspaces.close()
}

describe('what earlier versions kept in other places', () => {
  it('is in one folder afterwards, joined by the ids of connections', async () => {
    const { window, home, to, log, open } = folders()
    await used(window, ['one', 'both'], ['Plan', 'Mine'])
    await used(home, ['both', 'two'], ['Plan', 'Other'])
    write(join(window, 'settings.json'), 'of the window')
    write(join(window, 'window.json'), 'its place')
    write(join(home, 'settings.json'), 'of the others')
    write(join(home, 'profiles.json.bad-2026'), 'put aside')
    write(join(window, 'Cookies'), 'of Electron')
    expect(await open()).toBe(to)

    const profiles = await createProfiles(to, silent)
    expect(profiles.list().map(({ id }) => id)).toEqual(['one', 'both', 'two'])
    const words = await createVocabularies(to, silent).read('both')
    expect(words.map(({ name }) => name)).toEqual(['of-ndow', 'of-home'])
    const workspaces = createWorkspaces(to, 'test')
    const names = workspaces.list(site).map(({ id }) => id)
    workspaces.close()
    expect(names.toSorted()).toEqual(['Mine', 'Other', 'Plan', 'Plan 2'])
    expect(read(join(to, 'settings.json'))).toBe('of the window')
    expect(read(join(to, 'window.json'))).toBe('its place')
    expect(read(join(to, 'profiles.json.bad-2026'))).toBe('put aside')
    expect(listed(window)).toEqual(['Cookies'])
    // Of two there can be one alone, and nothing is thrown away.
    expect(listed(home)).toEqual(['settings.json'])
    expect(log).toEqual([])
    const before = listed(to).map((name) => [name, statSync(join(to, name)).mtimeMs])
    await open()
    expect(listed(to).map((name) => [name, statSync(join(to, name)).mtimeMs])).toEqual(before)
  })

  it('writes nothing over, and takes nothing back that was changed there meanwhile', async () => {
    const { home, to, open } = folders()
    await used(to, ['both'], ['Plan'])
    await (await createProfiles(to, silent)).change('both', (one) => ({ ...one, concurrency: 8 }))
    await used(home, ['both', 'gone'], ['plan'])
    await open()
    const profiles = await createProfiles(to, silent)
    expect(profiles.get('both')?.concurrency).toBe(8)
    expect(listed(join(to, 'workspaces'))).toEqual(['Plan.relx', 'plan 2.relx'])
    await profiles.remove('gone')
    await open()
    expect((await createProfiles(to, silent)).get('gone')).toBeUndefined()
  })

  it('is moved with what a killed program left beside it, and goes on where that was broken off', async () => {
    const { home, to, open } = folders()
    const old = join(home, 'workspaces')
    await used(home, [], ['Half', 'Linked'])
    write(join(old, 'Half.relx-wal'), 'log of Half')
    const killed = createWorkspaces(join(home, '..', 'killed'), 'killed')
    killed.create(site, 'Killed')
    for (const tail of ['', '-wal']) {
      const name = `Killed.relx${tail}`
      copyFileSync(join(killed.folder, name), join(old, name))
    }
    killed.close()
    // As a program left it that was killed after the log, and one after it gave a file its new name.
    const place = join(to, 'workspaces')
    mkdirSync(place, { recursive: true })
    linkSync(join(old, 'Half.relx-wal'), join(place, 'Half 2.relx-wal'))
    rmSync(join(old, 'Half.relx-wal'))
    write(join(place, '.moving.json'), JSON.stringify({ folder: old, name: 'Half', as: 'Half 2' }))
    write(join(place, 'Killed.relx-wal'), 'of no file')
    await open()
    const files = listed(place).filter((name) => !name.includes('Killed'))
    expect(files).toEqual(['Half 2.relx', 'Half 2.relx-wal', 'Linked.relx'])
    expect(read(join(place, 'Half 2.relx-wal'))).toBe('log of Half')
    const opened = createWorkspaces(to, 'test')
    expect(opened.open(site, 'Killed').info).toMatchObject({ id: 'Killed', site })
    opened.close()
    expect(existsSync(home)).toBe(false)

    await used(home, [], ['Late'])
    linkSync(join(old, 'Late.relx'), join(place, 'Late.relx'))
    write(join(place, '.moving.json'), JSON.stringify({ folder: old, name: 'Late', as: 'Late' }))
    await open()
    expect(listed(place).filter((name) => name.startsWith('Late'))).toEqual(['Late.relx'])
    expect(statSync(join(place, 'Late.relx')).nlink).toBe(1)
  })

  it('moves nothing by a note that leads out of the folders', async () => {
    const { home, to, open } = folders()
    await used(home, [], ['Mine'])
    write(join(dirname(home), 'secret.relx'), 'not ours')
    const note = { folder: join(home, 'workspaces'), name: '../../secret', as: 'Taken' }
    write(join(to, 'workspaces', '.moving.json'), JSON.stringify(note))
    await open()
    expect(read(join(dirname(home), 'secret.relx'))).toBe('not ours')
    expect(listed(join(to, 'workspaces'))).toEqual(['Mine.relx'])
  })

  it('stays where another program has it open, is told, and comes when that has closed it', async () => {
    const { home, to, log, open } = folders()
    await used(home, [], ['Free'])
    const other = createWorkspaces(home, 'other')
    other.create(site, 'Open')
    await open()
    expect(log).toEqual([expect.stringMatching(/Open\.relx could not be moved/)])
    expect(listed(join(to, 'workspaces'))).toEqual(['Free.relx'])
    other.close()
    await open()
    expect(log).toHaveLength(1)
    expect(listed(join(to, 'workspaces'))).toEqual(['Free.relx', 'Open.relx'])
  })

  it('keeps its trash', async () => {
    const { window, home, to, open } = folders()
    for (const folder of [window, home]) {
      const workspaces = createWorkspaces(folder, 'test')
      workspaces.create(site, 'Old')
      workspaces.remove('Old')
      workspaces.close()
    }
    await open()
    const workspaces = createWorkspaces(to, 'test')
    onTestFinished(() => workspaces.close())
    const trashed = workspaces.trash()
    expect(trashed.map(({ name }) => name)).toEqual(['Old', 'Old'])
    expect(trashed.map(({ id }) => workspaces.restore(id))).toEqual(['Old', 'Old 2'])
    expect([existsSync(window), existsSync(home)]).toEqual([false, false])
  })

  it('loses no list that cannot be understood, on either side', async () => {
    const { window, home, to, open } = folders()
    write(join(window, 'profiles.json'), '{"profiles":')
    write(join(to, 'profiles.json'), 'no list either')
    await used(home, ['two'], [])
    await open()
    expect((await createProfiles(to, silent)).list().map(({ id }) => id)).toEqual(['two'])
    const bad = listed(to).filter((name) => name.includes('.bad-'))
    expect(bad.map((name) => read(join(to, name))).toSorted()).toEqual([
      'no list either',
      '{"profiles":',
    ])
  })

  it('that is nothing leaves nothing behind', async () => {
    const { home, to, log, open } = folders()
    expect(await open()).toBe(to)
    mkdirSync(home)
    await open()
    expect([existsSync(to), log]).toEqual([false, []])
  })

  it('stays, and is told, where it cannot be moved at all', async () => {
    const { home, to, log, open } = folders()
    await used(home, ['one'], ['Mine'])
    write(to, 'a file where the folder should be')
    expect(await open()).toBe(to)
    expect(log).toEqual([expect.stringContaining('it stays where it is')])
    expect(listed(join(home, 'workspaces'))).toEqual(['Mine.relx'])
  })

  const disk = '/dev/shm'
  const isOther = existsSync(disk) && statSync(disk).dev !== statSync(tmpdir()).dev
  it.runIf(isOther)('comes from another disk whole, also by folders', async () => {
    const { home, to, open } = folders(disk)
    await used(home, ['one'], ['Mine', 'Old'])
    const workspaces = createWorkspaces(home, 'test')
    workspaces.remove('Old')
    workspaces.close()
    const before = readFileSync(join(home, 'workspaces', 'Mine.relx'))
    await open()
    expect(readFileSync(join(to, 'workspaces', 'Mine.relx')).equals(before)).toBe(true)
    expect(listed(to).filter((name) => name.includes('.moving'))).toEqual([])
    expect(listed(to).filter((name) => name.endsWith('Old.relx'))).toHaveLength(1)
    expect(existsSync(home)).toBe(false)
  })
})
