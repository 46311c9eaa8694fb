import { randomBytes } from 'node:crypto'
import { explain, type Failure, FailureError } from '@shared/failure'
import { writeWhole } from '../services/files'
import type { Io } from './io'

/** Data goes to a file, whole or not at all, or to standard output. */
export const writeData = (value: unknown, file: string | undefined, io: Io): Promise<void> =>
  writeText(`${JSON.stringify(value, null, 2)}\n`, file, io)

/** The word for standard output where a file may be named. */
export const standardOutput = '-'

/** The same for text of any kind, and for bytes. */
export async function writeText(
  text: string | Uint8Array,
  file: string | undefined,
  io: Io,
): Promise<void> {
  if (file === undefined || file === standardOutput) {
    io.out(text)
    return
  }
  try {
    await writeWhole(file, text)
  } catch (cause) {
    throw new FailureError({ kind: 'storage', what: `The file ${file}` }, { cause })
  }
}

const waysOutHere: { readonly [Kind in Failure['kind']]?: string } = {
  'unconfirmed-host': 'If this is your own Confluence Cloud site, add --trust-host.',
  'unknown-profile': 'Run “profiles list” to see which there are.',
}

/** The way out of a failure, where it is another one than in the window. */
function toldHere(failure: Failure) {
  const told = explain(failure)
  const next = waysOutHere[failure.kind]
  return next === undefined ? told : { ...told, next }
}

/** Tells a failure in two sentences, or as JSON for a program. */
export function tell(failure: Failure, asJson: boolean, io: Pick<Io, 'err'>): void {
  const { sentence, next } = toldHere(failure)
  io.err(
    asJson
      ? `${JSON.stringify({ error: { kind: failure.kind, sentence, next } })}\n`
      : `${sentence}\n${next}\n`,
  )
}

/** What nobody expected is told by its class alone: a message may quote what is secret. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  return { kind: 'bug', reference: `cli-${randomBytes(4).toString('hex')}` }
}
