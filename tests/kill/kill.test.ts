import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Edit, isThere } from '@shared/edit'
import type { EdgeId, Graph } from '@shared/graph'
import { emptyGraph, merge, refOf } from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../electron/demo-site'
import { resolveUnsure } from '../../electron/services/edit'
import {
  authorizeBasic,
  createRemoteClient,
  type RemoteClient,
} from '../../electron/services/remote'
import { createWorkspaces } from '../../electron/services/workspace'

const moments = process.env['LONG_TESTS'] === '1' ? 200 : 8
const atATime = 4

/** When to kill: after a word and so many lines, and so long after them that chance decides what is cut. */
type Moment = {
  readonly word: 'open' | 'ready'
  readonly edits: number
  readonly afterMs: number
}

/** What a child told before it was killed: pairs of a word and a relation. */
async function killedChild(
  script: string,
  args: readonly string[],
  { word, edits, afterMs }: Moment,
): Promise<[string, string][]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  const opened = new Promise<void>((settle) => {
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      const lines = told.split('\n').length - 1
      if (told.includes(word) && lines >= edits) settle()
    })
  })
  const ended = new Promise<void>((settle) => child.once('close', () => settle()))
  await Promise.race([opened, ended])
  await sleep(afterMs)
  child.kill('SIGKILL')
  await ended
  // A line that the kill cut in two was told to nobody.
  const lines = told.split('\n').slice(0, -1)
  return lines.flatMap((line): [string, string][] => {
    const [word = '', ...rest] = line.split(' ')
    return ['open', 'ready'].includes(word) ? [] : [[word, rest.join(' ')]]
  })
}

describe('a host that is killed', () => {
  let site: DemoSite
  let client: RemoteClient
  let folder: string
  let script: string
  beforeAll(async () => {
    site = await createDemoSite({ pages: 80, latencyMs: 3 })
    client = createRemoteClient({
      apiBase: site.origin,
      siteOrigin: site.origin,
      authorization: authorizeBasic(site.email, site.token),
      version: 'kill',
    })
    folder = mkdtempSync(join(tmpdir(), 'relx-kill-'))
    // Inside the project, so that the child finds the packages.
    const outDir = resolve(import.meta.dirname, '../../out/kill')
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '@shared': resolve(import.meta.dirname, '../../src/shared') } },
      build: {
        ssr: resolve(import.meta.dirname, 'child.ts'),
        outDir,
        emptyOutDir: true,
        rolldownOptions: { output: { format: 'es', entryFileNames: 'child.mjs' } },
      },
    })
    script = join(outDir, 'child.mjs')
  }, 60_000)
  afterAll(async () => {
    await client.close()
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const check = async (dataDir: string, told: readonly [string, string][]): Promise<number> => {
    const workspaces = createWorkspaces(dataDir, 'after')
    try {
      const found = workspaces.open(site.origin)
      const store = workspaces.writable(found.info.id)
      await resolveUnsure({ store, client, concurrency: 4 }, {})
      const { batch, entries } = workspaces.open(site.origin)
      const { graph } = merge(emptyGraph, batch)
      expect(batch.entities).toHaveLength(graph.nodes.size)
      const steps = entries.flatMap((entry) => entry.steps)
      expect(steps.filter(({ state }) => state === 'sent' || state === 'unknown')).toEqual([])
      const arrived = steps.filter(isThere).map(({ edit }) => edit)
      for (const [kind, id] of told)
        expect(arrived.some((edit) => edit.kind === kind && edit.relation.id === id)).toBe(true)
      // What was last done to a relation is what the file holds of it.
      const last = new Map(arrived.map((edit) => [edit.relation.id, edit]))
      for (const [id, { kind }] of last)
        expect([id, graph.edges.has(id)]).toEqual([id, kind === 'create'])
      await expectTruth(graph, last)
      return told.length
    } finally {
      workspaces.close()
    }
  }
  /** The server holds every relation of ours that the file holds, and none that was deleted. */
  const expectTruth = async (graph: Graph, last: ReadonlyMap<EdgeId, Edit>): Promise<void> => {
    const ours = [...graph.edges.values()].filter(({ relation }) => relation.startsWith('kill-'))
    expect(ours.map(({ id }) => last.get(id)?.kind)).toEqual(ours.map(() => 'create'))
    for (const { kind, relation: meant } of last.values()) {
      const { id, relation, source, target } = meant
      const there = await client.get({ relation, source: refOf(source), target: refOf(target) })
      expect([id, there.relation !== null]).toEqual([id, kind === 'create'])
    }
  }

  it(
    `keeps every confirmed edit and a whole graph, at ${moments} moments`,
    async () => {
      let confirmed = 0
      for (let from = 0; from < moments; from += atATime) {
        await Promise.all(
          Array.from({ length: Math.min(atATime, moments - from) }, async (_, at) => {
            const seed = String(from + at)
            const dataDir = join(folder, seed)
            const args = [dataDir, site.origin, site.email, site.token, seed]
            const told = await killedChild(script, args, {
              // One in four is killed early, while the file is new and the crawl begins.
              word: at === 0 ? 'open' : 'ready',
              edits: at === 0 ? 0 : ((from + at) * 5) % 16,
              afterMs: Math.random() * (at === 0 ? 500 : 60),
            })
            confirmed += await check(dataDir, told)
            expect(readdirSync(join(dataDir, 'workspaces'))).toEqual(['127-0-0-1.relx'])
          }),
        )
      }
      // Moments at which nothing had happened yet would prove nothing.
      expect(confirmed).toBeGreaterThan(moments)
    },
    moments * 5_000,
  )
})
