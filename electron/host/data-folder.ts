import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import { name, productName } from '../../package.json'

/** What of a system says where programs keep what they keep. */
export type System = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const thisSystem = (): System => ({ platform: process.platform, env: process.env, home: homedir() })

/** The one folder of the window, the page in a browser and the command line. */
export function dataFolderOf(system: System = thisSystem()): string {
  const paths = pathsOf(system)
  const { platform, home } = system
  if (platform === 'darwin' || platform === 'win32') return paths.join(ofPrograms(system), name)
  return paths.join(whole(system, 'XDG_DATA_HOME') ?? paths.join(home, '.local', 'share'), name)
}

/**
 * Where versions up to 0.1 kept what is in that folder now: the window among the things of Electron,
 * which stay there, the others in the home folder. The window comes first: of what there can be one
 * alone, such as the settings, its own is kept.
 */
export function formerFoldersOf(system: System = thisSystem()): readonly string[] {
  const paths = pathsOf(system)
  return [paths.join(ofPrograms(system), productName), paths.join(system.home, `.${name}`)]
}

/** What Electron calls `appData`. */
function ofPrograms(system: System): string {
  const paths = pathsOf(system)
  const { platform, home } = system
  if (platform === 'darwin') return paths.join(home, 'Library', 'Application Support')
  if (platform === 'win32')
    return whole(system, 'APPDATA') ?? paths.join(home, 'AppData', 'Roaming')
  return whole(system, 'XDG_CONFIG_HOME') ?? paths.join(home, '.config')
}

const pathsOf = ({ platform }: System) => (platform === 'win32' ? win32 : posix)

/** A path that is not whole would be another one in each folder, so it counts as none. */
function whole(system: System, variable: string): string | undefined {
  const value = system.env[variable] ?? ''
  return pathsOf(system).isAbsolute(value) ? value : undefined
}
