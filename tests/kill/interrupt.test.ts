import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { GraphFile } from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../electron/demo-site'
import { builtCli } from './built-cli'

const home = mkdtempSync(join(tmpdir(), 'interrupt-'))
let site: DemoSite
let script: string

beforeAll(async () => {
  script = await builtCli('interrupt')
  site = await createDemoSite({ pages: 300 })
}, 120_000)
afterAll(async () => {
  await site.close()
  rmSync(home, { recursive: true, force: true })
})

/** Runs the built command line, and sends real signals, if any, once `calls` calls were answered. */
async function interrupted(
  args: readonly string[],
  { signals, calls }: { signals: readonly NodeJS.Signals[]; calls: number },
) {
  const on = ['--site', site.origin, '--email', site.email, '--data-dir', home]
  const child = spawn(process.execPath, [script, ...args, ...on], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, RELATION_EXPLORER_TOKEN: site.token },
    cwd: home,
  })
  let [out, err, sent] = ['', '', false]
  const before = site.callLog().length
  site.setLatency(60)
  const look = setInterval(() => {
    if (sent || signals.length === 0 || site.callLog().length - before < calls) return
    sent = true
    for (const signal of signals) child.kill(signal)
  }, 5)
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ending = await new Promise<{ code: number | null; signal: string | null }>((settle) =>
    child.once('close', (code, signal) => settle({ code, signal })),
  )
  clearInterval(look)
  expect(sent).toBe(signals.length > 0)
  return { ...ending, out, err }
}

const startOf = () => {
  const page = [...site.world.content.values()].find(
    ({ status, restricted }) => status === 'current' && !restricted,
  )
  return `content:${page?.id ?? ''}`
}
const Results = z.object({ results: z.array(z.looseObject({ state: z.string() })) })

describe('the command line under a real signal', () => {
  it.each([['SIGINT'], ['SIGTERM'], ['SIGHUP']] as const)(
    'writes what a crawl has found at %s, and exits with 130',
    async (signal) => {
      const args = ['crawl', '--start', startOf(), '--relation', 'link', '--depth', 'all']
      const { code, out, err } = await interrupted(args, { signals: [signal], calls: 12 })
      const file = GraphFile.parse(JSON.parse(out))
      expect([code, err]).toEqual([130, expect.stringContaining('Stopping')])
      expect(file.nodes.length).toBeGreaterThan(0)
      expect(file.completeness.some(({ why }) => why === 'stopped')).toBe(true)
    },
  )

  it('writes what it has, and exits with 3, where the token dies and nobody is there to renew it', async () => {
    site.setTraps(['token-dies'])
    const args = ['crawl', '--start', startOf(), '--relation', 'link', '--depth', 'all']
    const { code, out, err } = await interrupted(args, { signals: [], calls: 0 }).finally(() =>
      site.setTraps([]),
    )
    const file = GraphFile.parse(JSON.parse(out))
    expect([code, err]).toEqual([3, expect.stringContaining('token')])
    expect(file.nodes.length).toBeGreaterThan(0)
    // It stopped at once: the calls that were on their way are all that was asked in vain.
    expect(site.callLog().filter(({ status }) => status === 403).length).toBeLessThan(12)
  })

  it('takes two signals of one press for one', async () => {
    const args = ['crawl', '--start', startOf(), '--relation', 'link', '--depth', 'all']
    const path = join(home, 'twice.json')
    const signals = ['SIGINT', 'SIGINT', 'SIGTERM'] as const
    const { code, out } = await interrupted([...args, '--out', path], { signals, calls: 12 })
    expect([code, out]).toEqual([130, ''])
    expect(GraphFile.parse(JSON.parse(await readFile(path, 'utf8'))).nodes.length).toBeGreaterThan(
      0,
    )
  })

  it('takes `--out -` for standard output and makes no file of that name', async () => {
    const args = ['crawl', '--start', startOf(), '--relation', 'link', '--depth', 'all']
    const { code, out } = await interrupted([...args, '--out', '-'], {
      signals: ['SIGTERM'],
      calls: 12,
    })
    expect(code).toBe(130)
    expect(GraphFile.parse(JSON.parse(out)).site).toBe(site.origin)
    await expect(stat(join(home, '-'))).rejects.toThrow('ENOENT')
  })

  it.each([[[]], [['--dry-run']]])(
    'tells every line of a change set, sent or not: %j',
    async (more) => {
      const ids = [...site.world.content.values()]
        .filter(({ status, restricted }) => status === 'current' && !restricted)
        .map(({ id }) => id)
        .slice(0, 60)
      const from = startOf().slice('content:'.length)
      const rows = ids
        .filter((id) => id !== from)
        .map((id) => `zz-test,content:${from},content:${id},create`)
      const path = join(home, `set${more.length}.csv`)
      await writeFile(path, ['relation,source,target,action', ...rows].join('\n'))
      const { code, out } = await interrupted(['apply', path, ...more], {
        signals: ['SIGINT'],
        calls: 25,
      })
      const { results } = z.object({ results: z.array(z.unknown()) }).parse(JSON.parse(out))
      expect([code, results.length]).toEqual([130, rows.length])
      if (more.length > 0) return
      const states = Results.parse(JSON.parse(out)).results.map(({ state }) => state)
      const made = [...site.world.relations.all()].filter(({ name }) => name === 'zz-test').length
      expect(states).toContain('waiting')
      expect(states.filter((state) => state === 'confirmed')).toHaveLength(made)
    },
  )
})
