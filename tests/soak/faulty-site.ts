import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Fewer than the client tries, so that every call gets through in the end. */
const mostInARow = 3
const share = 0.25

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Fault = (response: ServerResponse, request: IncomingMessage) => void
const answer =
  (status: number, headers: Record<string, string> = {}): Fault =>
  (response) => {
    response.writeHead(status, headers).end('{}')
  }
const faults: readonly Fault[] = [
  answer(429, { 'retry-after': '0' }),
  answer(429, { 'retry-after': '1' }),
  answer(429),
  answer(502),
  answer(503),
  answer(503, { 'retry-after': '1' }),
  answer(504),
  (_, request) => request.socket.destroy(),
]

/** A site behind a bad network: the same answers, with faults, resets and slow answers on the way. */
export async function startFaultySite(origin: string, seed: number) {
  const next = numbersFrom(seed)
  const inARow = new Map<string, number>()
  const passed: string[] = []
  let broken = 0
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = request
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
    const body = Buffer.concat(chunks).toString()
    const key = `${method} ${url} ${body}`
    const before = inARow.get(key) ?? 0
    if (next() < share && before < mostInARow) {
      inARow.set(key, before + 1)
      broken += 1
      faults[Math.floor(next() * faults.length)]?.(response, request)
      return
    }
    inARow.delete(key)
    passed.push(key)
    if (next() < 0.01) await wait(20)
    const real = await fetch(origin + url, {
      method,
      headers: {
        authorization: headers.authorization ?? '',
        'user-agent': 'soak',
        'content-type': 'application/json',
        'x-atlassian-token': 'no-check',
      },
      ...(method === 'POST' && { body }),
    })
    const text = await real.text()
    response.writeHead(real.status, { 'content-type': real.headers.get('content-type') ?? '' })
    response.end(text.replaceAll(origin, `http://${headers.host ?? ''}`))
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on TCP, so its address has a port.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    /** Calls that got through, in order. */
    passed,
    broken: () => broken,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
