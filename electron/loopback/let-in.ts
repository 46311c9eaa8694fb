import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { isKey, isOwnOrigin } from './guard'
import { isOwnUser } from './peer-user'
import type { Tickets } from './tickets'

/** What a page brings: the ticket of its address, the key of before its reload, or both. */
const Given = z.object({
  ticket: z.string().max(200).optional(),
  key: z.string().max(200).optional(),
})

const longest = 1_000

export type Answer = { readonly status: number; readonly type: string; readonly text: string }

const words = (status: number, text: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  text,
})

/** Gives the key of this launch to a page of ours for a good ticket, or again for the key itself. */
export async function letIn(
  request: IncomingMessage,
  { key, tickets, port }: { key: string; tickets: Tickets; port: number },
): Promise<Answer> {
  if (request.method !== 'POST') return words(405, 'Only POST.')
  if (!isOwnOrigin(request.headers, port)) return words(403, 'Wrong origin.')
  const given = Given.safeParse(await bodyOf(request))
  if (!given.success) return words(400, 'Not understood.')
  const { ticket } = given.data
  // Used up also by who has the key: from here on the ticket stands in the history of a browser.
  const isGood =
    ticket !== undefined && (await tickets.use(ticket, () => isOwnUser(request.socket)))
  return isGood || isKey(given.data.key, key)
    ? { status: 200, type: 'application/json', text: JSON.stringify({ key }) }
    : words(401, 'Used, or run out.')
}

/** Null where it is longer than anything we take, no JSON, or broken off. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk as Uint8Array)
      size += bytes.length
      if (size > longest) return null
      chunks.push(bytes)
    }
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return value
  } catch {
    return null
  }
}
