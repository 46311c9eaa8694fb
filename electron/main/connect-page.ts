import type { IpcMainEvent, WebContents } from 'electron'
import { RPCHandler } from '@orpc/server/message-port'
import type { Host } from '../host'
import type { ElectronApi } from './electron-api'
import { pageOrigin } from './scheme'

const channel = 'relation-explorer:connect'

/** Puts the contract on the port that our own page sends; a port from anyone else is closed. */
export function connectPage(
  { ipcMain }: Pick<ElectronApi, 'ipcMain'>,
  host: Host,
  ownContents: () => WebContents | null,
): void {
  const handler = new RPCHandler(host.router)
  ipcMain.on(channel, (event) => {
    const [port, ...others] = event.ports
    for (const other of others) other.close()
    if (port === undefined) return
    if (!isOwnPage(event, ownContents())) {
      port.close()
      return
    }
    handler.upgrade(port)
    port.start()
  })
}

/** Our window, its top frame, and still our page in it. */
function isOwnPage({ sender, senderFrame }: IpcMainEvent, own: WebContents | null): boolean {
  if (own === null || sender !== own || senderFrame === null) return false
  return senderFrame === own.mainFrame && originOf(senderFrame.url) === pageOrigin
}

/** `URL.origin` is opaque for schemes of our own in Node. */
function originOf(url: string): string | null {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  } catch {
    return null
  }
}
