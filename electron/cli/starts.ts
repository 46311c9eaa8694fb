import { parseStart, searchGaps } from '@shared/crawl'
import { type Failure, FailureError, inOneLine } from '@shared/failure'
import type { Entity } from '@shared/graph'
import { quoted, isolated } from '@shared/text'
import type { Connected } from './connect'
import type { Io } from './io'

export type Starts = {
  readonly entities: readonly Entity[]
  /** Starts that lead nowhere; they were told, and the others are walked from. */
  readonly lost: number
}

/**
 * What the starts name, each looked up for itself. Throws the failure of the first where none leads
 * anywhere. Words are searched for, and what they find is shown to pick from.
 */
export async function startsAt(
  { client, site }: Connected,
  texts: readonly string[],
  io: Io,
): Promise<Starts> {
  const settled = await Promise.all(
    texts.map(async (text): Promise<Entity | FailureError> => {
      try {
        return await client.resolve(text, io.signal)
      } catch (error) {
        if (!(error instanceof FailureError)) throw error
        return isWords(text, site) ? new FailureError(await picking(client, text, io)) : error
      }
    }),
  )
  const entities = settled.filter((one): one is Entity => !(one instanceof FailureError))
  const errors = settled.filter((one) => one instanceof FailureError)
  const [first] = errors
  if (entities.length === 0 && first !== undefined) throw first
  for (const { failure } of errors) io.err(`${inOneLine(failure)}\n`)
  return { entities, lost: errors.length }
}

function isWords(text: string, site: string): boolean {
  const parsed = parseStart(text, site)
  return parsed.ok && parsed.target.kind === 'words'
}

/** Shows what words find, numbered and with what to type for each. */
async function picking(client: Connected['client'], text: string, io: Io): Promise<Failure> {
  const searched = await client.search(text, io.signal)
  const { entities } = searched
  for (const gap of searchGaps(searched)) io.err(`${gap}\n`)
  const input = text.slice(0, 200)
  if (entities.length === 0) {
    const isWhole = searchGaps(searched).length === 0
    const found = isWhole ? 'nothing is named so' : 'nothing was found in what could be searched'
    return { kind: 'not-understood', input, reason: `these are words, and ${found}.` }
  }
  const width = String(entities.length).length
  for (const [at, { id, title, subtype, space }] of entities.entries()) {
    const where = [subtype, space === undefined ? undefined : `in ${isolated(space.name)}`]
    const about = where.filter((part) => part !== undefined).join(' ')
    io.err(
      `${String(at + 1).padStart(width)}. ${id}  ${plain(title)}${about === '' ? '' : ` (${plain(about)})`}\n`,
    )
  }
  const shown = `these are words; the list shows the ${entities.length} things that they find.`
  return {
    kind: 'arguments',
    sentence: `${quoted(input)} was not understood: ${shown}`,
    next: `Pick one of the results and start from its id, such as --start ${entities[0]?.id ?? ''}`,
  }
}

/** A title may hold what a terminal obeys. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
