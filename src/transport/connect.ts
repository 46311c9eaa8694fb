import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { FailureError } from '@shared/failure'
import { type Connection, connectionOver, watchLoss } from './connection'
import type { Gate } from './gate'
import { fetchKey } from './key'

declare global {
  interface Window {
    /** Set by the preload: the page runs under Electron. */
    readonly relationExplorer?: { readonly shell: 'electron' }
  }
}

/**
 * Picks the transport once, at start. Answers come through the gate. Rejects with a `FailureError`
 * when there is no host.
 */
export const connect = (gate: Gate): Promise<Connection> =>
  window.relationExplorer === undefined ? overSocket(gate) : Promise.resolve(overPort(gate))

function overPort(gate: Gate): Connection {
  const { port1, port2 } = new MessageChannel()
  const loss = watchLoss(port1)
  const connection = connectionOver(new PortLink({ port: port1 }), loss, gate)
  port1.start()
  window.postMessage('relation-explorer:connect', window.location.origin, [port2])
  return connection
}

async function overSocket(gate: Gate): Promise<Connection> {
  const key = await keyOfTab()
  const address = new URL('/rpc', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address, ['relation-explorer', key])
  const loss = watchLoss(socket)
  const connection = connectionOver(new SocketLink({ websocket: socket }), loss, gate)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    loss.onLost(() => reject(new FailureError({ kind: 'host-gone' })))
  })
  return connection
}

/** An address that is pasted into an open tab changes its fragment only, which loads nothing. */
async function keyOfTab(): Promise<string> {
  try {
    const key = await fetchKey(window)
    // Nothing is missing here, but the ticket is in the history now and must not stay good.
    window.addEventListener('hashchange', () => void fetchKey(window).catch(() => undefined))
    return key
  } catch (error) {
    window.addEventListener('hashchange', () => window.location.reload())
    throw error
  }
}
