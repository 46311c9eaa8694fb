import { readFile } from 'node:fs/promises'
import { FailureError } from '@shared/failure'
import { GraphFile } from '@shared/graph'

const refusal = (sentence: string, next: string, cause?: unknown) =>
  new FailureError({ kind: 'rule', sentence, next }, { cause })

/** Reads an exported graph from a file. */
export async function graphIn(path: string): Promise<GraphFile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  return graphOf(text, `The file ${path}`)
}

export const unreadable = (path: string, cause: unknown) =>
  refusal(`The file ${path} cannot be read.`, 'Check its name and permissions.', cause)

/** Reads an exported graph from its text. */
export function graphOf(text: string, what: string): GraphFile {
  const file = GraphFile.safeParse(parsed(text))
  if (file.success) return file.data
  throw refusal(
    `${what} holds no graph that this program can read.`,
    'Name a JSON file that was written by crawl or by an export as JSON.',
    file.error,
  )
}

/** What is no JSON is no graph either. Editors on Windows put a mark before the text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
