import { childOf, type Fork } from '../host'
import type { ElectronApi } from './electron-api'

/**
 * A packaged program does not start as Node, so its children are utility processes. What such a
 * child writes is nobody's.
 */
export const forkUtility =
  ({ utilityProcess }: Pick<ElectronApi, 'utilityProcess'>): Fork =>
  (script) => {
    const child = utilityProcess.fork(script, [], { stdio: 'ignore' })
    return childOf({
      send: (message) => {
        child.postMessage(message)
      },
      onMessage: (listen) => void child.on('message', listen),
      onEnd: (listen) => void child.once('exit', listen),
      kill: () => void child.kill(),
    })
  }
