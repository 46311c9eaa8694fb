import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { awaitRedirect } from '../../../../../electron/services/credentials'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on TCP, so its address has a port.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
const never = new AbortController().signal
const visit = async (port: number, query: string) =>
  (await fetch(`http://127.0.0.1:${port}/oauth?${query}`)).status

describe('the way back from a sign-in in the browser', () => {
  it('gives the code that comes with the right state, and listens no more', async () => {
    const port = await freePort()
    const redirect = await awaitRedirect(port, 'state-1')
    expect(redirect.redirectUri).toBe(`http://localhost:${port}/oauth`)
    const code = redirect.code(never)
    expect(await visit(port, 'state=wrong&code=evil')).toBe(400)
    expect(await visit(port, 'code=evil')).toBe(400)
    expect(await visit(port, `state=${encodeURIComponent('é'.repeat(7))}&code=evil`)).toBe(400)
    expect(await visit(port, 'state=state-1&code=good')).toBe(200)
    expect(await code).toBe('good')
    await expect(visit(port, 'state=state-1&code=again')).rejects.toThrow()
  })

  it('tells a no at Atlassian from a page that gives up', async () => {
    const port = await freePort()
    const refused = await awaitRedirect(port, 's')
    const code = expect(refused.code(never)).rejects.toMatchObject({
      failure: { kind: 'consent-denied' },
    })
    await visit(port, 'state=s&error=access_denied')
    await code
    const broken = await awaitRedirect(port, 's')
    const none = expect(broken.code(never)).rejects.toMatchObject({
      failure: { kind: 'consent-refused' },
    })
    await visit(port, 'state=s&error=invalid_scope')
    await none
    const stop = new AbortController()
    const second = await awaitRedirect(port, 's')
    const given = expect(second.code(stop.signal)).rejects.toMatchObject({
      failure: { kind: 'cancelled' },
    })
    stop.abort()
    await given
  })

  it('ends at once where it is closed before an answer', async () => {
    const redirect = await awaitRedirect(await freePort(), 's')
    const given = expect(redirect.code(never)).rejects.toMatchObject({
      failure: { kind: 'cancelled' },
    })
    redirect.close()
    await given
  })

  it('says so where another program has the port', async () => {
    const port = await freePort()
    const first = await awaitRedirect(port, 's')
    await expect(awaitRedirect(port, 's')).rejects.toMatchObject({
      failure: { kind: 'port-taken', port },
    })
    first.close()
  })
})
