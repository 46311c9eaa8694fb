import type { AddressInfo } from 'node:net'
import { MessageChannel } from 'node:worker_threads'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { implement } from '@orpc/server'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { contract } from '../../../../src/shared/contract'
import { attempt } from '../../../../src/transport'
import { type Connection, connectionOver, watchLoss } from '../../../../src/transport/connection'

type Way = { connection: Connection; cut: () => void }

/** A host that answers `info` and keeps everybody waiting who asks for the demo site. */
function someHost() {
  const os = implement(contract)
  let waiting = 0
  const router = {
    shell: {
      info: os.shell.info.handler(
        () =>
          ({
            shell: 'loopback',
            version: '1',
            firstStart: false,
            settings: { singleKeys: true, theme: 'system' },
          }) as const,
      ),
    },
    credentials: {
      demo: os.credentials.demo.handler(({ signal }) => {
        waiting += 1
        return new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(new Error('nobody waits'))),
        )
      }),
    },
  }
  return { router, waiting: () => waiting }
}

type SomeHost = ReturnType<typeof someHost>

function overPort({ router }: SomeHost): Promise<Way> {
  const { port1, port2 } = new MessageChannel()
  new PortHandler(router).upgrade(port2)
  // Node's port has the members that the page uses of the browser's.
  const port = port1 as unknown as globalThis.MessagePort
  const loss = watchLoss(port)
  const connection = connectionOver(new PortLink({ port }), loss)
  port1.start()
  port2.start()
  onTestFinished(() => port1.close())
  return Promise.resolve({ connection, cut: () => port2.close() })
}

async function overSocket({ router }: SomeHost): Promise<Way> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const handler = new SocketHandler(router)
  server.on('connection', (client) => void handler.upgrade(client))
  // A server that listens on a TCP port has an address with one.
  const { port } = server.address() as AddressInfo
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => socket.once('open', resolve))
  // ws has the members that the page uses, with the events of the browser's WebSocket.
  const websocket = socket as unknown as globalThis.WebSocket
  const loss = watchLoss(websocket)
  return {
    connection: connectionOver(new SocketLink({ websocket }), loss),
    cut: () => {
      for (const client of server.clients) client.terminate()
    },
  }
}

const ways = [
  { name: 'a MessagePort', open: overPort },
  { name: 'a WebSocket', open: overSocket },
]

const hostGone = { ok: false, failure: { kind: 'host-gone' } }

describe.each(ways)('a connection over $name', ({ open }) => {
  it('carries calls', async () => {
    const { connection } = await open(someHost())
    expect(await attempt(connection.client.shell.info())).toEqual({
      ok: true,
      value: {
        shell: 'loopback',
        version: '1',
        firstStart: false,
        settings: { singleKeys: true, theme: 'system' },
      },
    })
  })

  it('tells a call that waits, and everyone after, that the host is gone', async () => {
    const host = someHost()
    const { connection, cut } = await open(host)
    const waiting = attempt(connection.client.credentials.demo())
    await expect.poll(host.waiting).toBe(1)
    cut()
    expect(await waiting).toEqual(hostGone)
    expect(await attempt(connection.client.shell.info())).toEqual(hostGone)
  })

  it('tells who listens once, also who comes late, and not who left', async () => {
    const { connection, cut } = await open(someHost())
    const heard: string[] = []
    connection.onLost(() => heard.push('stayed'))
    connection.onLost(() => heard.push('left'))()
    cut()
    await expect.poll(() => heard).toEqual(['stayed'])
    connection.onLost(() => heard.push('late'))
    expect(heard).toEqual(['stayed', 'late'])
  })

  it('calls what the page stopped by itself cancelled', async () => {
    const host = someHost()
    const { connection } = await open(host)
    const stop = new AbortController()
    const call = attempt(connection.client.credentials.demo(undefined, { signal: stop.signal }))
    await expect.poll(host.waiting).toBe(1)
    stop.abort()
    expect(await call).toEqual({ ok: false, failure: { kind: 'cancelled' } })
  })
})
