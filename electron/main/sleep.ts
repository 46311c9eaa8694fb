import type { Host } from '../host'
import type { ElectronApi } from './electron-api'

/** Nothing is begun that the sleep of the machine would break; the host finds out the rest itself. */
export function pauseInSleep(
  { powerMonitor }: Pick<ElectronApi, 'powerMonitor'>,
  { sleep, wake }: Pick<Host, 'sleep' | 'wake'>,
): void {
  powerMonitor.on('suspend', sleep)
  powerMonitor.on('resume', wake)
}
