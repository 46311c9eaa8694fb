import { spawn } from 'node:child_process'
import { createServer, type Server, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isOwnUser, ownerOf } from '../../../../electron/loopback/peer-user'

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 11 1 0 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 12 1 0 20 4 0 10 -1
   2: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 13 1 0 20 4 0 10 -1
   0: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF00000100007F:1F90 01 0:0 00:0 0 1002 0 14`

describe('whose program is at the other end', () => {
  it('is read from the far end of the connection, not from ours', () => {
    expect(ownerOf({ localPort: 8080, remotePort: 50_000 }, table)).toBe(1001)
    expect(ownerOf({ localPort: 8080, remotePort: 50_001 }, table)).toBe(1002)
    expect(ownerOf({ localPort: 8080, remotePort: 50_002 }, table)).toBeNull()
    expect(ownerOf({ localPort: 8080, remotePort: undefined }, table)).toBeNull()
  })

  it.runIf(process.platform === 'linux')('is told by the system itself', async () => {
    const user = process.getuid?.() ?? 0
    const own = await connectFromAnother(await listen(), user)
    expect(await isOwnUser(own, user)).toBe(true)
    // Root passes for every user; who runs the tests as root can be somebody else instead.
    const stranger = user === 0 ? await connectFromAnother(await listen(), 65_534) : own
    expect(await isOwnUser(stranger, 4_711)).toBe(false)
  })
})

async function listen(): Promise<Server> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return server
}

/** A connection that another process opened and holds. */
function connectFromAnother(server: Server, uid: number): Promise<Socket> {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const script = `require('node:net').connect(${port ?? 0}, '127.0.0.1').resume()`
  const child = spawn(process.execPath, ['-e', script], { uid, cwd: '/' })
  onTestFinished(() => void child.kill())
  return new Promise((resolve) => server.once('connection', resolve))
}
