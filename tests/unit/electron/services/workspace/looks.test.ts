/** Files that nothing could look at: unknown is not damaged, and not opened either. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
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
import { type Fork, forkNode } from '../../../../../electron/services/child'
import {
  createWorkspaces,
  openWorkspaceFile,
  readWorkspaceFile,
} from '../../../../../electron/services/workspace'

const site = 'https://example.atlassian.net'
const unlooked = {
  id: 'example',
  damaged: false,
  closed: { kind: 'not-looked-at' },
}
const damaged = { id: 'example', damaged: true }
const open = { id: 'example', closed: null, damaged: false }

/** A real child that is killed by somebody else while it does this job. */
const killedOf =
  (isKilled: (question: unknown) => boolean): Fork =>
  (script) => {
    const child = forkNode(script)
    return {
      ...child,
      ask: (question, patienceMs) => {
        const asked = child.ask(question, patienceMs)
        if (isKilled(question)) child.end()
        return asked
      },
    }
  }

describe('a file that is looked at', () => {
  let dir: string
  const start = (fork?: Fork) => {
    const made = createWorkspaces(dir, 's', fork)
    onTestFinished(() => made.close())
    return made
  }
  const listed = async (workspaces: ReturnType<typeof start>) => {
    await workspaces.look()
    return workspaces.list(site)[0]
  }
  const path = () => join(dir, 'workspaces', 'example.relx')
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'looks-'))
    const first = createWorkspaces(dir, 's')
    first.open(site)
    first.close()
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  it('is asked of a second process where the first was killed', async () => {
    let killed = 0
    const workspaces = start(killedOf(() => (killed += 1) === 1))
    expect(await listed(workspaces)).toMatchObject(open)
    expect(killed).toBe(2)
  })

  it('is whole where a program was killed before it wrote into its log', async () => {
    const opened = `
      const db = new (require('libsql'))(process.argv[1])
      db.exec('pragma locking_mode = EXCLUSIVE; pragma journal_mode = WAL; begin immediate; commit')
      process.kill(process.pid, 'SIGKILL')`
    spawnSync(process.execPath, ['-e', opened, path()], { cwd: process.cwd() })
    expect(statSync(`${path()}-wal`).size).toBe(0)
    // A list looks again at what it could not look at; who names the file is told at once.
    const held = await openWorkspaceFile(path())
    expect(held.site).toBe(site)
    held.close()
    expect(await listed(start())).toMatchObject(open)
  })

  it('is unknown while every process is killed, stays shut, and is looked at again', async () => {
    let isTight = true
    const workspaces = start(killedOf(() => isTight))
    expect(await listed(workspaces)).toMatchObject(unlooked)
    expect(() => workspaces.open(site, 'example')).toThrow('not-looked-at')
    isTight = false
    expect(await listed(workspaces)).toMatchObject(open)
  })

  it('is unknown where no process can be started, and then no upload of it is taken in', async () => {
    let isFull = true
    const workspaces = start((script) => {
      if (isFull) throw new Error('spawn EAGAIN')
      return forkNode(script)
    })
    expect(await listed(workspaces)).toMatchObject(unlooked)
    const upload = workspaces.uploads.begin()
    workspaces.uploads.add(upload, 0, readFileSync(path()).toString('base64'))
    await expect(workspaces.upload(site, 'up.relx', upload)).rejects.toMatchObject({
      failure: { kind: 'not-looked-at', what: 'The file' },
    })
    expect(workspaces.list(site)).toHaveLength(1)
    isFull = false
    expect(await listed(workspaces)).toMatchObject(open)
  })

  it('is damaged where processes die of it and of nothing else', async () => {
    const workspaces = start(killedOf((job) => !JSON.stringify(job).includes('"nothing"')))
    expect(await listed(workspaces)).toMatchObject(damaged)
  })

  it('is rescued by a second process where the first was killed half way', async () => {
    writeFileSync(path(), readFileSync(path()).fill(0, statSync(path()).size - 4_096))
    let killed = 0
    const workspaces = start(
      killedOf((job) => {
        const { kind, to } = job as { kind: string; to: string }
        if (kind !== 'rescue' || killed > 0) return false
        killed += 1
        copyFileSync(path(), to)
        return true
      }),
    )
    expect(await listed(workspaces)).toMatchObject(damaged)
    const made = await workspaces.rescue(site, 'example')
    expect(made).toMatchObject({ id: 'example rescued', closed: null })
    expect(killed).toBe(1)
  })

  it('is unknown where it took too long, and damaged where it does so again', async () => {
    const late: Fork = () => ({ ask: () => Promise.resolve('late'), end: () => undefined })
    const workspaces = start(late)
    expect(await listed(workspaces)).toMatchObject(unlooked)
    expect(await listed(workspaces)).toMatchObject(damaged)
  })

  it('is unknown where there is no room for the copy that is looked at', async () => {
    // As though it had been copied while a program had it open.
    writeFileSync(path(), readFileSync(path()).fill(2, 18, 20))
    const usual = process.env['TMPDIR']
    process.env['TMPDIR'] = join(path(), 'no-folder')
    onTestFinished(() => {
      if (usual === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = usual
    })
    const workspaces = start()
    expect(await listed(workspaces)).toMatchObject(unlooked)
    // Asked twice, and by the same process.
    expect(await listed(workspaces)).toMatchObject(unlooked)
    expect(readdirSync(join(dir, 'workspaces'))).toEqual(['example.relx'])
    process.env['TMPDIR'] = join(dir, 'tmp')
    mkdirSync(join(dir, 'tmp'))
    expect(await listed(workspaces)).toMatchObject(open)
    workspaces.close()
    expect((await readWorkspaceFile(path())).site).toBe(site)
  })
})
