import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from './api/ask'
import { html, type Reply } from './api/reply'
import { isLate, isLost, isReset } from './interference'
import { addressOf, type Doors, isApiCall, respond } from './respond'
import type { LiveWorld } from './world'

/** One answered request; `status` is 0 where the connection was dropped instead. */
export type Call = { readonly method: string; readonly path: string; readonly status: number }

type Options = {
  readonly world: LiveWorld
  /** Made when the origin is known. */
  readonly doors: (origin: string) => Doors
  readonly port: number
  readonly latencyMs: () => number
  /** Milliseconds that the trap `slow` adds. */
  readonly lateMs: number
  readonly has: Context['has']
  readonly onCall: (call: Call) => void
}

/** Longest request body that is read; real ones are a few kilobytes. */
const largestBody = 1_000_000

/** Listens on 127.0.0.1 and nowhere else. */
export async function serve(
  options: Options,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const closing = new AbortController()
  let calls = 0
  const server = createServer((request, response) => {
    const origin = originOf(server)
    const isTrapped = isApiCall(addressOf(request.url ?? '/', origin))
    if (isTrapped) calls += 1
    const situation = { options, origin, number: calls, isTrapped, signal: closing.signal }
    // A client that goes away, or closing, ends an answer midway; there is nobody to tell.
    answer(request, response, situation).catch(() => request.socket.destroy())
  })
  // No descriptor was left for somebody who knocked: the next one may find it better.
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    origin: originOf(server),
    close: () =>
      new Promise((resolve) => {
        closing.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Listening was asked for as TCP, so the address is no pipe name. */
const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

type Situation = {
  readonly options: Options
  readonly origin: string
  /** Counts the calls of the APIs. */
  readonly number: number
  /** Web pages are not. */
  readonly isTrapped: boolean
  readonly signal: AbortSignal
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { options, origin, number, isTrapped, signal }: Situation,
): Promise<void> {
  const { world, has, doors, onCall } = options
  const { method = 'GET', url = '/' } = request
  const body = await readBody(request)
  const delay = options.latencyMs() + (isTrapped && isLate(has, number) ? options.lateMs : 0)
  if (delay > 0) await wait(delay, undefined, { signal })
  if (isTrapped && isReset(has, number)) {
    onCall({ method, path: url, status: 0 })
    request.socket.destroy()
    return
  }
  const context: Context = { world, origin, has, now: () => new Date() }
  const received = { method, target: url, headers: request.headers, body }
  const reply =
    body === null
      ? html('Too large', '<h1>HTTP Status 413 – Request Entity Too Large</h1>', 413)
      : respond({ ...received, body }, number, context, doors(origin))
  if (isTrapped && isLost(has, method)) {
    onCall({ method, path: url, status: 0 })
    request.socket.destroy()
    return
  }
  onCall({ method, path: url, status: reply.status })
  send(response, reply, method)
}

function send(response: ServerResponse, reply: Reply, method: string): void {
  response.writeHead(reply.status, {
    ...(reply.type !== '' && { 'content-type': reply.type }),
    ...reply.headers,
  })
  response.end(method === 'HEAD' ? undefined : reply.body)
}

/** The whole body, or null where it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    // A stream without an encoding yields bytes.
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > largestBody) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
