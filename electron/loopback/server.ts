import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Host } from '../host'
import { pageFile, pageHeaders } from '../host'
import { isKey, isOwnHost, isOwnOrigin, keyOf } from './guard'
import { letIn } from './let-in'
import type { Tickets } from './tickets'

export type LoopbackServer = {
  readonly port: number
  /** Without the key. */
  readonly origin: string
  readonly close: () => Promise<void>
}

type Options = {
  readonly host: Host
  readonly key: string
  readonly tickets: Tickets
  readonly pageRoot: string
  readonly port: number
}

/**
 * Files come and go by parts, but a snapshot or a draft is one message: one of half a million nodes
 * is about this large. Only who has the key gets as far as to send one.
 */
const largestMessage = 256 * 1024 * 1024
const heartbeat = 20_000
/** A browser opens some six to one host; who opens hundreds wants the descriptors of the program. */
const mostConnections = 256
/** In ms; nothing on this machine takes longer to say what it wants. */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
}

/** Serves the page and the contract on 127.0.0.1, to who knows the key of this launch. */
export async function serveLoopback(options: Options): Promise<LoopbackServer> {
  const server = createServer(
    patience,
    (request, response) =>
      void answer(request, response, options, portOf(server)).catch(() => {
        end(response, 503, 'Not now; try again.')
      }),
  )
  server.maxConnections = mostConnections
  // No descriptor was left for somebody who knocked; the next one may find it better.
  server.on('error', () => undefined)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    handleProtocols: (offered) => (offered.has('relation-explorer') ? 'relation-explorer' : false),
  })
  const handler = new RPCHandler(options.host.router)

  server.on('upgrade', (request, socket, head) => {
    // From here on nobody else listens: a reset by the browser must not end the program.
    socket.on('error', () => socket.destroy())
    const refusal = refuseUpgrade(request, options.key, portOf(server))
    if (refusal !== null) return refuse(socket, refusal)
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate())
      void handler.upgrade(client)
      keepAlive(client)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const port = portOf(server)
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The address was asked for as TCP, so it is no pipe name. */
const portOf = (server: Server): number => (server.address() as AddressInfo).port

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { pageRoot, key, tickets }: Options,
  port: number,
): Promise<void> {
  if (!isOwnHost(request.headers, port)) {
    end(response, 421, 'Wrong host.')
    return
  }
  if (pathOf(request) === '/key') {
    const { status, text, type } = await letIn(request, { key, tickets, port })
    end(response, status, text, type)
    return
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    end(response, 405, 'Only GET.')
    return
  }
  const file = await pageFile(pageRoot, pathOf(request))
  if (file === null) {
    end(response, 404, 'No such file.')
    return
  }
  response.writeHead(200, {
    ...pageHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]),
    'content-type': file.type,
  })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** The path without its query. Not read as a URL: `//` is none, and any page may send it. */
const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'

function end(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { ...pageHeaders([]), 'content-type': type })
  response.end(text)
}

function refuseUpgrade(request: IncomingMessage, key: string, port: number): string | null {
  if (!isOwnHost(request.headers, port)) return '421 Misdirected Request'
  if (!isOwnOrigin(request.headers, port)) return '403 Forbidden'
  if (pathOf(request) !== '/rpc') return '404 Not Found'
  return isKey(keyOf(request.headers), key) ? null : '401 Unauthorized'
}

/** Closed from this side too: whoever is refused may leave the line open for ever. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}

/** Ends sockets whose page is gone without a word, so that their calls are cancelled. */
function keepAlive(client: WebSocket): void {
  let alive = true
  client.on('pong', () => {
    alive = true
  })
  const timer = setInterval(() => {
    if (!alive) return client.terminate()
    alive = false
    client.ping()
  }, heartbeat)
  client.on('close', () => clearInterval(timer))
}
