import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { FailureError } from '@shared/failure'
import { fromOutside, GraphFile } from '@shared/graph'
import { decodeText, quoted } from '@shared/text'
import type { Io } from './io'

const refusal = (sentence: string, next: string, cause?: unknown) =>
  new FailureError({ kind: 'unfit-file', sentence, next }, { cause })

/** The word for standard input where a file may be named. */
export const standardInput = '-'

/** Reads an exported graph from a file or from standard input. */
export async function graphIn(path: string, io: Pick<Io, 'readInput'>): Promise<GraphFile> {
  if (path === standardInput) return graphOf(await io.readInput(), 'Standard input')
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  return graphOf(decodeText(bytes, TextDecoder).text, `The file ${path}`)
}

export const unreadable = (path: string, cause: unknown) =>
  refusal(`The file ${path} cannot be read.`, 'Check its name and permissions.', cause)

/** Reads an exported graph from its text. */
function graphOf(text: string, what: string): GraphFile {
  const file = GraphFile.safeParse(parsed(text))
  if (file.success) return fromOutside(file.data)
  throw refusal(
    `${what} holds no graph that this program can read${placeOf(file.error)}.`,
    'Name a JSON file that was written by crawl or by an export as JSON.',
    file.error,
  )
}

/** Where the first mistake is, once it is a graph at all. */
const placeOf = ({ issues: [issue] }: z.ZodError): string =>
  issue === undefined || issue.path.length < 2
    ? ''
    : `: it has a mistake at ${quoted(issue.path.join('.'))}`

/** What is no JSON is no graph either. Editors on Windows put a mark before the text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
