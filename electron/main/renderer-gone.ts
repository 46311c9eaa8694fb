import type { BrowserWindow } from 'electron'
import type { ElectronApi } from './electron-api'

/** A page that died is offered to be started again: what was done is in its workspace by then. */
export function offerNewPage(
  { app, dialog }: Pick<ElectronApi, 'app' | 'dialog'>,
  window: BrowserWindow,
): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'The page of Relation Explorer has stopped.',
        detail: 'Your work is kept in its workspace. Start the page again to go on with it.',
        buttons: ['Start again', 'Quit'],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => {
        if (response === 1) app.quit()
        else if (!window.isDestroyed()) window.webContents.reload()
      })
  })
}
