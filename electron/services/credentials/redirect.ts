import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Failure, FailureError } from '@shared/failure'

/** Waits on this machine for the browser to come back from a sign-in. */
export type Redirect = {
  readonly redirectUri: string
  /** The code. Throws `consent-denied` where the person refuses, `cancelled` where the signal aborts. */
  code(signal: AbortSignal): Promise<string>
  close(): void
}

const path = '/oauth'

/**
 * Listens on loopback alone, for one answer with the right state. A wrong one is told so and
 * changes nothing. Throws the failure `rule` where the port is taken.
 */
export async function awaitRedirect(port: number, state: string): Promise<Redirect> {
  let settle: (outcome: URLSearchParams | null) => void = () => undefined
  /** Null where the wait was ended before an answer came. */
  const answered = new Promise<URLSearchParams | null>((resolve) => (settle = resolve))
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const query = queryOf(request)
    if (query === null || !isSame(query.get('state') ?? '', state)) {
      tell(response, 400, 'This is not the answer that Relation Explorer waits for.')
      return
    }
    const isRefusal = query.get('code') === null
    tell(
      response,
      200,
      isRefusal
        ? 'Nothing was allowed. You can close this tab and go back to Relation Explorer.'
        : // The code is not yet exchanged, so nobody is signed in by now.
          'Your answer has arrived. You can close this tab: Relation Explorer signs you in now.',
    )
    settle(query)
  }
  // “localhost” is either of the two, as the browser likes; the second one may not exist.
  const servers = [await listen(port, '127.0.0.1', onRequest)]
  await listen(port, '::1', onRequest).then(
    (server) => servers.push(server),
    () => undefined,
  )
  const close = () => {
    settle(null)
    for (const server of servers) {
      server.close()
      server.closeIdleConnections()
    }
  }
  return {
    redirectUri: `http://localhost:${port}${path}`,
    code: async (signal) => {
      try {
        const answer = await Promise.race([answered, aborted(signal)])
        if (answer === null) throw new FailureError({ kind: 'cancelled' })
        const code = answer.get('code')
        if (code === null || code === '') throw new FailureError(refusalIn(answer))
        return code
      } finally {
        close()
      }
    },
    close,
  }
}

/** A person's own no is told apart from what Atlassian did not accept. */
const refusalIn = (answer: URLSearchParams): Failure =>
  answer.get('error') === 'access_denied' ? { kind: 'consent-denied' } : { kind: 'consent-refused' }

function listen(
  port: number,
  host: string,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(onRequest)
  // No descriptor was left for somebody who knocked: the next one may find it better.
  server.on('error', () => undefined)
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new FailureError({ kind: 'port-taken', port }, { cause })),
    )
    server.listen(port, host, () => resolve(server))
  })
}

/** The query of a request for the one path that is answered. */
function queryOf({ method, url = '' }: IncomingMessage): URLSearchParams | null {
  const [asked, query = ''] = url.split('?', 2)
  return method === 'GET' && asked === path ? new URLSearchParams(query) : null
}

/** Bytes are compared, not letters: anybody may knock here with anything. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function tell(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Relation Explorer</title>` +
      `<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui;margin:4rem auto;max-width:32rem;padding:0 1rem}</style>` +
      `<h1>Relation Explorer</h1><p>${sentence}</p></html>`,
  )
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => reject(new FailureError({ kind: 'cancelled' }))
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
