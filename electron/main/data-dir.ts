import type { ElectronApi } from './electron-api'

/**
 * Where our files go: into the folder that all shells share, beside which Electron keeps its own. Who
 * names a folder for Electron means all of it.
 */
export const dataDirOf = async (
  { app }: Pick<ElectronApi, 'app'>,
  shared: () => Promise<string>,
): Promise<string> =>
  app.commandLine.hasSwitch('user-data-dir') ? app.getPath('userData') : shared()
