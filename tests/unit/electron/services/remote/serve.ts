import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import {
  createLimiter,
  createRemoteClient,
  defaultPace,
} from '../../../../../electron/services/remote'

export type Seen = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A server on loopback that answers as a test says, and remembers what it was asked. */
export async function serve(answer: (seen: Seen, response: ServerResponse, at: number) => void) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') }
      seen.push(one)
      answer(one, response, seen.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // A server that listens on a TCP port has an address with one.
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, seen }
}

export const json = (response: ServerResponse, body: unknown, status = 200, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** What the first API answers where a thing, or a relation, is not there. */
export const missing = (response: ServerResponse): void =>
  json(
    response,
    {
      statusCode: 404,
      data: { authorized: true, valid: true, errors: [], successful: false },
      message:
        'com.atlassian.confluence.api.service.exceptions.NotFoundException: No such relation here',
    },
    404,
  )

/** The pace of the program with seconds of a millisecond, so that waits are real but short. */
export const quickPace = { ...defaultPace, second: 1 }

export function clientFor(
  origin: string,
  more: Partial<Parameters<typeof createRemoteClient>[0]> = {},
) {
  const client = createRemoteClient({
    apiBase: origin,
    siteOrigin: origin,
    authorization: 'Basic c2VjcmV0',
    version: '9.9.9',
    limiter: createLimiter(quickPace),
    rereadMs: 1,
    ...more,
  })
  onTestFinished(() => client.close())
  return client
}

export const content = (key: string) => ({ type: 'content', key }) as const
export const user = (key: string) => ({ type: 'user', key }) as const
export const space = (key: string) => ({ type: 'space', key }) as const
