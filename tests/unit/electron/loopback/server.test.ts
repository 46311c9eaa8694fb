import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { serveLoopback } from '../../../../electron/loopback/server'
import { createTickets } from '../../../../electron/loopback/tickets'
import type { Client } from '../../../../src/transport'
import { testHost } from '../host/fixtures'

const key = 'the-key-of-this-launch'
const canary = 'outside the page'

async function start() {
  const { host } = await testHost()
  const folder = await mkdtemp(join(tmpdir(), 'page-'))
  const pageRoot = join(folder, 'renderer')
  await mkdir(join(pageRoot, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.json'), canary)
  await mkdir(join(folder, 'renderer-of-another'))
  await writeFile(join(folder, 'renderer-of-another', 'secret.json'), canary)
  await writeFile(join(pageRoot, 'index.html'), '<!doctype html><title>The page</title>')
  await writeFile(join(pageRoot, 'assets', 'main.js'), 'export {}')
  await writeFile(join(pageRoot, 'notes.txt'), 'no file of a page')
  const tickets = createTickets()
  const server = await serveLoopback({ host, key, tickets, pageRoot, port: 0 })
  onTestFinished(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { ...server, tickets }
}

type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

/** Asks with the path exactly as written: `fetch` would tidy it up first. */
const ask = (port: number, path: string, headers = {}, method = 'GET', body = '') =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })

/** Asks for the key as the page does. */
const askForKey = (
  port: number,
  given: object,
  headers: object = { origin: `http://127.0.0.1:${port}` },
) => ask(port, '/key', headers, 'POST', JSON.stringify(given))

/** The status with which a WebSocket is refused, or `open`. */
const knock = (
  port: number,
  { path = '/rpc', protocols = ['relation-explorer', key], origin = '', host = '' } = {},
) =>
  new Promise<WebSocket | number>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, {
      origin: origin === '' ? `http://127.0.0.1:${port}` : origin,
      headers: host === '' ? {} : { host },
    })
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode))
    socket.once('error', reject)
  })

async function enter(port: number): Promise<WebSocket> {
  const socket = await knock(port)
  if (typeof socket === 'number') throw new Error(`Refused with ${socket}`)
  return socket
}

/** Says over the wire that a message of so many bytes comes, as the protocol writes it. */
function announce(socket: WebSocket, bytes: number): void {
  const head = Buffer.alloc(14)
  head.set([0x82, 0xff])
  head.writeBigUInt64BE(BigInt(bytes), 2)
  z.instanceof(Socket).parse(Reflect.get(socket, '_socket')).write(head)
}

/** The connections that the server's side of this process holds, as the system counts them. */
const openSockets = (port: number) => async () => {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n')
  return lines.filter((line) => new RegExp(`^\\s*\\d+: 0100007F:${hex} \\S+ (01|08) `).test(line))
    .length
}

const clientOver = (socket: WebSocket): Client =>
  // ws has the members that the link uses, with the events of the browser's WebSocket.
  createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))

describe('the page over loopback', () => {
  it('is served with its type and the rules it lives under', async () => {
    const { port } = await start()
    const page = await ask(port, '/')
    expect(page.status).toBe(200)
    expect(page.text).toContain('The page')
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    const rules = String(page.headers['content-security-policy']).split('; ')
    expect(rules).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
      ]),
    )
    expect(rules.join()).not.toMatch(/unsafe|\*|https?:/)
    const script = await ask(port, '/assets/main.js?v=1')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/../../secret.json',
    '/..%5csecret.json',
    '/../renderer-of-another/secret.json',
    '//secret.json',
    '/secret.json%00.js',
    '/%',
    '/notes.txt',
    '/assets',
    '/assets/',
    '/none.js',
    '//',
    '///',
    '//[',
    'http://',
  ])('gives nothing for %s, and goes on', async (path) => {
    const { port } = await start()
    const { status, text } = await ask(port, path)
    expect(status).toBe(404)
    expect(text).not.toContain(canary)
    expect((await ask(port, '/')).status).toBe(200)
  })

  it('is given to no other name and by no other method', async () => {
    const { port } = await start()
    expect((await ask(port, '/', { host: `evil.example:${port}` })).status).toBe(421)
    expect((await ask(port, '/', {}, 'POST')).status).toBe(405)
    const head = await ask(port, '/', {}, 'HEAD')
    expect(head).toMatchObject({ status: 200, text: '' })
  })

  it('never carries the key', async () => {
    const { port } = await start()
    const { headers, text } = await ask(port, '/')
    expect(JSON.stringify(headers) + text).not.toContain(key)
  })
})

