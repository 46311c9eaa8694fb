import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GraphFile } from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../electron/demo-site'
import { builtCli } from './built-cli'

const home = mkdtempSync(join(tmpdir(), 'thread-'))
let site: DemoSite
let script: string
beforeAll(async () => {
  script = await builtCli('thread-cli')
  site = await createDemoSite({ pages: 300 })
}, 120_000)
afterAll(async () => {
  await site.close()
  rmSync(home, { recursive: true, force: true })
})

type Done = {
  /** Before the program begins. */
  readonly first?: string
  /** At each `kind` of message that a thread sends, or other event of one. */
  readonly each?: string
}

/** Counts the bodies that a thread of the program has told of, and does something to its threads. */
const watching = ({ first = '', each = '' }: Done) => `
import { createRequire, syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'
const { Worker, isMainThread } = threads
let [bodies, started] = [0, 0]
const { emit } = Worker.prototype
Worker.prototype.emit = function (event, message, ...more) {
  if (event === 'online') started += 1
  if (message?.kind === 'named') bodies += message.named.filter((one) => one !== null).length
  const kind = event === 'message' ? message?.kind : event
  ${each}
  return emit.call(this, event, message, ...more)
}
${first}
syncBuiltinESMExports()
if (isMainThread) process.on('exit', () => console.error('bodies ' + bodies + ', threads ' + started))
`

/** Maps a space with the built program; gives its graph, and what its threads have read. */
async function mapped(name: string, done: Done = {}) {
  const watch = join(home, `${name}.mjs`)
  writeFileSync(watch, watching(done))
  const child = spawn(
    process.execPath,
    [
      ...['--import', pathToFileURL(watch).href, script, 'map', '--space', 'ENG'],
      ...['--site', site.origin, '--email', site.email, '--data-dir', home],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, RELATION_EXPLORER_TOKEN: site.token },
    },
  )
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((settle) => child.once('close', settle))
  const { nodes, edges, unresolved } = GraphFile.parse(JSON.parse(out))
  const sorted = (list: readonly unknown[] = []) => list.map((one) => JSON.stringify(one)).sort()
  const [, bodies, threads] = /bodies (\d+), threads (\d+)/.exec(err) ?? []
  return {
    graph: { code, nodes: sorted(nodes), edges: sorted(edges), unresolved: sorted(unresolved) },
    bodies: Number(bodies),
    threads: Number(threads),
  }
}

/** Pages and blog posts of the space that are listed. */
const listed = () =>
  [...site.world.content.values()].filter(
    ({ kind, spaceKey, status, restricted }) =>
      (kind === 'page' || kind === 'blogpost') &&
      spaceKey === 'ENG' &&
      (status === 'current' || status === 'archived') &&
      !restricted,
  )

describe('the thread of the built program', () => {
  it('reads the body of every page that is mapped', async () => {
    const { bodies, threads, graph } = await mapped('whole')
    expect(graph.code).toBe(0)
    expect(graph.edges.length).toBeGreaterThan(50)
    // Some are read once more, in the format that has links by id.
    expect(bodies).toBeGreaterThanOrEqual(listed().length)
    expect(threads).toBe(1)
  }, 60_000)

  it('costs nothing but calls where it is ended in the middle of an answer', async () => {
    const whole = await mapped('whole')
    const each = "if (kind === 'read' && started === 1) { void this.terminate(); return true }"
    const ended = await mapped('ended', { each })
    expect(ended.threads).toBe(2)
    expect(ended.graph).toEqual(whole.graph)
  }, 60_000)

  it('is done without where none can be started', async () => {
    const whole = await mapped('whole')
    const first = "threads.Worker = class { constructor() { throw new Error('no more') } }"
    const none = await mapped('none', { first })
    expect(none.bodies).toBe(0)
    expect(none.graph).toEqual(whole.graph)
  }, 60_000)
})
