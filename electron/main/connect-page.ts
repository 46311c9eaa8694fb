import type { IpcMainEvent, WebContents } from 'electron'
import { RPCHandler } from '@orpc/server/message-port'
import type { Host } from '../host'
import type { ElectronApi } from './electron-api'
import { originOf } from './scheme'

const channel = 'relation-explorer:connect'

export type OwnPage = {
  readonly origin: string
  /** What our window shows, while there is one. */
  readonly contents: () => WebContents | null
}

/** Puts the contract on the port that our own page sends; a port from anyone else is closed. */
export function connectPage(
  { ipcMain }: Pick<ElectronApi, 'ipcMain'>,
  host: Host,
  page: OwnPage,
): void {
  const handler = new RPCHandler(host.router)
  ipcMain.on(channel, (event) => {
    const [port, ...others] = event.ports
    for (const other of others) other.close()
    if (port === undefined) return
    if (!isFrom(page, event)) {
      port.close()
      return
    }
    handler.upgrade(port)
    port.start()
  })
}

/** Our window, its top frame, and still our page in it. */
function isFrom({ origin, contents }: OwnPage, { sender, senderFrame }: IpcMainEvent): boolean {
  const own = contents()
  if (own === null || sender !== own || senderFrame === null) return false
  return senderFrame === own.mainFrame && originOf(senderFrame.url) === origin
}
