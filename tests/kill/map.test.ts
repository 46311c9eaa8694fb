import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite } from '../../electron/demo-site'

const moments = process.env['LONG_TESTS'] === '1' ? 30 : 3

let site: DemoSite
let folder: string
let script: string
beforeAll(async () => {
  site = await createDemoSite({ pages: 1_200, latencyMs: 5 })
  folder = mkdtempSync(join(tmpdir(), 'relx-map-'))
  // Inside the project, so that the child finds the packages.
  const outDir = resolve(import.meta.dirname, '../../out/kill-map')
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(import.meta.dirname, '../../src/shared') } },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          'map-child': resolve(import.meta.dirname, 'map-child.ts'),
          'body-worker': resolve(
            import.meta.dirname,
            '../../electron/services/remote/body/body-worker.ts',
          ),
        },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  })
  script = join(outDir, 'map-child.mjs')
}, 60_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Maps to the end, or until so many answers were told; gives the graph, or how far it came. */
async function child(dataDir: string, killAfter = Number.POSITIVE_INFINITY) {
  const args = [script, dataDir, site.origin, site.email, site.token]
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  running.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (told.split('\nread ').length > killAfter) running.kill('SIGKILL')
  })
  await new Promise<void>((settle) => running.once('close', () => settle()))
  const lines = told.split('\n').slice(0, -1)
  const done = lines.find((line) => line.startsWith('done '))
  return { done: done?.slice('done '.length), reads: lines.filter((line) => /^read/.test(line)) }
}

/** Lists with bodies that were asked for more than once, from the same place. */
function askedTwice(): number {
  const asked = site
    .callLog()
    .filter(({ path }) => path.includes('space-id=') && path.includes('body-format='))
    .map(({ path }) => {
      const { pathname, searchParams } = new URL(path, site.origin)
      return [pathname, searchParams.get('space-id'), searchParams.get('cursor')].join(' ')
    })
  return asked.length - new Set(asked).size
}

describe('a map that is killed', () => {
  it('goes on where it was, ends with the same graph and asks for nothing that it has', async () => {
    const whole = await child(join(folder, 'whole'))
    expect(whole.done).toContain('"state":')
    expect(whole.reads.length).toBeGreaterThan(10)
    for (let moment = 0; moment < moments; moment += 1) {
      const dataDir = join(folder, `killed-${moment}`)
      const at = 2 + Math.floor((moment * (whole.reads.length - 3)) / moments)
      site.resetCalls()
      const killed = await child(dataDir, at)
      expect(killed.done).toBeUndefined()
      const rest = await child(dataDir)
      expect(JSON.parse(rest.done ?? 'null')).toEqual(JSON.parse(whole.done ?? ''))
      // Of each space two lists are read. Of each an answer may not be kept yet that is being read,
      // and the next one that is on its way meanwhile.
      expect(askedTwice()).toBeLessThanOrEqual(2 * 2 * site.world.spaces.size)
    }
  }, 600_000)
})
