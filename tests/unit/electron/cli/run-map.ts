import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../../../../electron/cli/main'
import type { DemoSite } from '../../../../electron/demo-site'
import { createMemorySecrets } from '../../../../electron/services/credentials'

export type MoreOfMap = { readonly signal?: AbortSignal; readonly token?: string }

/** Maps spaces of a site from the command line, and gives what it wrote. */
export async function runMap(site: DemoSite, args: readonly string[], more: MoreOfMap = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'cli-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  let [out, err] = ['', '']
  const on = ['--site', site.origin, '--email', site.email]
  const code = await main(['map', ...on, ...args], '1.2.3', {
    out: (text) => (out += text),
    err: (text) => (err += text),
    isScreen: false,
    env: { RELATION_EXPLORER_TOKEN: more.token ?? site.token },
    signal: more.signal ?? new AbortController().signal,
    readInput: () => Promise.resolve(''),
    secrets: createMemorySecrets('No keychain in a test.'),
    dataDir,
  })
  return { code, out, err }
}
