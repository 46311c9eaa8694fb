import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'

/** Root may read everything anyway, and under WSL it is root that hands a browser's calls on. */
const root = 0

/**
 * Whether the other end of a connection on this machine is a program of the same user. Linux tells
 * it; where nothing tells, true: there other users do not see a command line, or only for a moment.
 */
export async function isOwnUser(socket: Socket, user = process.getuid?.()): Promise<boolean> {
  if (process.platform !== 'linux' || user === undefined || user === root) return true
  const owner = ownerOf(socket, `${await tableOf('tcp')}\n${await tableOf('tcp6')}`)
  return owner === null || owner === user || owner === root
}

const tableOf = (name: string): Promise<string> =>
  readFile(`/proc/net/${name}`, 'utf8').catch(() => '')

/** The user of the socket whose own end is our far end, by the kernel's table of connections. */
export function ownerOf(
  { remotePort, localPort }: Pick<Socket, 'remotePort' | 'localPort'>,
  table: string,
): number | null {
  if (remotePort === undefined || localPort === undefined) return null
  for (const line of table.split('\n')) {
    const [, own = '', far = '', , , , , user = ''] = line.trim().split(/\s+/)
    if (isLoopback(own, remotePort) && isLoopback(far, localPort)) return Number(user)
  }
  return null
}

/** 127.0.0.1 as the kernel writes it, alone or inside an IPv6 address. */
const isLoopback = (end: string, port: number): boolean =>
  end.endsWith(`0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`)
