import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { RealAnswer } from './real-answers'

export type Request = {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly authorization: string
  readonly body: string
}

/**
 * What becomes of a call: null lets it through, an answer takes the place of the site's; `reset`
 * breaks the connection before the site is asked, `lost` after it has done what was asked.
 */
export type Fate = RealAnswer | 'reset' | 'lost' | null
export type Rule = (request: Request) => Fate

export type Proxy = {
  readonly origin: string
  /** Every call that came in, oldest first. */
  readonly seen: readonly Request[]
  /** Changes answers from now on; the last rule wins. */
  set(rule: Rule): void
  /** Lets everything through again. */
  clear(): void
  /** Closes the door: connections are refused until `back`. */
  leave(): Promise<void>
  back(): Promise<void>
  close(): Promise<void>
}

/**
 * Stands in front of a site and changes its answers, over real connections. The site's own
 * address in a body becomes the proxy's, so that a client meets one site only.
 */
export async function startProxy(siteOrigin: string): Promise<Proxy> {
  const seen: Request[] = []
  const sockets = new Set<Socket>()
  let rule: Rule = () => null
  let port = 0

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming)
    seen.push(request)
    const fate = rule(request)
    if (fate === 'reset') return void incoming.socket.destroy()
    if (fate !== null && fate !== 'lost') {
      response.writeHead(fate.status, { 'content-type': fate.type, ...fate.headers })
      return void response.end(fate.body)
    }
    const real = await pass(siteOrigin, request)
    if (fate === 'lost') return void incoming.socket.destroy()
    response.writeHead(real.status, real.headers)
    response.end(real.text.replaceAll(siteOrigin, `http://127.0.0.1:${port}`))
  }
  const open = async (): Promise<Server> => {
    const server = createServer((incoming, response) => {
      handle(incoming, response).catch(() => incoming.socket.destroy())
    })
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    // It listens on TCP, so its address has a port.
    port = (server.address() as AddressInfo).port
    return server
  }
  let server: Server | null = await open()
  const leave = async () => {
    const leaving = server
    server = null
    if (leaving === null) return
    const closed = new Promise<void>((resolve) => leaving.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    set: (next) => {
      rule = next
    },
    clear: () => {
      rule = () => null
    },
    leave,
    back: async () => {
      server ??= await open()
    },
    close: leave,
  }
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array))
  const { method = 'GET', url = '/', headers } = incoming
  const body = Buffer.concat(chunks).toString('utf8')
  return { method, url, authorization: headers.authorization ?? '', body }
}

async function pass(siteOrigin: string, { method, url, authorization, body }: Request) {
  const real = await fetch(siteOrigin + url, {
    method,
    redirect: 'manual',
    headers: {
      ...(authorization !== '' && { authorization }),
      'user-agent': 'proxy',
      'content-type': 'application/json',
      'x-atlassian-token': 'no-check',
    },
    ...(body !== '' && { body }),
  })
  const type = real.headers.get('content-type')
  const headers = type === null ? {} : { 'content-type': type }
  return { status: real.status, headers, text: await real.text() }
}
