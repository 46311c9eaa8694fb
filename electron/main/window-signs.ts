import type { BrowserWindow } from 'electron'
import type { Platform } from '../host'
import type { ElectronApi } from './electron-api'

/** Progress at the dock or in the task bar, and notices for who looks at something else. */
export const windowSigns = (
  { Notification: Notice }: Pick<ElectronApi, 'Notification'>,
  current: () => BrowserWindow | null,
): NonNullable<Platform['window']> => ({
  progress: ({ part, isRunning, isPaused }) => {
    // Above 1 nobody knows how far it is; below 0 there is nothing.
    const shown = !isRunning ? -1 : (part ?? 2)
    current()?.setProgressBar(shown, { mode: isPaused ? 'paused' : 'normal' })
  },
  notify: ({ title, body }) => {
    const window = current()
    if (window === null || window.isFocused() || !Notice.isSupported()) return
    const notice = new Notice({ title, body })
    notice.on('click', () => {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.focus()
    })
    notice.show()
  },
})
