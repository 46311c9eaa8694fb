import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { FailureError } from '@shared/failure'
import type { Client } from './client'
import { takeKey } from './key'

export type Connection = {
  readonly client: Client
  /** Called once when the host is gone. Returns how to stop listening. */
  readonly onLost: (listener: () => void) => () => void
}

declare global {
  interface Window {
    /** Set by the preload: the page runs under Electron. */
    readonly relationExplorer?: { readonly shell: 'electron' }
  }
}

/** Picks the transport once, at start. Rejects with a `FailureError` when there is no host. */
export const connect = (): Promise<Connection> =>
  window.relationExplorer === undefined ? overSocket() : Promise.resolve(overPort())

function overPort(): Connection {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('relation-explorer:connect', window.location.origin, [port2])
  port1.start()
  const client: Client = createORPCClient(new PortLink({ port: port1 }))
  return { client, onLost: lossOf((lost) => port1.addEventListener('close', lost)) }
}

async function overSocket(): Promise<Connection> {
  const key = takeKey()
  if (key === null) throw new FailureError({ kind: 'host-gone' })
  const address = new URL('/rpc', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address, ['relation-explorer', key])
  const client: Client = createORPCClient(new SocketLink({ websocket: socket }))
  const onLost = lossOf((lost) => socket.addEventListener('close', lost))
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('close', () => reject(new FailureError({ kind: 'host-gone' })), {
      once: true,
    })
  })
  return { client, onLost }
}

function lossOf(watch: (lost: () => void) => void): Connection['onLost'] {
  const listeners = new Set<() => void>()
  let gone = false
  watch(() => {
    gone = true
    for (const listener of listeners) listener()
  })
  return (listener) => {
    if (gone) listener()
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
}
