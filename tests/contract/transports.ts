import { MessageChannel } from 'node:worker_threads'
import { tmpdir } from 'node:os'
import { type ClientLink, createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Contract } from '@shared/contract'
import type { Host } from '../../electron/host'
import { serveLoopback } from '../../electron/loopback/server'
import { createTickets } from '../../electron/loopback/tickets'

export type Client = ContractRouterClient<Contract>

/** How a page reaches the host, in each way that there is. */
export type Transport = {
  readonly name: string
  connect(host: Host): Promise<Connection>
}

export type Connection = {
  readonly client: Client
  /** Asks for any path, as a page could that has no types; null where there is no wire. */
  readonly ask: ((path: readonly string[]) => Promise<unknown>) | null
}

function over(link: ClientLink<object>): Connection {
  const client: Client = createORPCClient(link)
  return { client, ask: (path) => link.call(path, undefined, { context: {} }) }
}

const direct: Transport = {
  name: 'no transport',
  connect: ({ router }) => Promise.resolve({ client: createRouterClient(router), ask: null }),
}

/** What Electron's shell uses between page and main. */
const messagePort: Transport = {
  name: 'a MessagePort',
  connect: ({ router }) => {
    const { port1, port2 } = new MessageChannel()
    new PortHandler(router).upgrade(port2)
    port1.start()
    port2.start()
    onTestFinished(() => port1.close())
    return Promise.resolve(over(new PortLink({ port: port1 })))
  },
}

/** The loopback shell itself, asked as a browser would. */
const loopback: Transport = {
  name: 'the loopback shell',
  connect: async (host) => {
    const key = 'key-of-this-launch'
    const tickets = createTickets()
    const server = await serveLoopback({ host, key, tickets, pageRoot: tmpdir(), port: 0 })
    onTestFinished(() => server.close())
    const { origin, port } = server
    const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, ['relation-explorer', key], {
      origin,
    })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    // ws has the four members that the link uses, with the events of the browser's WebSocket.
    const websocket = socket as unknown as globalThis.WebSocket
    return over(new SocketLink({ websocket }))
  },
}

export const transports: readonly Transport[] = [direct, messagePort, loopback]