describe('the key of this launch', () => {
  it.each(['forTerminal', 'forBrowser'] as const)('is given for a ticket %s, once', async (of) => {
    const { port, tickets } = await start()
    const ticket = tickets[of]()
    const first = await askForKey(port, { ticket })
    expect(first).toMatchObject({ status: 200, text: JSON.stringify({ key }) })
    expect(first.headers['cache-control']).toBe('no-store')
    const second = await askForKey(port, { ticket })
    expect(second.status).toBe(401)
    expect(second.text).not.toContain(key)
  })

  it('is given to one of many who ask at once with one ticket', async () => {
    const { port, tickets } = await start()
    const ticket = tickets.forBrowser()
    const all = await Promise.all(Array.from({ length: 20 }, () => askForKey(port, { ticket })))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is given again to a reloaded page, whatever ticket its address still has', async () => {
    const { port, tickets } = await start()
    const ticket = tickets.forTerminal()
    expect((await askForKey(port, { key, ticket })).status).toBe(200)
    expect((await askForKey(port, { key, ticket })).status).toBe(200)
    expect((await askForKey(port, { ticket })).status).toBe(401)
  })

  it('is given to nobody else', async () => {
    const { port, tickets } = await start()
    const ticket = tickets.forTerminal()
    const refused = async (answer: Promise<Answer>, status: number) => {
      const { status: got, text } = await answer
      expect(got).toBe(status)
      expect(text).not.toContain(key)
    }
    await refused(askForKey(port, {}), 401)
    await refused(askForKey(port, { ticket: '', key: '' }), 401)
    await refused(askForKey(port, { ticket: 'wrong', key: 'wrong' }), 401)
    await refused(askForKey(port, { ticket: 7 }), 400)
    await refused(askForKey(port, { ticket, more: 'x'.repeat(2_000) }), 400)
    await refused(askForKey(port, { ticket }, {}), 403)
    await refused(askForKey(port, { ticket }, { origin: 'http://evil.example' }), 403)
    await refused(askForKey(port, { ticket }, { host: `evil.example:${port}` }), 421)
    await refused(ask(port, `/key?ticket=${ticket}`), 405)
    // None of these used it up.
    expect((await askForKey(port, { ticket })).status).toBe(200)
  })
})

describe('the contract over loopback', () => {
  it('answers the page that knows the key', async () => {
    const { port } = await start()
    const socket = await enter(port)
    expect(socket.protocol).toBe('relation-explorer')
    expect(await clientOver(socket).shell.info()).toEqual({
      shell: 'loopback',
      version: '1.2.3',
      firstStart: true,
      settings: { singleKeys: true, theme: 'system' },
    })
  })

  it('is closed to everybody else', async () => {
    const { port } = await start()
    expect(await knock(port, { protocols: ['relation-explorer', 'wrong'] })).toBe(401)
    expect(await knock(port, { protocols: ['relation-explorer'] })).toBe(401)
    expect(await knock(port, { protocols: [] })).toBe(401)
    expect(await knock(port, { origin: 'http://evil.example' })).toBe(403)
    expect(await knock(port, { origin: 'null' })).toBe(403)
    expect(await knock(port, { host: 'evil.example' })).toBe(421)
    expect(await knock(port, { path: '/' })).toBe(404)
    expect(await knock(port, { path: `/rpc/../?key=${key}` })).toBe(404)
    expect(await knock(port, { path: '//' })).toBe(404)
  })

  it('survives a page that is cut off in the middle', async () => {
    const { port } = await start()
    const cut = connect(port, '127.0.0.1')
    cut.write(
      `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    )
    cut.resetAndDestroy()
    const broken = await enter(port)
    const closed = new Promise<number>((resolve) => broken.once('close', resolve))
    announce(broken, 257 * 1024 * 1024)
    expect(await closed).toBe(1009)
    const socket = await enter(port)
    expect((await clientOver(socket).shell.info()).shell).toBe('loopback')
  })

  it('closes what it refuses, however long the other side keeps the line open', async () => {
    const { port } = await start()
    const ends = Array.from({ length: 300 }, () => {
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
      socket.on('error', () => undefined).resume()
      const head = `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
      socket.write(head)
      onTestFinished(() => void socket.destroy())
      // What this side never does is to close: the end has to come from there.
      return new Promise((resolve) => socket.once('end', resolve).once('error', resolve))
    })
    await Promise.all(ends)
    await expect.poll(openSockets(port)).toBe(0)
    expect((await clientOver(await enter(port)).shell.info()).shell).toBe('loopback')
  })

  it('closes every socket when it ends', async () => {
    const server = await start()
    const socket = await enter(server.port)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await server.close()
    await closed
    await expect(ask(server.port, '/')).rejects.toThrow()
  })
})
