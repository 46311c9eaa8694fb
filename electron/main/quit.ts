import type { Host } from '../host'
import type { ElectronApi } from './electron-api'

/** ms that closing may take; what hangs longer does not hold the program for ever. */
const longest = 5_000

/**
 * Quitting waits until the host has closed its files. Gives a way to quit and then to do something
 * else than to end, which is what ends the program.
 */
export function closeBeforeQuit(
  { app }: Pick<ElectronApi, 'app'>,
  host: Host,
): (last: () => void) => void {
  let isClosed = false
  let end = () => app.quit()
  let closing: Promise<void> | null = null
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    const late = new Promise<void>((resolve) => void setTimeout(resolve, longest).unref())
    closing ??= Promise.race([host.close(), late])
      .catch(() => undefined)
      .then(() => {
        isClosed = true
        end()
      })
  })
  return (last) => {
    end = last
    app.quit()
  }
}
