import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite } from '../../electron/demo-site'
import { readWorkspaceFile } from '../../electron/services/workspace'
import { freshMap, mappedFile } from '../unit/electron/cli/mapped-file'
import { builtCli } from './built-cli'

const moments = process.env['LONG_TESTS'] === '1' ? 30 : 3

let site: DemoSite
let script: string
let spaces: string[]
beforeAll(async () => {
  script = await builtCli('refresh-cli')
  site = await createDemoSite({ pages: 600 })
  spaces = [...site.world.spaces.keys()]
}, 120_000)
afterAll(() => site.close())

type Ended = { readonly code: number | null; readonly err: string }

/** Reconciles by the built command line; it gets a real signal once so many calls were answered. */
async function reconcile(
  path: string,
  at?: { readonly signal: NodeJS.Signals; readonly calls: number },
): Promise<Ended> {
  const args = ['refresh', path, '--reconcile', '--email', site.email, '--data-dir', tmpdir()]
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, RELATION_EXPLORER_TOKEN: site.token },
  })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const before = site.callLog().length
  site.setLatency(at === undefined ? 0 : 25)
  let isSent = false
  const look = setInterval(() => {
    if (at === undefined || isSent || site.callLog().length - before < at.calls) return
    isSent = true
    child.kill(at.signal)
  }, 2)
  const code = await new Promise<number | null>((settle) => child.once('close', settle))
  clearInterval(look)
  site.setLatency(0)
  expect([isSent, err]).toEqual([at !== undefined, err])
  return { code, err }
}

const pages = () =>
  [...site.world.content.values()].filter(
    ({ kind, status, restricted }) => kind === 'page' && status === 'current' && !restricted,
  )

/** What people do to a site between two days; `seed` has others do it to other pages. */
function change(seed: number): void {
  const all = pages()
  const some = (count: number, from: number) =>
    Array.from(
      { length: count },
      (_, at) => all[(from + seed * 37 + at * 11) % all.length]?.id ?? '',
    )
  for (const [at, id] of some(60, 0).entries()) {
    const link = all[(at * 13 + seed) % all.length]?.id ?? ''
    site.change.edit(id, link === id ? {} : { link })
  }
  for (const [at, id] of some(5, 200).entries()) site.change.rename(id, `Named anew ${seed} ${at}`)
  for (const id of new Set(some(3, 300))) site.change.trash(id)
  site.change.add({ title: `Written on day ${seed}`, spaceKey: spaces[0] ?? '' })
}

/** All calls of one that is left alone. */
async function callsOf(path: string): Promise<number> {
  site.resetCalls()
  await reconcile(path)
  return site.callLog().length
}

async function expectFresh(path: string): Promise<void> {
  const { batch } = await readWorkspaceFile(path)
  const fresh = await freshMap(site, spaces)
  expect(batch.relations.map(({ id }) => id).toSorted()).toEqual(fresh.edges)
}

describe('a refresh that is ended', () => {
  it('by a kill goes on with the same command, and ends as a fresh map would', async () => {
    const whole = await mappedFile(site, spaces)
    change(0)
    const calls = await callsOf(whole)
    expect(calls).toBeGreaterThan(8)
    await expectFresh(whole)
    for (let moment = 0; moment < moments; moment += 1) {
      const path = await mappedFile(site, spaces)
      change(moment + 1)
      // From the first answer to all but the last.
      const at = 1 + Math.floor((moment * (calls - 2)) / moments)
      const killed = await reconcile(path, { signal: 'SIGKILL', calls: at })
      expect(killed.code).toBeNull()
      const { code, err } = await reconcile(path)
      expect([moment, code, err]).toEqual([moment, 0, err])
      await expectFresh(path)
    }
  }, 600_000)

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s keeps what came, says so, and goes on with the same command',
    async (signal) => {
      const path = await mappedFile(site, spaces)
      change(signal.length)
      const { code, err } = await reconcile(path, { signal, calls: 5 })
      expect([code, err]).toEqual([130, expect.stringContaining('Stopping')])
      expect((await reconcile(path)).code).toBe(0)
      await expectFresh(path)
    },
    120_000,
  )
})
