import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createProfiles, type StoredProfile } from '../../../../../electron/services/credentials'

const folder = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'profiles-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}
const silent = () => undefined
const profile = (id: string, more: Partial<StoredProfile> = {}): StoredProfile => ({
  id,
  kind: 'site',
  site: 'https://example.atlassian.net',
  email: 'me@example.com',
  signIn: 'token',
  access: 'read-write',
  concurrency: 4,
  account: { key: 'a1', name: 'Me' },
  relations: [],
  apiBase: 'https://example.atlassian.net',
  ...more,
})

describe('the list of sites', () => {
  it('is there again after a restart', async () => {
    const dir = join(await folder(), 'not', 'there', 'yet')
    const first = await createProfiles(dir, silent)
    expect(first.list()).toEqual([])
    await first.put(profile('1'))
    await first.put(profile('2'))
    await first.put(profile('1', { email: 'new@example.com' }))
    await first.remove('2')
    const again = await createProfiles(dir, silent)
    expect(again.list()).toEqual([profile('1', { email: 'new@example.com' })])
    expect(again.get('2')).toBeUndefined()
    expect((await stat(join(dir, 'profiles.json'))).mode & 0o077).toBe(0)
  })

  it('loses no change among many at once', async () => {
    const dir = await folder()
    const profiles = await createProfiles(dir, silent)
    await Promise.all(Array.from({ length: 20 }, (_, at) => profiles.put(profile(String(at)))))
    expect((await createProfiles(dir, silent)).list()).toHaveLength(20)
  })

  it('loses no change among several programs that hold the same file', async () => {
    const dir = await folder()
    const hosts = await Promise.all(Array.from({ length: 4 }, () => createProfiles(dir, silent)))
    await Promise.all(
      hosts.flatMap((host, at) =>
        Array.from({ length: 5 }, (_, nth) => host.put(profile(`${at}-${nth}`))),
      ),
    )
    expect((await createProfiles(dir, silent)).list()).toHaveLength(20)
    const [first, second] = hosts
    await first?.remove('3-4')
    expect(await second?.change('3-4', (old) => old)).toBe(false)
    await second?.refresh()
    expect(second?.list()).toHaveLength(19)
    // The lock stays, and holds nothing.
    expect((await readdir(dir)).toSorted()).toEqual(['.profiles.json.lock', 'profiles.json'])
    expect((await stat(join(dir, '.profiles.json.lock'))).size).toBe(0)
  })

  it('waits for a program that holds the lock, and goes on where that dies with it', async () => {
    const dir = await folder()
    const profiles = await createProfiles(dir, silent)
    await profiles.put(profile('1'))
    const script = `const Database = require('libsql')
      const lock = new Database(process.argv[1], { timeout: 0 })
      lock.exec('begin exclusive')
      process.stdout.write('held')
      setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['-e', script, join(dir, '.profiles.json.lock')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    let isDone = false
    const putting = profiles.put(profile('2')).then(() => (isDone = true))
    await sleep(200)
    expect(isDone).toBe(false)
    holder.kill('SIGKILL')
    await putting
    expect((await createProfiles(dir, silent)).list()).toHaveLength(2)
  })

  it('keeps the others, and the bad one as it stands, where one is not understood', async () => {
    const dir = await folder()
    const bad = [{ id: 'of a newer version', more: [1] }, null, 7]
    const file = { format: 'relation-explorer/profiles@1', profiles: [profile('1'), ...bad] }
    await writeFile(join(dir, 'profiles.json'), JSON.stringify(file))
    const lines: string[] = []
    const profiles = await createProfiles(dir, (line) => lines.push(line))
    expect(profiles.list()).toEqual([profile('1')])
    await profiles.put(profile('2'))
    const kept: unknown = JSON.parse(await readFile(join(dir, 'profiles.json'), 'utf8'))
    expect(kept).toMatchObject({ profiles: [profile('1'), profile('2'), ...bad] })
    expect(lines).toEqual([expect.stringContaining('3 of the stored sites')])
  })

  it('tells whether there was something to change', async () => {
    const profiles = await createProfiles(await folder(), silent)
    await profiles.put(profile('1'))
    expect(await profiles.change('1', (old) => ({ ...old, relations: ['explains'] }))).toBe(true)
    expect(await profiles.change('2', (old) => old)).toBe(false)
    expect(profiles.get('1')?.relations).toEqual(['explains'])
  })

  it('keeps a file aside that it does not understand, and starts anew', async () => {
    for (const text of ['{"profiles":', '{"format":"other@2","profiles":[]}', '']) {
      const dir = await folder()
      await writeFile(join(dir, 'profiles.json'), text)
      const lines: string[] = []
      const profiles = await createProfiles(dir, (line) => lines.push(line))
      expect(profiles.list()).toEqual([])
      await profiles.put(profile('1'))
      const names = await readdir(dir)
      const aside = names.find((name) => name.startsWith('profiles.json.bad-'))
      expect(await readFile(join(dir, aside ?? ''), 'utf8')).toBe(text)
      expect(lines).toHaveLength(1)
    }
  })

  it('reads a file of the first version, which says nothing of the sign-in', async () => {
    const dir = await folder()
    const { id, kind, site, email, account, relations, apiBase } = profile('1')
    const old = { id, kind, site, email, account, relations, apiBase }
    const gateway = { ...old, id: '2', apiBase: 'https://api.atlassian.com/ex/confluence/1' }
    const file = { format: 'relation-explorer/profiles@1', profiles: [old, gateway] }
    await writeFile(join(dir, 'profiles.json'), JSON.stringify(file))
    const profiles = await createProfiles(dir, silent)
    expect(profiles.list().map(({ signIn, access }) => [signIn, access])).toEqual([
      ['token', 'read-write'],
      ['scoped-token', 'read-write'],
    ])
  })

  it('writes nothing beyond what a profile is, whatever it is given', async () => {
    const dir = await folder()
    const profiles = await createProfiles(dir, silent)
    await profiles.put(Object.assign(profile('1'), { token: 'canary' }))
    expect(await readFile(join(dir, 'profiles.json'), 'utf8')).not.toContain('canary')
  })

  it.skipIf(process.getuid?.() === 0)('says so where the folder cannot be written', async () => {
    const dir = await folder()
    const profiles = await createProfiles(dir, silent)
    await chmod(dir, 0o500)
    await expect(profiles.put(profile('1'))).rejects.toMatchObject({ failure: { kind: 'storage' } })
    expect(profiles.list()).toEqual([])
  })

  it('says so where the folder is a file', async () => {
    const file = join(await folder(), 'file')
    await writeFile(file, '')
    await expect(createProfiles(file, silent)).rejects.toMatchObject({
      failure: { kind: 'storage' },
    })
  })
})
