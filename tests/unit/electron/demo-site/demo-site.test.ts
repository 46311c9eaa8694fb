import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { ask } from './client'

async function withSite(
  options: Parameters<typeof createDemoSite>[0],
  act: (site: DemoSite) => Promise<void>,
): Promise<void> {
  const site = await createDemoSite(options)
  try {
    await act(site)
  } finally {
    await site.close()
  }
}

/** Whether something answers at an address of this machine. */
const listens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 })
    const end = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })

const me = '/wiki/rest/api/user/current'

describe('a demo site', () => {
  it('listens on 127.0.0.1 and on no other address of this machine', () =>
    withSite({ pages: 5 }, async ({ origin }) => {
      const { hostname, port } = new URL(origin)
      expect(hostname).toBe('127.0.0.1')
      expect(await listens('127.0.0.1', Number(port))).toBe(true)
      const others = Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .map(({ address }) => address)
        .filter((address) => address !== '127.0.0.1')
      for (const host of ['::1', '127.0.0.2', ...others]) {
        expect([host, await listens(host, Number(port))]).toEqual([host, false])
      }
    }))

  it('takes the port it is given, and says when another has it', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    await expect(createDemoSite({ pages: 5, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await new Promise((resolve) => other.close(resolve))
    await withSite({ pages: 5, port }, ({ origin }) => {
      expect(origin).toBe(`http://127.0.0.1:${port}`)
      return Promise.resolve()
    })
  })

  it.each([0, -1, 1.5, 100_001, Number.NaN])('is not made with %d pages', async (pages) => {
    await expect(createDemoSite({ pages })).rejects.toBeInstanceOf(RangeError)
  })

  it('logs what it answered, until the log is reset', () =>
    withSite({ pages: 5 }, async (site) => {
      await ask(site, me)
      await ask(site, '/wiki/api/v2/pages?limit=2')
      await ask(site, '/nowhere')
      const log = site.callLog()
      expect(log).toEqual([
        { method: 'GET', path: me, status: 200 },
        { method: 'GET', path: '/wiki/api/v2/pages?limit=2', status: 200 },
        { method: 'GET', path: '/nowhere', status: 404 },
      ])
      site.resetCalls()
      expect(site.callLog()).toEqual([])
      expect(log).toHaveLength(3)
    }))

  it('closes while an answer is still due', async () => {
    const site = await createDemoSite({ pages: 5, latencyMs: 60_000 })
    const due = ask(site, me).then(
      () => 'answered',
      () => 'broken off',
    )
    await site.close()
    expect(await due).toBe('broken off')
  })

  it('survives a client that goes away in the middle of its question', () =>
    withSite({ pages: 5 }, async (site) => {
      const { port } = new URL(site.origin)
      const socket = connect({ host: '127.0.0.1', port: Number(port) })
      await new Promise((resolve) => socket.once('connect', resolve))
      const head = 'POST /wiki/api/v2/users-bulk HTTP/1.1\r\nhost: x\r\n'
      const answer = new Promise((resolve) => socket.once('data', resolve))
      socket.write(`${head}expect: 100-continue\r\ncontent-length: 50\r\n\r\n`)
      await answer
      socket.destroy()
      expect((await ask(site, me)).status).toBe(200)
    }))

  it('gives two sites of one seed the same answers', async () => {
    const path = '/wiki/api/v2/pages?limit=250'
    const bodies: string[] = []
    for (const seed of [11, 11, 12]) {
      await withSite({ pages: 60, seed }, async (site) => {
        bodies.push((await ask(site, path)).text.replaceAll(site.origin, ''))
      })
    }
    expect(bodies[1]).toBe(bodies[0])
    expect(bodies[2]).not.toBe(bodies[0])
  })

  it('says which relation names are in use', () =>
    withSite({}, ({ relationNames, world }) => {
      const used = new Set([...world.relations.all()].map(({ name }) => name))
      expect(relationNames).toHaveLength(6)
      for (const name of relationNames) expect(used.has(name)).toBe(true)
      return Promise.resolve()
    }))
})
