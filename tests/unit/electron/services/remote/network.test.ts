import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, connect, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createNetwork } from '../../../../../electron/host/network'
import { failureFor } from '../../../../../electron/services/remote/broken'
import { firstProxy } from '../../../../../electron/services/remote/dispatcher'
import { failureOf } from './failure-of'
import { clientFor } from './serve'

const folder = mkdtempSync(join(tmpdir(), 'tls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An authority of this test, and a certificate of it for localhost; null without openssl. */
function makeCertificates() {
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
  try {
    const ca = ['-keyout', at('ca.key'), '-out', at('ca.pem'), '-subj', '/CN=Test authority']
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...ca)
    const request = ['-keyout', at('site.key'), '-out', at('site.csr'), '-subj', '/CN=localhost']
    openssl('req', '-newkey', 'rsa:2048', '-nodes', ...request)
    writeFileSync(at('site.ext'), 'subjectAltName=DNS:localhost')
    const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial']
    const site = ['-in', at('site.csr'), '-out', at('site.pem'), '-extfile', at('site.ext')]
    openssl('x509', '-req', '-days', '2', ...by, ...site)
    return {
      ca: at('ca.pem'),
      key: readFileSync(at('site.key')),
      cert: readFileSync(at('site.pem')),
    }
  } catch {
    return null
  }
}
const certificates = makeCertificates()

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  // A server that listens on a TCP port has an address with one.
  return (server.address() as AddressInfo).port
}

async function tlsSite(given: NonNullable<typeof certificates>) {
  const server = createHttps(given, (request, response) => {
    const proof = request.headers.authorization === undefined ? 'nobody' : 'me'
    response.end(JSON.stringify({ accountId: proof, displayName: 'Me' }))
  })
  onTestFinished(() => server.closeAllConnections())
  return `https://localhost:${await listen(server)}`
}

