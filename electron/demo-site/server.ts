import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ask, Context } from './context'
import { html, json, refusedV1, type Reply } from './reply'
import { callerOf, type Credentials, route } from './route'
import type { Trap } from './traps'
import type { World } from './world'

export type Call = { readonly method: string; readonly path: string; readonly status: number }

type Options = {
  readonly world: World
  readonly credentials: Credentials
  readonly port: number
  readonly latencyMs: () => number
  readonly traps: () => ReadonlySet<Trap>
  readonly onCall: (call: Call) => void
}

/** Longest request body that is read; real ones are a few kilobytes. */
const largestBody = 1_000_000

/** Listens on 127.0.0.1 and nowhere else. */
export async function serve(
  options: Options,
): Promise<{ origin: string; close: () => Promise<void> }> {
  let count = 0
  const server = createServer((request, response) => {
    count += 1
    void answer(request, response, { options, number: count, origin: originOf(server) })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    origin: originOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Listening was asked for as TCP, so the address is no pipe name. */
const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

type Situation = { options: Options; number: number; origin: string }

async function answer(request: IncomingMessage, response: ServerResponse, situation: Situation) {
  const { options, number, origin } = situation
  const has = (trap: Trap) => options.traps().has(trap)
  const address = new URL(request.url ?? '/', origin)
  const wait = options.latencyMs() + (has('slow') && number % 3 === 0 ? 1_500 : 0)
  const body = await readBody(request)
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  if (has('resets') && number % 6 === 0) {
    request.socket.destroy()
    return
  }
  const reply =
    trapped(has, number) ??
    broken(
      route(
        askOf(request, address, body),
        contextOf(situation, has),
        callerOf(request.headers.authorization, options.credentials),
      ),
      has,
    )
  options.onCall({
    method: request.method ?? 'GET',
    path: `${address.pathname}${address.search}`,
    status: reply.status,
  })
  response.writeHead(reply.status, {
    ...(reply.type === '' ? {} : { 'content-type': reply.type }),
    ...reply.headers,
  })
  response.end(reply.body)
}

const contextOf = ({ options, origin }: Situation, has: Context['has']): Context => ({
  world: options.world,
  origin,
  has,
  now: () => new Date(),
})

function askOf(request: IncomingMessage, address: URL, body: string): Ask {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  return {
    method: request.method ?? 'GET',
    path: address.pathname.split('/').slice(1).map(decode),
    query: address.searchParams,
    headers,
    body: parseBody(body),
  }
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const parseBody = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > largestBody) break
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Answers that come from something before Confluence, whatever was asked. */
function trapped(has: Context['has'], number: number): Reply | null {
  const tooMany = json({ message: 'Rate limit exceeded' }, 429)
  if (number % 5 === 0) {
    if (has('rate-limit')) return { ...tooMany, headers: { 'retry-after': '1' } }
    if (has('rate-limit-date')) {
      return { ...tooMany, headers: { 'retry-after': new Date(Date.now() + 1_000).toUTCString() } }
    }
    if (has('rate-limit-bare')) {
      return { ...tooMany, headers: { 'x-failure-category': 'FAILURE_CLIENT_RATE_LIMITED' } }
    }
  }
  if (has('gateway-errors') && number % 7 === 0) {
    return refusedV1(number % 2 === 0 ? 502 : 503, 'Service temporarily unavailable')
  }
  if (has('html-error')) return html('<title>Error</title><h1>Something went wrong</h1>', 500)
  return has('html-sign-in')
    ? html('<title>Log in</title><form>Log in with your account</form>')
    : null
}

function broken(reply: Reply, has: Context['has']): Reply {
  if (!has('cut-json') || !reply.type.startsWith('application/json')) return reply
  return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length * 0.6)) }
}
