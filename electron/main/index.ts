/** The Electron shell's entry: hands the real Electron to the shell and adds nothing. */
import { join } from 'node:path'
import * as electron from 'electron'
import { version } from '../../package.json'
import { createSecrets, loadDemoSite, openDataFolder } from '../host'
import { forkUtility } from './fork'
import { startShell } from './shell'
import { knowsItsReleases } from './updates'

const log = (line: string) => void process.stderr.write(`${line}\n`)
const fork = forkUtility(electron)
const secrets = createSecrets({ fork })

// Not awaited: Electron becomes ready only after this module has run, and the shell waits for that.
startShell(electron, {
  platform: { version, secrets, log },
  dataFolder: () => openDataFolder({ log, fork }),
  pageRoot: join(import.meta.dirname, '../renderer'),
  // Set by `electron-vite dev`.
  devServer: process.env['ELECTRON_RENDERER_URL'],
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  // Loaded when a person first asks for it, and never where it has nobody to ask.
  updater: knowsItsReleases(electron, process.resourcesPath)
    ? async () => (await import('electron-updater')).default.autoUpdater
    : undefined,
})
  .then(loadDemoSite)
  .catch((error: unknown) => {
    log(
      `Relation Explorer could not start: ${error instanceof Error ? error.message : 'unknown reason'}`,
    )
    electron.app.exit(1)
  })
