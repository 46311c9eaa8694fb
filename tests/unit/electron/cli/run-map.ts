import type { DemoSite } from '../../../../electron/demo-site'
import { runCommand } from './run-command'

export type MoreOfMap = { readonly signal?: AbortSignal; readonly token?: string }

/** Maps spaces of a site from the command line, and gives what it wrote. */
export function runMap(site: DemoSite, args: readonly string[], more: MoreOfMap = {}) {
  const on = ['--site', site.origin, '--email', site.email]
  return runCommand(['map', ...on, ...args], { token: site.token, ...more })
}
