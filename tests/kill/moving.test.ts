/** What earlier versions kept elsewhere, moved by real programs that are killed, and by several at once. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { dataFolderOf, formerFoldersOf } from '../../electron/host/data-folder'
import { createProfiles } from '../../electron/services/credentials'
import { builtCli } from './built-cli'

const isLong = process.env['LONG_TESTS'] === '1'
const [files, kills] = isLong ? [400, 40] : [120, 6]

let cli: string
beforeAll(async () => {
  cli = await builtCli('moving')
}, 60_000)

/** A person who had worked in the window and on the command line. */
async function person() {
  const home = mkdtempSync(join(tmpdir(), 'moving-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const env = {
    ...process.env,
    ...{ HOME: home, USERPROFILE: home, APPDATA: join(home, 'config') },
    ...{ XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data') },
  }
  const old = formerFoldersOf({ platform: process.platform, env, home })
  const texts: string[] = []
  for (const [at, folder] of old.entries()) {
    const profiles = await createProfiles(folder, () => undefined)
    for (const id of ['both', `only-${at}`]) {
      await profiles.put({
        ...{ id, kind: 'site', site: 'https://example.atlassian.net', email: 'me@example.com' },
        ...{ signIn: 'token', access: 'read-write', concurrency: 4, relations: [] },
        account: { key: id, name: 'Me' },
        apiBase: 'https://example.atlassian.net',
      })
    }
    mkdirSync(join(folder, 'workspaces', '.trash', `trashed-${at}`), { recursive: true })
    const trashed = join('.trash', `trashed-${at}`, 'Old')
    for (const name of [trashed, ...Array.from({ length: files }, (_, n) => `Work ${n}`)]) {
      const text = `${name} in ${folder}`
      texts.push(text)
      writeFileSync(join(folder, 'workspaces', `${name}.relx`), text)
    }
  }
  const run = () => {
    const child = spawn(process.execPath, [cli, 'profiles', 'list'], { env })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    const ended = new Promise<number | null>((settle) => child.once('close', settle))
    const isRunning = () => child.exitCode === null && child.signalCode === null
    return {
      isRunning,
      kill: () => child.kill('SIGKILL'),
      ended: ended.then((code) => ({ code, out, err })),
    }
  }
  return { home, texts, run, old, to: dataFolderOf({ platform: process.platform, env, home }) }
}

/** The text of each workspace that is anywhere; one that is being moved may have two names. */
const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.relx'))
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))

const movedIn = (to: string): string[] => {
  try {
    return readdirSync(join(to, 'workspaces')).filter((name) => name.endsWith('.relx'))
  } catch {
    return []
  }
}

const idsIn = (out: string): string[] =>
  [...out.matchAll(/"id": "([^"]+)"/g)].map(([, id = '']) => id)

describe('the move', { timeout: 120_000 }, () => {
  it('loses nothing where it is killed at any moment, and ends with each file once', async () => {
    const { home, texts, run, old, to } = await person()
    let hits = 0
    for (let at = 0; at < kills; at += 1) {
      const { kill, isRunning, ended } = run()
      const goal = (texts.length * (at + Math.random())) / kills
      while (isRunning() && movedIn(to).length < goal) await nextTurn()
      kill()
      await ended
      expect(new Set(textsIn(home))).toEqual(new Set(texts))
      const moved = movedIn(to).length
      if (moved > 0 && moved < texts.length) hits += 1
    }
    expect(hits).toBeGreaterThan(0)
    const last = await run().ended
    expect(last).toMatchObject({ code: 0, err: '' })
    expect(idsIn(last.out).toSorted()).toEqual(['both', 'only-0', 'only-1'])
    expect(textsIn(home).toSorted()).toEqual(texts.toSorted())
    for (const folder of old) expect(() => readdirSync(folder)).toThrow('ENOENT')
  })

  it('is made by one of several that start at a moment, and all find it done', async () => {
    const { home, texts, run } = await person()
    const programs = await Promise.all([run(), run(), run()].map(({ ended }) => ended))
    for (const { code, out, err } of programs) {
      expect([code, err, idsIn(out).toSorted()]).toEqual([0, '', ['both', 'only-0', 'only-1']])
    }
    expect(textsIn(home).toSorted()).toEqual(texts.toSorted())
  })
})
