import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DemoSite } from '../../../../electron/demo-site'
import { runCommand } from './run-command'

export type MoreOfMap = { readonly signal?: AbortSignal; readonly token?: string }

/** Maps spaces of a site from the command line, and gives what it wrote. */
export async function runMap(site: DemoSite, args: readonly string[], more: MoreOfMap = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'cli-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const on = ['--site', site.origin, '--email', site.email]
  return runCommand(['map', ...on, ...args], { token: site.token, ...more, dataDir })
}