/** A proxy that makes tunnels, and remembers for whom and with which headers. */
async function connectProxy(status = 200) {
  const tunnels: string[] = []
  const sockets = new Set<Socket>()
  const server = createHttp()
  server.on('connect', (request, client: Socket) => {
    tunnels.push(`${request.url ?? ''} ${JSON.stringify(request.headers)}`)
    client.on('error', () => undefined)
    sockets.add(client)
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\n\r\n`)
      return
    }
    const site = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      site.pipe(client)
      client.pipe(site)
    })
    site.on('error', () => undefined)
    sockets.add(site)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  return { address: `127.0.0.1:${await listen(server)}`, tunnels }
}

const variables = ['https_proxy', 'http_proxy', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'no_proxy']
beforeEach(() => {
  for (const name of [...variables, 'NODE_EXTRA_CA_CERTS']) vi.stubEnv(name, undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const networkOf = (proxyFor?: (url: string) => Promise<string | null>) => {
  const log: string[] = []
  const platform = { log: (line: string) => void log.push(line) }
  return {
    log,
    network: createNetwork({ ...platform, ...(proxyFor && { network: { proxyFor } }) }),
  }
}
const over = (proxyFor?: (url: string) => Promise<string | null>) => ({
  network: networkOf(proxyFor).network,
})
const me = { key: 'me', name: 'Me' }

describe.skipIf(certificates === null)('a site with a certificate (needs openssl)', () => {
  const given = certificates ?? { ca: '', key: Buffer.alloc(0), cert: Buffer.alloc(0) }

  it('is told from an untrusted one, to which nothing is sent', async () => {
    const origin = await tlsSite(given)
    expect(await failureOf(clientFor(origin, over()).account())).toEqual({
      kind: 'untrusted-certificate',
      host: new URL(origin).host,
      code: expect.stringMatching(/^(UNABLE_TO_|SELF_SIGNED)/) as string,
    })
  })

  it('is trusted by a certificate file that the environment names', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', given.ca)
    const { network, log } = networkOf()
    expect(await clientFor(await tlsSite(given), { network }).account()).toEqual(me)
    expect(log).toEqual([])
  })

  it('must be the host that the certificate names', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', given.ca)
    const { port } = new URL(await tlsSite(given))
    const client = clientFor(`https://127.0.0.1:${port}`, over())
    expect(await failureOf(client.account())).toMatchObject({
      kind: 'untrusted-certificate',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    })
  })

  it('is reached through the proxy of the environment, which sees no credentials', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', given.ca)
    const proxy = await connectProxy()
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.address}`)
    const origin = await tlsSite(given)
    const unasked = () => Promise.reject(new Error('The environment comes first'))
    expect(await clientFor(origin, over(unasked)).account()).toEqual(me)
    expect(proxy.tunnels).toHaveLength(1)
    expect(proxy.tunnels[0]).toContain(new URL(origin).host)
    expect(proxy.tunnels[0]).not.toContain('c2VjcmV0')
  })

  it('is reached through a proxy that is named without a scheme', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', given.ca)
    const proxy = await connectProxy()
    vi.stubEnv('http_proxy', proxy.address)
    expect(await clientFor(await tlsSite(given), over()).account()).toEqual(me)
    expect(proxy.tunnels).toHaveLength(1)
  })

  it('is unreachable, and can still be left, where the proxy’s address is none', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://:no address')
    const client = clientFor('https://localhost:9', over())
    expect(await failureOf(client.account())).toMatchObject({ kind: 'unreachable' })
    await client.close()
  })

  it('is reached without it where the environment excepts the host', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', given.ca)
    const proxy = await connectProxy()
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.address}`)
    vi.stubEnv('NO_PROXY', 'localhost')
    expect(await clientFor(await tlsSite(given), over()).account()).toEqual(me)
    expect(proxy.tunnels).toEqual([])
  })

  it('is reached through the proxy of the system, or directly where that fails to say', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', given.ca)
    const proxy = await connectProxy()
    const origin = await tlsSite(given)
    const asked: string[] = []
    const system = over((url) => {
      asked.push(url)
      return Promise.resolve(`PROXY ${proxy.address}; DIRECT`)
    })
    expect(await clientFor(origin, system).account()).toEqual(me)
    expect(asked).toEqual([origin])
    expect(proxy.tunnels).toHaveLength(1)
    const silent = over(() => Promise.reject(new Error('no answer')))
    expect(await clientFor(origin, silent).account()).toEqual(me)
    expect(proxy.tunnels).toHaveLength(1)
  })

  it('is unreachable where the proxy refuses, with the proxy’s status', async () => {
    const proxy = await connectProxy(407)
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.address}`)
    const failure = await failureOf(clientFor(await tlsSite(given), over()).account())
    expect(failure).toMatchObject({ kind: 'unreachable', code: 'PROXY_407' })
  })
})

describe('a certificate file', () => {
  it('that cannot be read, or holds none, is said in the log and changes nothing', async () => {
    for (const file of [join(folder, 'none.pem'), import.meta.filename]) {
      vi.stubEnv('NODE_EXTRA_CA_CERTS', file)
      const { network, log } = networkOf()
      await network.trusted?.()
      expect(log).toHaveLength(1)
      expect(log[0]).toContain('NODE_EXTRA_CA_CERTS')
    }
  })
})

describe('the proxies of a system', () => {
  it('are read as a PAC file names them: the first that can be used', () => {
    expect(firstProxy('PROXY proxy.example:8080; DIRECT')).toBe('http://proxy.example:8080')
    expect(firstProxy('HTTPS secure.example:443')).toBe('https://secure.example:443')
    expect(firstProxy('SOCKS5 a:1; PROXY b:2')).toBe('http://b:2')
    for (const direct of [
      null,
      '',
      'DIRECT',
      'DIRECT; PROXY a:1',
      'SOCKS a:1',
      'PROXY',
      'PROXY u@h',
    ]) {
      expect(firstProxy(direct)).toBeNull()
    }
  })
})

describe('a break of the network', () => {
  it('is offline, unreachable, untrusted or too late, by what the system says', () => {
    const kind = (code: string, online = true) => failureFor(code, 'x', () => online).kind
    for (const code of ['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH']) {
      expect(kind(code)).toBe('offline')
    }
    for (const code of ['EAI_AGAIN', 'ENOTFOUND']) {
      expect([kind(code, true), kind(code, false)]).toEqual(['unreachable', 'offline'])
    }
    expect(kind('ECONNREFUSED', false)).toBe('unreachable')
    for (const code of ['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT']) {
      expect(kind(code)).toBe('untrusted-certificate')
    }
    expect([kind('ETIMEDOUT'), kind('UND_ERR_CONNECT_TIMEOUT')]).toEqual(['timeout', 'timeout'])
  })
})
